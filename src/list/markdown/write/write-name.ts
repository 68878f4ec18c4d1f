import { encodeCell, encodeCellLabel } from '../../text/encode/encode-cell.ts';
import { encodeLinkDestination } from '../../text/encode/encode-link-destination.ts';
import { type FieldContext, patternsIn } from './field-context.ts';
import { writeLike } from './inline-pattern.ts';

/** Writes a name like the nearest: bold, a link to the homepage if there is one, or plain. */
export function writeName(
  company: string,
  homepage: string | undefined,
  context: FieldContext,
): string {
  const url = homepage === undefined ? undefined : encodeLinkDestination(homepage);
  const text = url === undefined ? encodeCell(company) : encodeCellLabel(company);
  for (const [pattern] of patternsIn(context)) {
    if ((pattern.link === undefined) !== (url === undefined)) continue;
    const written = writeLike(pattern, { text, url: url ?? '' });
    if (written !== undefined) return written;
  }
  return url === undefined ? text : `[${text}](${url})`;
}
