import { namesWithoutSemicolon, toReference } from '../../../text/character-references.ts';
import { toSingleLine } from '../../../text/single-line.ts';
import { anyOf } from '../special/any-of.ts';
import { emojiColon } from '../special/emoji-name.ts';
import { letterInToken } from '../special/hugo-tokens.ts';
import { rewrittenSlash } from '../special/rewritten-address.ts';

/**
 * What would act in an attribute's value: a quotation mark of either kind, a tag, a reference, a shortcode. A
 * backslash before punctuation is written as a reference too, so that the reader of Markdown text reads attributes as well.
 */
const active = anyOf([
  /["'<>]/u,
  `&(?=#|[A-Za-z][A-Za-z0-9]+;|(?:${namesWithoutSemicolon})(?![A-Za-z0-9]))`,
  /\\(?=[!-/:-@[-`{-~])/u,
  /(?<=\{\{)%/u,
  letterInToken,
  emojiColon,
  rewrittenSlash,
]);

/**
 * A text as the value of an HTML attribute, for quotes of either kind.
 *
 * @param text one line, as cleaned; of any other text the control characters become blanks
 */
export function encodeAttribute(text: string): string {
  return toSingleLine(text).replace(active, toReference);
}
