import { describe, expect, it } from 'vitest';
import { writeContacts } from '../../../../src/list/markdown/write/write-contacts.ts';
import { valueFrom, values } from '../../formats/edited-lists.ts';
import { read } from '../../formats/markdown-table/tables.ts';

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

  it('are mail addresses as typed where those of the nearest entry are', async () => {
    const text = (contact: string) =>
      `| Name | Contact |\n|---|---|\n| Anvil | ${contact} |\n| Birch | @bert |\n`;
    const added = (contact: string, typed: string, markup: 'none' | 'inline' = 'none') => {
      const list = read(text(contact), { markup });
      const edit = valueFrom(
        list.format.add(list, values('Elm', { fields: { Contact: typed } }), 'append'),
      );
      return edit.text.split('\n').at(-2);
    };
    expect(added('anna@anvil.example', 'elma@elm.example')).toBe('| Elm | elma@elm.example |');
    expect(
      added(
        'anna@anvil.example [Call](https://anvil.example/call)',
        'elma@elm.example [Call](https://elm.example/call)',
        'inline',
      ),
    ).toBe('| Elm | elma@elm.example [Call](https://elm.example/call) |');
    expect(added('anna@anvil.example', '_a_@elm.example')).not.toContain('@elm');
    expect(added('@anna', 'elma@elm.example')).toBe('| Elm | elma&commat;elm.example |');
  });

  it('do nothing together that their parts do not do alone', () => {
    expect(write('&colon; Acme')).toBe('&amp;colon; Acme');
    expect(write('*Ann, Ben*')).not.toBe('*Ann, Ben*');
  });
});
