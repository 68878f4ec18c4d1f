import fc from 'fast-check';
import { arbitraryString } from '../list/text/generated-texts.ts';

/** What GitHub turns into something else, and what could break out of a cell, a list or a heading. */
const pieces = [
  ...['@torvalds', '@apache/flink', '@', 'x@a.example', '#', '#12', '12', '#1 ', 'GH-12', 'gh-'],
  ...['apache/flink#3', 'fixes #1', 'Closes: ', 'deadbeef', 'e83c516', '40000000', 'defaced'],
  ...['e83c5163316f89bfbde7d9ab23ca2e25604af290', 'a@e83c5163316f89bfbde7d9ab23ca2e25604af290'],
  ...['https://github.com/a/b/issues/1', 'http:', '//', 'www.', 'www.a.example', 'mailto:x@y.z'],
  ...['![x](https://a.example/x.png)', '[x](y)', '[x]: y', '[^1]', '- [ ] ', '<img src=x>', '<b>'],
  ...['</td>', '</table>', '</details>', '<!--', '-->', '|', '|---|', '\n|-|\n', '`', '```', '~~~'],
  ...['*', '**', '_', '~', '$', '$$', '\\', '\n', '\n\n', '\r\n', '    ', '- ', '1. ', '# ', '> '],
  ...['---', '===', ':-:', '&lt;', '&#64;', '&commat;x', ':tada:', ':+1:', '"', "'", '{{company}}'],
  ...['\u200B', '\u202E', '\uFEFF', '\0', '\u0085', '\ud800', '汉字', 'word', ' ', '😀'],
];

/** What a stranger may type: any text, most often one that GitHub would act upon. */
export const typedText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
      .map((chosen) => chosen.join('')),
  },
  { weight: 1, arbitrary: arbitraryString },
);

/** A text that has something to see. */
export const visibleText = typedText.filter((text) => asSeen(text) !== '');

/** A text as a reader sees it: on one line, without what shows nothing. */
export function asSeen(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Bidi_Control}\u200B\u2060\uFEFF]/gu, '')
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .trim();
}
