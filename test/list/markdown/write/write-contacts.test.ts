import { describe, expect, it } from 'vitest';
import { writeContacts } from '../../../../src/list/markdown/write/write-contacts.ts';

const write = (typed: string) => writeContacts(typed, { samples: [], allowsMarkup: false });

describe('contacts', () => {
  it.each(['@ann, @ben', 'Ann & @ben', 'Ann (press), @ben'])(
    'are written as they were typed: %s',
    (typed) => {
      expect(write(typed)).toBe(typed);
    },
  );

  it('are addresses of pages as these are, unless there is anything in them that would act', () => {
    expect(write('https://anvil.example/about-us')).toBe('https://anvil.example/about-us');
    expect(write('https://anvil.example/a?b=*c*')).not.toContain('https://');
  });

  it('are links where others are links to people on GitHub, whatever these are called', () => {
    const url = 'https://github.com/anna';
    const source = `[Anna](${url})`;
    const nodes = [{ type: 'link', url, children: [{ type: 'text', value: 'Anna' }] }] as const;
    const samples = [
      { start: 0, source, nodes: structuredClone(nodes) as never, company: 'Anvil' },
    ];
    expect(writeContacts('@ben', { samples, allowsMarkup: false })).toBe(
      '[@ben](https://github.com/ben)',
    );
  });

  it('do nothing together that their parts do not do alone', () => {
    expect(write('&colon; Acme')).toBe('&amp;colon; Acme');
    expect(write('*Ann, Ben*')).not.toBe('*Ann, Ben*');
  });
});
