import type { FieldRole } from '../../../config/configuration.ts';
import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { lineFinder } from '../../../text/line-finder.ts';
import { ownValue } from '../../../text/own-value.ts';
import type { EntryValues, Field, ListLocation, TextFile } from '../../format.ts';
import { generatedLine } from '../../generated.ts';
import { lineNumber } from '../../lines.ts';
import type { Row, SeenList } from '../../sequence/sequence.ts';
import { linksIn, pictureIn, shownText } from '../shown-text.ts';
import type { Part, ProseEntry, RawEntry, ReadProseList } from './entry.ts';
import { labelParts, ownNames } from './labels/label-parts.ts';

/** What a format finds in a file. */
export interface RawList {
  /** In the order of the file; placeholders among them. */
  readonly entries: readonly RawEntry[];
  /** Which of them says that nobody is there yet. */
  readonly placeholder: Row | undefined;
  /** Where the list begins, and where the first entry of an empty one goes. */
  readonly start: number;
  readonly head: number;
  /** What goes before the first entry of an empty list, and between two where nothing tells. */
  /** What is before names where none does yet. */
  readonly openers?: readonly string[];
  readonly gaps: { readonly above: string; readonly between: string };
  /** What the second reader found; nothing where it found no such list. */
  readonly seen: SeenList | undefined;
}

/** Entries that were read, as a list; or why it cannot be edited safely. */
export function toList(
  { path, text }: TextFile,
  { entries: raw, placeholder, start, head, openers: usual = [], gaps, seen }: RawList,
  at: ListLocation,
): Result<ReadProseList> {
  const generated = generatedLine(text, start, 'markdown');
  if (generated !== undefined) return failure(problem('list-generated', path, generated));
  const odd = seen === undefined ? start : firstDifference(raw, seen);
  if (seen === undefined || odd !== undefined) {
    const line = lineNumber(text, odd ?? start);
    return failure(problem('list-readers-differ', path, { line }));
  }
  const lineOf = lineFinder(text);
  const parts = labelParts(text, raw, at.fields);
  const entries = raw
    .map((entry, row) => ({ ...entry, row, parts: parts[row] ?? [] }))
    .filter(({ row, name }) => row !== placeholder?.row && name.company !== '')
    .map((entry, index): ProseEntry => {
      const { name, row, opener, closer, parts: own } = entry;
      const values = valuesOf(name, own);
      const place = { group: 0, index, line: lineOf(entry.start), details: {} };
      const span = { start: entry.start, end: entry.end };
      return { ...values, ...span, row, place, lacks: [], opener, name, closer, parts: own };
    });
  const around = text.slice(raw.length > 0 ? start : 0, (raw.at(-1)?.end ?? head) + 2);
  const newline = around.includes('\r\n') ? '\r\n' : '\n';
  const fields = fieldsOf(entries, at);
  const openers = raw.length > 0 ? raw.map(({ opener }) => opener) : usual;
  const found = entries.length > 0 ? undefined : placeholder;
  const read = { at, path, text, newline, fields, entries, openers } as const;
  return success({ ...read, placeholder: found, head, gaps, seen });
}

/** The first entry that the second reader takes for something else. */
function firstDifference(entries: readonly RawEntry[], seen: SeenList): number | undefined {
  const key = (contents: readonly string[] | undefined) => JSON.stringify(contents);
  const odd = entries.find(({ contents }, row) => key(contents) !== key(seen.entries[row]));
  // The words in the place of an empty list are no entry.
  const isSame = entries.length === 0 || entries.length === seen.entries.length;
  return odd?.start ?? (isSame ? undefined : entries.at(-1)?.start);
}

/** What an entry says. */
function valuesOf({ company, homepage }: RawEntry['name'], parts: readonly Part[]): EntryValues {
  const fields = new Map<string, string>();
  let values: EntryValues = { company, logo: '', text: '', ...(homepage && { homepage }) };
  for (const { field, role, nodes, items } of parts) {
    const [link] = linksIn(nodes);
    const shown = [shownText(nodes), ...items.map((item) => shownText(item.nodes))]
      .filter((line) => line !== '')
      .join('\n');
    if (field === undefined) continue;
    if (role === 'text') values = { ...values, text: shown.replace(/\n/g, ' ') };
    else if (role === 'homepage' && link !== undefined) values = { homepage: link.url, ...values };
    else if (role === 'logo') values = { ...values, logo: pictureIn(nodes) ?? link?.url ?? '' };
    else if (role === 'link' && link !== undefined) values = { ...values, link };
    else if (shown !== '') fields.set(field, shown);
  }
  return { ...values, fields: Object.fromEntries(fields) };
}

/** In a list of fewer entries nobody can tell what all others will have. */
const fewestEntries = 3;

/** What fewer than one entry in twenty has is no field of a list: somebody wrote more than the others. */
const leastShare = 0.05;

/** More fields keep the order in which they are found: comparing all of them would take long. */
const mostOrdered = 30;

/** The parts of each field, in the order in which most entries have them. */
function inOrder(entries: readonly ProseEntry[]): readonly (readonly [string, readonly Part[]])[] {
  const parts = entries.flatMap((entry) => entry.parts);
  const all = [...Map.groupBy(parts, ({ field }) => field)].flatMap(([field, own]) =>
    field === undefined ? [] : [[field, own] as const],
  );
  if (all.length > mostOrdered) return all;
  const places = entries.map((entry) => new Map(entry.parts.map(({ field }, at) => [field, at])));
  // How many fields it comes before, in most of the entries that have both.
  const lead = (field: string) =>
    all.filter(([other]) => {
      const order = places.map((at) => Math.sign((at.get(other) ?? NaN) - (at.get(field) ?? NaN)));
      return order.reduce((sum, each) => sum + (each || 0), 0) > 0;
    }).length;
  const leads = new Map(all.map(([field]) => [field, lead(field)]));
  return all.toSorted(([one], [other]) => (leads.get(other) ?? 0) - (leads.get(one) ?? 0));
}

/**
 * The fields of a list: those that entries have, and those of the configuration. A list of few entries has a homepage and a text,
 * whether one of them has or not.
 */
function fieldsOf(entries: readonly ProseEntry[], { fields = {} }: ListLocation): readonly Field[] {
  const isShort = entries.length < fewestEntries;
  const least = entries.length * leastShare;
  const found = new Map<string, FieldRole>([[ownNames.name, 'name']]);
  const parts = entries.flatMap((entry) => entry.parts);
  const isKnown = (role: FieldRole) => parts.some((part) => part.role === role);
  const linked = entries.filter(({ homepage }) => homepage !== undefined).length;
  if (!isKnown('homepage') && (isShort || (linked > 0 && linked >= least))) {
    found.set(ownNames.homepage, 'homepage');
  }
  for (const [field, all] of inOrder(entries)) {
    const [first] = all;
    if (first && all.length >= least) found.set(field, first.role);
  }
  if (isShort && !isKnown('text')) found.set(ownNames.text, 'text');
  for (const [name, { role }] of Object.entries(fields)) found.set(name, role);
  return [...found].map(([name, role]) => ({
    name,
    role,
    required: ownValue(fields, name)?.required ?? (role === 'name' || isFull(entries, name)),
  }));
}

function isFull(entries: readonly ProseEntry[], name: string): boolean {
  const has = ({ homepage, parts }: ProseEntry) =>
    name === ownNames.homepage ? homepage !== undefined : parts.some(({ field }) => field === name);
  return entries.length > 0 && entries.every(has);
}
