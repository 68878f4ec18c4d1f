import { namesWithoutSemicolon } from '../../../text/character-references.ts';
import { anyOf } from './any-of.ts';
import { emojiColon } from './emoji-name.ts';
import { insideToken } from './hugo-tokens.ts';
import { beforeRewrittenSlash } from './rewritten-address.ts';

/**
 * The rest of a command of TeX that acts outside of formulas, an environment or a reference to a formula, or that makes a
 * link, for some sites allow formulas between single dollars.
 */
const command = '(?:[A-Za-z]{1,40}\\s*\\{|(?:href|url)(?![A-Za-z]))';

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
  // A backslash escape, or a hard line break at a line's end; and what gets a separator behind it.
  /\\(?=[!-/:-@[-`{-~\s]|$)/u,
  new RegExp(`\\\\(?=${command})`, 'u'),
  // A character reference. No reference is named by a single letter: `R&D;` shows as it is.
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
  emojiColon,
  // Superscript of Goldmark's extras: no blank is in it, unless a mark that only closes is before it.
  /\^(?=[^ ^]+\^|\^)|(?<=\^)\^|(?<=[^ ])\^(?![\p{L}\p{M}\p{N}])/u,
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
  // Attributes of a block, where a site allows them, as Docsy's does: all of the cell would vanish.
  /^\{/u,
];

/**
 * Two characters that act together, even when a reference spells one of them, for what reads them reads the finished page.
 * They get a separator between them, and each is found by itself.
 */
export const apart: RegExp = anyOf([
  // An expression in Vue and its kin; the beginning of a shortcode, whatever follows in the cell.
  /(?<=\{)(?=\{)/u,
  // A formula in MathJax and KaTeX, and Hugo's own delimiters for them; MathJax takes an escape's backslash away.
  /(?<=\$)(?=\$)/u,
  /(?<=\\)(?=[\\$([])/u,
  new RegExp(`(?<=\\\\)(?=${command})`, 'u'),
  insideToken,
  beforeRewrittenSlash,
]);

/** Everything that would act in a text that begins a line. */
export const activeInCell: RegExp = anyOf([...anywhere, ...atLineStart]);

/** Everything that would act between the brackets of a link. */
export const activeInLinkText: RegExp = anyOf([...anywhere, /[[\]]/u]);
