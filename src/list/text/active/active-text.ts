import { namesWithoutSemicolon } from '../../../text/character-references.ts';
import { insideToken } from '../hugo-token.ts';

/**
 * Where text would act on a page: the characters to write as references, each found by itself from its neighbours
 * alone. What Hugo does was seen by running 0.111 with its defaults (goldmark with tables, strikethrough, linkify,
 * task lists, definition lists, footnotes and typographer) and `unsafe`; where newer versions or common
 * settings go further, so does this.
 *
 * Kept neighbours stay safe when others are replaced: a reference begins and ends with punctuation, and so does
 * everything that it is written for, but for the blanks at both ends of a line.
 */
const anywhere: readonly RegExp[] = [
  // A backslash escape, or a hard line break at a line's end.
  /\\(?=[!-/:-@[-`{-~\s]|$)/u,
  // A character reference. No reference is named by a single letter: `R&D;` shows as it stands.
  new RegExp(`&(?=#|[A-Za-z][A-Za-z0-9]+;|(?:${namesWithoutSemicolon})(?![A-Za-z0-9]))`, 'u'),
  // A code span, or a fence.
  /`/u,
  // Emphasis. An asterisk between blanks neither opens nor closes; nor does an underscore inside a word.
  /(?<!. )\*|\*(?! .)/u,
  /(?<![\p{L}\p{M}\p{N}])_|_(?![\p{L}\p{M}\p{N}])/u,
  // Struck-out text, or a fence. A tilde that can only open, as in `~100`, never finds its end.
  /~(?!(?<=(?:^|[ (])~)[\p{L}\p{N}])/u,
  // The end of a link's text. Brackets alone need a definition somewhere, which no text can become.
  /\](?=\()/u,
  // A tag, a comment, a link in angle brackets; or a quotation mark, which the typographer makes of `<<` and `>>`.
  /<(?=[A-Za-z/!?<]|$)/u,
  /(?<=>)>/u,
  // A shortcode: Hugo looks for these characters before it reads any Markdown.
  /(?<=\{\{)[<%]/u,
  // A bare link.
  /(?<=[A-Za-z]):(?=\/\/)/u,
  /(?<=(?<![A-Za-z0-9])[Ww]{3})\.(?=\S)/u,
  /(?<=[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-])@(?=[A-Za-z0-9])/u,
  // An emoji's name, where a site has `enableEmoji`.
  /:(?=(?:[a-z][a-z0-9_+-]*|[+-]1):)/u,
];

const atLineStart: readonly RegExp[] = [
  // Indented code; and the blanks at a line's end make a hard line break.
  /^ | $/u,
  // A heading.
  /^#(?=#{0,5}(?: |$))/u,
  // A quotation.
  /^>/u,
  // A list.
  /^[-+*](?= |$)/u,
  /(?<=^[0-9]{1,9})[.)](?= |$)/u,
  // A line across the page.
  /^-(?=[- ]+$)/u,
  // The definition of a link or of a footnote.
  /^\[(?=.*\]:)/u,
  // Attributes of a block, where a site allows them.
  /^\{(?=[^{}]*\} *$)/u,
];

/** Everything that would act in a text that begins a line. */
export const activeInCell: RegExp = anyOf([...anywhere, ...atLineStart, insideToken]);

/** Everything that would act between the brackets of a link. */
export const activeInLinkText: RegExp = anyOf([...anywhere, /[[\]]/u, insideToken]);

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'gu');
}
