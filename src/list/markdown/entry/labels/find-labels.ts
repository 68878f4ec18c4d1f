import type { ListLocation } from '../../../format.ts';
import { roleByName } from '../../role-words.ts';
import type { RawEntry, RawPart } from '../entry.ts';
import { type Label, readLabel } from './label.ts';

/** A part of an entry, with what says what it is. */
export interface LabelledPart {
  readonly part: RawPart;
  readonly label: Label | undefined;
}

/** In a list of fewer entries a word before a colon is a label if it is a usual one. */
export const fewEntries = 3;

/**
 * The parts of each entry with their labels: what is before a colon in several entries, or in bold. The items of a list directly
 * below a label are its value.
 *
 * @param fields those of the configuration
 */
export function findLabels(
  text: string,
  entries: readonly RawEntry[],
  fields: NonNullable<ListLocation['fields']>,
): readonly (readonly LabelledPart[])[] {
  const read = entries.map(({ parts }) =>
    parts.map((part, at) => {
      const label = readLabel(text, part);
      const isAbove = label?.value.source === '' && part.items.length === 0;
      return { part, label, isAbove, below: isAbove ? itemsBelow(parts, at) : [] };
    }),
  );
  const counts = new Map<string, number>();
  for (const { label } of read.flat()) {
    if (label === undefined) continue;
    for (const key of [label.name, label.source.trim()])
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isConfigured = Object.keys(fields).length > 0;
  const isLabel = ({ part, label, isAbove, below }: (typeof read)[number][number]) => {
    if (label === undefined || (isAbove && below.length === 0)) return false;
    const { name, isMarked, source } = label;
    if (Object.hasOwn(fields, name)) return true;
    // A link in a label is the list's own, and not a company's, if others have the same.
    const isLinked = source.includes('](') && !isMarked;
    // What is configured was read without these.
    if ((isLinked || isAbove) && isConfigured) return false;
    if (isMarked || part.isInline) return isMarked;
    if ((counts.get(isLinked ? source.trim() : name) ?? 0) > 1) return true;
    return entries.length < fewEntries && !isLinked && roleByName(name) !== undefined;
  };
  return read.map((parts) => {
    const taken = new Set<RawPart>();
    return parts.flatMap((each): LabelledPart[] => {
      const { part, label, below } = each;
      if (taken.has(part)) return [];
      if (!isLabel(each)) return [{ part, label: undefined }];
      for (const item of below) taken.add(item);
      return [{ part: below.length > 0 ? { ...part, items: below } : part, label }];
    });
  });
}

const marker = /\n[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/;

/** The items of a list directly below a paragraph. */
function itemsBelow(parts: readonly RawPart[], at: number): readonly RawPart[] {
  const isItem = ({ before }: RawPart) => marker.test(before);
  const [first, ...others] = parts.slice(at);
  if (first === undefined || isItem(first)) return [];
  const end = others.findIndex((part) => part.isOpaque || !isItem(part));
  return end === -1 ? others : others.slice(0, end);
}
