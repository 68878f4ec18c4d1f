import { toReference } from '../../../../text/character-references.ts';
import { shownText } from '../../shown-text.ts';
import { contentBetween } from '../content.ts';
import type { Content, RawPart } from '../entry.ts';

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

const longestLabel = 40;
const wordsOfLabel = /[\p{L}\p{N} /&'’()-]/u.source;
const linkInLabel = String.raw`\[${wordsOfLabel}+\]\([^()[\]\s]*\)`;

/** Some words before a colon; some of them may be links, as in `Uses [the runner](https://…): `. */
const plainLabel = new RegExp(
  String.raw`^((?=[\p{L}\p{N}[])(?:${wordsOfLabel}|${linkInLabel}){1,${longestLabel}}?)\s*[:：](?:\s+|$)`,
  'u',
);

/** The words of a label as a reader sees them; nothing where these are too many. */
function shownLabel(label: string): string {
  const shown = label.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
  return shown.length <= longestLabel ? shown : '';
}

/**
 * A text that begins like a label, so that it is none.
 *
 * @param isLabel whether these words would be taken for one
 */
export function withoutLabel(encoded: string, isLabel: (name: string) => boolean): string {
  const [, label] = plainLabel.exec(encoded) ?? [];
  if (label === undefined || !isLabel(shownLabel(label))) return encoded;
  return label + encoded.slice(label.length).replace(/[:：]/, toReference);
}

/** Reads a part as a label and a value, which may be empty; nothing where it has no label. */
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
  const name = marked ? shown.replace(/\s*[:：]$/, '') : shownLabel(plain);
  const value = contentBetween(text, part.nodes, part.start + length, part.end);
  if (name === '') return undefined;
  return { name, isMarked: marked, source: part.source.slice(0, length), value };
}
