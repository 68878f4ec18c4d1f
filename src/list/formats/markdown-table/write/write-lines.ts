import { toSingleLine } from '../../../../text/single-line.ts';
import { encodeWords } from '../../../markdown/write/encode-words.ts';
import type { FieldContext } from '../../../markdown/write/field-context.ts';
import { lineMark as mark } from '../../../text/encode/encode-inline.ts';

const marks = new RegExp(`(?<!\\s)\\s*${mark}\\s*`, 'g');

/** Where a tag would be shown as it is, or end a link: in code, in a link's text or its address. */
const inCodeOrLink = new RegExp(
  [`\`[^\`]*${mark}[^\`]*\``, `\\[[^\\]]*${mark}[^\\]]*\\]\\(`, `\\]\\([^)]*${mark}`].join('|'),
);

/** A line break with the blanks around it. A run of blanks is looked at once. */
const tag = /(?<!\s)\s*<br ?\/?>\s*/i;

/**
 * A text of several lines, with what the nearest cell that has several has between them.
 *
 * @param usualBreak what is between lines where no cell of the column has several
 */
export function writeLines(text: string, usualBreak: string, context: FieldContext): string {
  const lines = text
    .replaceAll(mark, '')
    .split(/\s*\n\s*/)
    .filter((line) => toSingleLine(line).trim() !== '');
  if (lines.length < 2) return encodeWords(lines.join(''), context);
  const [between = usualBreak] = context.samples.flatMap(({ source }) => tag.exec(source) ?? []);
  // As a whole, because what does nothing in a line may act together with what is in another.
  const written = encodeWords(lines.join(` ${mark} `), context);
  // A reference may stand for the mark itself.
  const isClear = written.split(mark).length === lines.length && !inCodeOrLink.test(written);
  return isClear ? written.replace(marks, between) : encodeWords(lines.join(' '), context);
}

/**
 * The line break of a file in whose cells none has one. A file that is called as GitHub's own are, as `ADOPTERS.md`, is read on
 * GitHub; any other may be compiled as MDX, where a tag has to be closed.
 */
export function usualBreak({
  path,
  text,
}: {
  readonly path: string;
  readonly text: string;
}): string {
  const found = tag.exec(text)?.[0].trim();
  return found ?? (/(?:^|\/)[A-Z_-]+\.(?:md|markdown)$/.test(path) ? '<br>' : '<br />');
}
