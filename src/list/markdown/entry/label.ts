import { toReference } from '../../../text/character-references.ts';
import { shownText } from '../shown-text.ts';
import { contentBetween } from './content.ts';
import type { Content, RawPart } from './entry.ts';

/** What is before a value and says what it is, as `Use case: `. */
export interface Label {
  readonly name: string;
  /** Whether it is bold or in italics, and so is certainly one. */
  readonly isMarked: boolean;
  /** As it is written, with the colon and the blanks behind it. */
  readonly source: string;
  /** The value behind it. */
  readonly value: Content;
}

const plainLabel = /^([\p{L}\p{N}][\p{L}\p{N} /&'’()-]{0,39}?)\s*[:：](?:\s+|$)/u;

/**
 * A text that begins like a label, so that it is none.
 *
 * @param isLabel whether these words would be taken for one
 */
export function withoutLabel(encoded: string, isLabel: (name: string) => boolean): string {
  const [found, name = ''] = plainLabel.exec(encoded) ?? [];
  if (found === undefined || !isLabel(name)) return encoded;
  return encoded.replace(/[:：]/, toReference);
}

/** Reads a part as a label and a value; nothing where it has none. */
export function readLabel(text: string, part: RawPart): Label | undefined {
  const [first] = part.nodes;
  if (first === undefined || part.isOpaque) return undefined;
  const marked = first.type === 'strong' || first.type === 'emphasis';
  const shown = marked ? shownText(first.children) : '';
  const end = marked ? (first.position?.end.offset ?? part.start) : part.start;
  const rest = text.slice(end, part.end);
  const [found = '', plain = ''] = plainLabel.exec(part.source) ?? [];
  const colon = /[:：]$/.test(shown) ? /^\s*/.exec(rest) : /^\s*[:：]\s*/.exec(rest);
  if (marked && colon === null) return undefined;
  const length = marked ? end + (colon?.[0].length ?? 0) - part.start : found.length;
  if (length === 0) return undefined;
  const name = marked ? shown.replace(/\s*[:：]$/, '') : plain;
  const value = contentBetween(text, part.nodes, part.start + length, part.end);
  const isUsable = name !== '' && (value.source !== '' || part.items.length > 0);
  return isUsable
    ? { name, isMarked: marked, source: part.source.slice(0, length), value }
    : undefined;
}
