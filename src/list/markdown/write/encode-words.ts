import { encodeCell } from '../../text/encode/encode-cell.ts';
import { encodeInline } from '../../text/encode/encode-inline.ts';
import { type FieldContext, hasHttp } from './field-context.ts';
import { writeAddress } from './write-address.ts';

/**
 * A text as the configuration lets it through; links to `http:` only where the list has some, and an address alone like those of
 * others.
 */
export function encodeWords(text: string, context: FieldContext): string {
  if (!context.allowsMarkup) return encodeCell(text);
  return writeAddress(text, context) ?? encodeInline(text, hasHttp(context));
}
