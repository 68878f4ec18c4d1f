import { toReference } from '../../../text/character-references.ts';

/**
 * What acts at the beginning of a line in a list or a section, beside what acts in a cell: the line below a heading, a
 * definition, and a program of MDX.
 */
const activeAtStart = /^(?:[=:]|\*$|import(?=\s|[{*"'])|export(?=\s))/;

/**
 * Markdown that was encoded for a cell, for the beginning of a block.
 *
 * @param encoded one line, as `encodeCell` or `encodeInline` give it
 */
export function encodeBlockStart(encoded: string): string {
  if (!activeAtStart.test(encoded)) return encoded;
  return toReference(encoded.charAt(0)) + encoded.slice(1);
}
