import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isListedDocument,
  listedMark,
  listedWords,
} from '../../../src/submission/check/listed-answers.ts';

describe('words for nothing', () => {
  it.each([
    ['coming soon', 'Coming Soon!'],
    ['Coming Soon!', 'Coming Soon!'],
    ['  TBA <!-- later --> ', 'TBA'],
    ['*', '*'],
    ['无', '无'],
  ])('are an answer as the list spells them: %s', (typed, spelled) => {
    const listed = ['Trains', 'Coming Soon!', 'TBA', '*', '无'];
    expect(listedMark(typed, listed)).toBe(spelled);
  });

  it.each(['', 'N/A', '-', 'Trains', '<!-- * -->'])(
    'are none where no entry has them: %s',
    (typed) => {
      expect(listedMark(typed, ['Trains', 'Coming Soon!', '*', ''])).toBeUndefined();
    },
  );
});

describe('“no”', () => {
  it('answers a question that others answered with “yes”, perhaps with more words', () => {
    expect(listedMark('No', ['Yes (with more)'])).toBe('No');
    expect(listedWords('no', ['yes'])).toBe('no');
  });

  it.each(['Yesterday', 'In test', ''])('is no answer where another says %j', (other) => {
    expect(listedMark('No', [other])).toBeUndefined();
  });
});

describe('words for nothing in a field whose words formats spell', () => {
  it.each([
    ['coming soon!', 'coming soon!'],
    ['coming soon', 'Coming Soon!'],
    ['N/A', undefined],
  ])('keep their capitals, and have the marks of the list: %s', (typed, words) => {
    expect(listedWords(typed, ['Trains', 'Coming Soon!'])).toBe(words);
  });
});

describe('the path of a document', () => {
  const listed = [
    'adopters/a.md',
    'adopters/b.md',
    './c.pdf',
    './d.pdf',
    '../e/f.md',
    'https://a.example/x.md',
  ];

  it.each(['adopters/juniper.md', 'adopters/juniper_2.parcel.MD', './juniper.pdf'])(
    'is an address where the list links to such: %s',
    (typed) => {
      expect(isListedDocument(typed, listed)).toBe(true);
    },
  );

  it.each([
    ['in another folder', 'users/juniper.md'],
    ['with another ending', 'adopters/juniper.pdf'],
    ['in the folder of one entry alone', '../e/juniper.md'],
    ['outside', 'adopters/../../juniper.md'],
    ['in a folder below', 'adopters/x/juniper.md'],
    ['of another host', '//adopters/juniper.md'],
    ['with a scheme', 'javascript:adopters/juniper.md'],
    ['with code', 'adopters/{x}.md'],
    ['with blanks', 'adopters/juniper parcel.md'],
    ['with the separator of Windows', 'adopters\\juniper.md'],
    ['with a query', 'adopters/juniper.md?x'],
    ['hidden', 'adopters/.juniper.md'],
    ['without a name', 'adopters/.md'],
    ['without an ending', 'adopters/juniper'],
    ['longer than addresses may be', `adopters/${'x'.repeat(500)}.md`],
  ])('is none %s', (_, typed) => {
    expect(isListedDocument(typed, listed)).toBe(false);
  });

  it('may be in a folder of its own, where the others are called alike', () => {
    const own = ['./users/alder/README.md', './users/birch/README.md', 'docs/README.md'];
    expect(isListedDocument('./users/cedar/README.md', own)).toBe(true);
    for (const typed of [
      './users/cedar/story.md',
      './users/../README.md',
      './users/./README.md',
      './users//README.md',
      './users/cedar/x/README.md',
      './README.md',
      'users/cedar/README.md',
    ]) {
      expect(isListedDocument(typed, own), typed).toBe(false);
    }
  });

  it('is not taken from hosts that lack their scheme', () => {
    expect(isListedDocument('www.juniper.example', ['www.a.example', 'www.b.example'])).toBe(false);
  });

  it('stays in its folder, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const typed = `adopters/${name}.md`;
        if (!isListedDocument(typed, listed)) return;
        const url = new URL(typed, 'https://github.example/o/r/');
        expect(url.href).toBe(`https://github.example/o/r/${typed}`);
      }),
    );
  });
});
