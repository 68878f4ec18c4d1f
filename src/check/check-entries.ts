import type { Order } from '../config/configuration.ts';
import { comparisonIn, namesInGroup, namesOutOfOrder } from '../list/list.ts';
import { nearKeys } from '../submission/nearly-same.ts';
import { excerptOf } from '../text/shorten.ts';
import type { CheckedEntry, CheckedPage } from './checked-page.ts';
import { type Finding, finding, type PagePlace } from './finding.ts';

/** Finds slots that hold half an entry, logos that show no picture, and entries that name no company. */
export function checkSlots({ list, entries }: CheckedPage): Finding[] {
  return entries.flatMap(({ company, logo, text, place, lacks, entry }) => {
    const found: Finding[] = [];
    if (lacks.includes('logo')) {
      found.push(finding('slot-without-logo', place, { text: excerptOf(text) }));
      return found;
    }
    if (lacks.includes('text')) found.push(finding('slot-without-text', place, { company, logo }));
    const picture = list.format.parts(list, entry).find(({ role }) => role === 'logo');
    if (picture !== undefined && logo === '') {
      const markup = excerptOf(picture.markup);
      found.push(finding('logo-without-picture', place, { company, markup }));
    } else if (company === '' && picture !== undefined) {
      found.push(finding('entry-without-name', place, { logo }));
    }
    return found;
  });
}

/** Finds companies that are in a list twice, or nearly so, and logos that two companies share. */
export function checkRepetitions(page: CheckedPage): Finding[] {
  const byKey = new Map<string, CheckedEntry>();
  const byLogo = new Map<string, CheckedEntry>();
  const byName = new Map<string, CheckedEntry>();
  return page.entries.flatMap((entry) => {
    const { company, key, logo, place, group = '' } = entry;
    // Who is in two groups of a list may well be there as two things.
    const inGroup = `${group}\n${key}`;
    const same = key === '' ? undefined : byKey.get(inGroup);
    if (same !== undefined) {
      const values = { company, firstLine: same.place.line, ...fileOf(same.place, place) };
      const isOther = page.list.format.look !== 'grid' && saidOf(entry) !== saidOf(same);
      return [finding(isOther ? 'company-twice-otherwise' : 'company-twice', place, values)];
    }
    if (key !== '') byKey.set(inGroup, entry);
    const near = firstNear(entry, byName);
    const found = near === undefined ? [] : [nearlyTwice(entry, near)];
    const other = logo === '' || key === '' ? undefined : byLogo.get(logo);
    if (other === undefined) {
      if (key !== '') byLogo.set(logo, entry);
      return found;
    }
    if (other.key === key) return found;
    const values = {
      ...{ company, other: other.company, otherLine: other.place.line, logo },
      ...fileOf(other.place, place),
    };
    return [...found, finding('logo-shared', place, values)];
  });
}

/** What an entry says of its company: one that is listed with two things it does may well be there twice. */
function saidOf({ text, fields, link }: CheckedEntry): string {
  return JSON.stringify([text, fields, link]);
}

/** The file of another entry; empty where it is the same. */
function fileOf(other: PagePlace, { path }: PagePlace): { otherFile: string } {
  return { otherFile: other.path === path ? '' : other.path };
}

/** The first entry before that has nearly the same name in the same group. */
function firstNear(
  entry: CheckedEntry,
  byName: Map<string, CheckedEntry>,
): CheckedEntry | undefined {
  const { company, group = '' } = entry;
  let found: CheckedEntry | undefined;
  for (const near of nearKeys(company)) {
    const key = `${group}\n${near}`;
    const first = byName.get(key);
    if (first === undefined) byName.set(key, entry);
    else found ??= first;
  }
  return found;
}

function nearlyTwice(
  { company, place }: CheckedEntry,
  { company: other, place: first }: CheckedEntry,
) {
  const values = { company, other, otherLine: first.line, ...fileOf(first, place) };
  return finding('company-nearly-twice', place, values);
}

/**
 * Finds entries whose name belongs before that of the entry they follow, in their group. Entries without a name are skipped.
 *
 * @param order of the configuration: where it goes by what the list is like, a list that is nearly sorted is checked too
 */
export function checkOrder({ list, entries }: CheckedPage, order: Order): Finding[] {
  const groups = Map.groupBy(entries, ({ entry }) => entry.place.group);
  return [...groups].flatMap(([group, all]) => {
    const named = all.filter(({ key }) => key !== '');
    const code = order === 'alphabetical' ? 'entry-out-of-order' : 'entry-misplaced';
    const names = named.map(({ company }) => company);
    const compare = comparisonIn(namesInGroup(list, group), order);
    return namesOutOfOrder(names, compare).flatMap((index) => {
      const [entry, previous] = [named[index], names[index - 1]];
      if (entry === undefined || previous === undefined) return [];
      return finding(code, entry.place, { company: entry.company, previous });
    });
  });
}
