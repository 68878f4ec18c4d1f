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

  it('do nothing together that their parts do not do alone', () => {
    expect(write('&colon; Acme')).toBe('&amp;colon; Acme');
    expect(write('*Ann, Ben*')).not.toBe('*Ann, Ben*');
  });
});
