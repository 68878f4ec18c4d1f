import { compareNames } from '../text/compare-names.ts';
import { excerptOf } from '../text/shorten.ts';
import type { CheckedEntry, CheckedPage } from './checked-page.ts';
import { type Finding, finding } from './finding.ts';

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
    } else if (company === '') {
      found.push(finding('entry-without-name', place, { logo }));
    }
    return found;
  });
}

/** Finds companies that are on a page twice, and logos that two companies share. */
export function checkRepetitions({ entries }: CheckedPage): Finding[] {
  const byKey = new Map<string, CheckedEntry>();
  const byLogo = new Map<string, CheckedEntry>();
  return entries.flatMap((entry) => {
    const { company, key, logo, place } = entry;
    const same = key === '' ? undefined : byKey.get(key);
    if (same !== undefined) {
      return [finding('company-twice', place, { company, firstLine: same.place.line })];
    }
    if (key !== '') byKey.set(key, entry);
    const other = logo === '' || key === '' ? undefined : byLogo.get(logo);
    if (other === undefined) {
      if (key !== '') byLogo.set(logo, entry);
      return [];
    }
    const values = { company, other: other.company, otherLine: other.place.line, logo };
    return [finding('logo-shared', place, values)];
  });
}

/** Finds entries whose name belongs before that of the entry they follow. Entries without a name are skipped. */
export function checkOrder({ entries }: CheckedPage): Finding[] {
  const named = entries.filter(({ key }) => key !== '');
  return named.flatMap(({ company, place }, index) => {
    const previous = named[index - 1]?.company;
    return previous !== undefined && compareNames(previous, company) > 0
      ? [finding('entry-out-of-order', place, { company, previous })]
      : [];
  });
}
