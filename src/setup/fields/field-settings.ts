import type { FieldRole, FieldSettings } from '../../config/configuration.ts';
import type { Field } from '../../list/list.ts';
import type { FoundPage } from '../lists/found-list.ts';
import type { FoundMarkup } from './markup-in.ts';

/** A column is one of few words where so many entries have no more than so many. */
const fewestEntries = 8;
const mostChoices = 6;
const longestChoice = 60;

/** What says the same of several organizations. */
const repeated: readonly FieldRole[] = ['status', 'category', 'none'];

const dataFormats: readonly string[] = ['yaml-list', 'json-array', 'js-array'];

/**
 * What a configuration says of a list's columns or keys, in the list's own words.
 *
 * @param pages the list, or all lists of a file that are written alike
 */
export function fieldSettings(
  pages: readonly FoundPage[],
  { linked }: FoundMarkup,
): Readonly<Record<string, FieldSettings>> {
  const fields = pages.flatMap((page) => page.fields);
  const linksName = isLinkedByName(pages);
  const settings = [...Map.groupBy(fields, ({ name }) => name)].flatMap(([name, all]) => {
    const [{ role } = { role: 'none' as const }] = all;
    if (!isAsked(name, role, pages)) return [];
    const required = isRequired(name, role, pages);
    const choices = linked.has(name) ? [] : choicesOf(name, role, pages);
    const own: FieldSettings = {
      role,
      ...(role === 'name' && linksName && { homepage: 'link' }),
      ...(role !== 'name' && required && { required }),
      ...(choices.length > 0 && { choices }),
    };
    return [[name, own] as const];
  });
  return Object.fromEntries(settings);
}

/** Whether names are links to homepages, so that nothing else has to say them. */
function isLinkedByName(pages: readonly FoundPage[]): boolean {
  const hasOwn = pages.some(({ fields }) => fields.some(({ role }) => role === 'homepage'));
  const entries = pages.flatMap((page) => page.entries);
  const linked = entries.filter(({ homepage }) => homepage !== undefined);
  return !hasOwn && linked.length > 0 && linked.length * 2 >= entries.length;
}

/** What so few have is no field of the list: somebody wrote more than the others. */
const fewestWith = 2;
const leastShare = 0.1;

/**
 * Whether a company is asked for it. In a data file, a mark or a number that few entries have is for the page's template, as
 * what is pinned.
 */
function isAsked(name: string, role: FieldRole, pages: readonly FoundPage[]): boolean {
  if (name === '') return false;
  const isData = pages.some(({ format }) => dataFormats.includes(format));
  if (role !== 'none' || !isData || isRequired(name, role, pages)) return true;
  const entries = pages.flatMap((page) => page.entries);
  const values = entries.flatMap(({ fields }) => fields?.[name] ?? []);
  if (values.length * 2 >= entries.length) return true;
  const isText = values.some(
    (value) => !/^(?:true|false|yes|no|[\d.]+(?:px|%|r?em)?)$/i.test(value),
  );
  return isText && values.length >= fewestWith && values.length >= entries.length * leastShare;
}

function isRequired(name: string, role: FieldRole, pages: readonly FoundPage[]): boolean {
  if (role === 'name') return true;
  const own = pages.map(({ fields }) => fields.find((field) => field.name === name));
  // Of one or two entries nobody can tell what all others will have.
  const isTold = pages.reduce((sum, { entries }) => sum + entries.length, 0) > 2;
  return isTold && own.every((field: Field | undefined) => field?.required === true);
}

function choicesOf(name: string, role: FieldRole, pages: readonly FoundPage[]): readonly string[] {
  if (!repeated.includes(role)) return [];
  const values = pages
    .flatMap(({ entries }) => entries.map(({ fields }) => fields?.[name] ?? ''))
    .filter((value) => value !== '');
  const counts = Map.groupBy(values, (value) => value);
  const isFew = values.length >= fewestEntries && counts.size > 1 && counts.size <= mostChoices;
  // What one company alone has is rather free text that happens to be short.
  const repeatedOnes = [...counts.values()].filter((all) => all.length > 1).length;
  if (!isFew || repeatedOnes * 2 < counts.size || values.length < counts.size * 2) return [];
  const choices = [...counts.keys()];
  const isUsable = choices.every((each) => each.length <= longestChoice && !/[\n\r]/.test(each));
  return isUsable ? choices.toSorted((one, other) => one.localeCompare(other, 'und')) : [];
}
