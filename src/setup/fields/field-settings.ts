import { type FieldSettings, formatTraits, repeatedRoles } from '../../config/configuration.ts';
import type { EntryValues, Field } from '../../list/list.ts';
import { choicesIn } from '../../submission/choices.ts';
import { saysNothing } from '../../submission/no-answer.ts';
import { ownValue } from '../../text/own-value.ts';
import type { FoundPage } from '../lists/found-list.ts';
import { withExplained } from './explained-terms.ts';
import type { FoundMarkup } from './markup-in.ts';

/** A column is one of few words where so many entries have no more than so many. */
const fewestEntries = 8;
const mostChoices = 6;
/** Of fewer than a dozen entries only a word that several have tells that there are no others: whoever needs another cannot ask for it. */
const enoughEntries = 12;
const leastOfFew = 3;
const longestChoice = 60;

/**
 * What a configuration says of a list's columns or keys, in the words of the list in the source locale.
 *
 * @param terms those that each section of its file explains
 */
export function fieldSettings(
  page: FoundPage,
  { linked, pictured, varied }: FoundMarkup,
  terms: readonly (readonly string[])[] = [],
): Readonly<Record<string, FieldSettings>> {
  const homepage = homepageInName(page);
  const settings = page.fields
    .filter((field) => isAsked(field, page))
    .map((field) => {
      const { name, role } = field;
      const { choices, multiple } = linked.has(name)
        ? noChoices
        : choicesOf(field, page, { isPictured: pictured.has(name), terms });
      const own: FieldSettings = {
        role,
        ...(role === 'name' && homepage && { homepage }),
        ...(role !== 'name' && isRequired(field, page, choices) && { required: true }),
        ...(choices.length > 0 && { choices }),
        ...((multiple || (role === 'homepage' && takesSeveralLinks(page, varied.has(name)))) && {
          multiple: true,
        }),
      };
      return [name, own] as const;
    });
  return Object.fromEntries(settings);
}

/** What to say of homepages where names are links to them, so that nothing else has to say them. */
function homepageInName({ fields, entries }: FoundPage): FieldSettings['homepage'] {
  const hasOwn = fields.some(({ role }) => role === 'homepage');
  const linked = entries.filter(({ homepage }) => homepage !== undefined).length;
  if (hasOwn || linked === 0 || linked * 2 < entries.length) return undefined;
  const required = linked === entries.length && linked >= fewestToTell;
  return required ? { required } : 'link';
}

/** Whether an entry has several links in the place of its homepage, or entries call it differently, so that others may too. */
function takesSeveralLinks({ format, entries }: FoundPage, isVaried: boolean): boolean {
  return (
    formatTraits[format].hasSeveralLinks &&
    (isVaried || entries.some(({ homepageLinks = [] }) => homepageLinks.length > 1))
  );
}

/** What so few have is no field of the list: somebody wrote more than the others. */
const fewestWith = 2;
const leastShare = 0.1;

/**
 * Whether a company is asked for it. In a data file, a mark or a number that few entries have is for the page's template, as
 * what is pinned.
 */
function isAsked(
  { name, role, required, isGiven = false }: Field,
  { format, entries }: FoundPage,
): boolean {
  if (name === '' || isGiven) return false;
  const isLabel = format === 'markdown-list' || format === 'markdown-sections';
  if (isLabel && hasOnce(name, entries)) return false;
  if (role !== 'none' || !formatTraits[format].isData || required) return true;
  const values = entries.flatMap(({ fields }) => ownValue(fields, name) ?? []);
  if (values.length * 2 >= entries.length) return true;
  const isText = values.some(
    (value) => !/^(?:true|false|yes|no|[\d.]+(?:px|%|r?em)?)$/i.test(value),
  );
  return isText && values.length >= fewestWith && values.length >= entries.length * leastShare;
}

/** Whether only one of many entries has a label, which is then no field of the list. */
function hasOnce(name: string, entries: FoundPage['entries']): boolean {
  const having = entries.filter(({ fields }) => ownValue(fields, name) !== undefined);
  return having.length === 1 && entries.length >= fewestEntries;
}

/** Of one or two entries nobody can tell what all others will have. */
const fewestToTell = 3;

/** A field of unknown meaning takes more entries. If some say “N/A”, an answer is not required. */
function isRequired(
  { name, required, role }: Field,
  { entries }: FoundPage,
  choices: readonly string[],
): boolean {
  // Of choices, “None” is one.
  const isFilled = (entry: EntryValues) =>
    choices.length > 0 ||
    !saysNothing((role === 'text' ? entry.text : ownValue(entry.fields, name)) ?? 'elsewhere');
  const enough = role === 'none' ? enoughEntries : fewestToTell;
  return required && entries.length >= enough && entries.every(isFilled);
}

interface Choices {
  readonly choices: readonly string[];
  /** Whether some entries have several of them. */
  readonly multiple: boolean;
}

const noChoices: Choices = { choices: [], multiple: false };

/** More distinct values are free text. */
const mostDistinct = 50;

/** Whether a value is several of the others. */
function isOfOthers(value: string, distinct: readonly string[]): boolean {
  if (distinct.length > mostDistinct) return false;
  const others = distinct.filter((other) => other !== value);
  return (choicesIn(value, others)?.length ?? 0) > 1;
}

function isTrueOrFalse(value: string): boolean {
  return value === 'true' || value === 'false';
}

interface ChoiceFacts {
  /** Whether its values are pictures: another one cannot be written like them, so all are choices. */
  readonly isPictured: boolean;
  readonly terms: readonly (readonly string[])[];
}

function choicesOf(
  { name, role, examples = [] }: Field,
  { entries, format }: FoundPage,
  { isPictured, terms }: ChoiceFacts,
): Choices {
  if (!repeatedRoles.includes(role)) return noChoices;
  const values = [...entries.map(({ fields }) => ownValue(fields, name) ?? ''), ...examples].filter(
    (value) => value !== '',
  );
  const isMark = formatTraits[format].isData && values.length > 0 && values.every(isTrueOrFalse);
  if (isMark) return { choices: ['false', 'true'], multiple: false };
  const distinct = [...new Set(values)];
  const single = distinct.filter((value) => !isOfOthers(value, distinct));
  const chosen = values.map((value) => choicesIn(value, single) ?? [value]);
  const counts = Map.groupBy(chosen.flat(), (value) => value);
  const fewest = isPictured ? fewestToTell : fewestEntries;
  const isFew = values.length >= fewest && counts.size > 1 && counts.size <= mostChoices;
  // What one company alone has is rather free text that happens to be short.
  const repeatedOnes = [...counts.values()].filter((all) => all.length > 1).length;
  const areRare = [...counts.values()].some((all) => all.length < leastOfFew);
  const areMany = repeatedOnes * 2 < counts.size || values.length < counts.size * 2;
  const isFree = areMany || (values.length < enoughEntries && areRare);
  if (!isFew || (isFree && !isPictured)) return noChoices;
  const choices = isPictured ? [...counts.keys()] : withExplained([...counts.keys()], terms);
  const isUsable = choices.every((each) => each.length <= longestChoice && !/[\n\r]/.test(each));
  if (!isUsable) return noChoices;
  return {
    choices: choices.toSorted((one, other) => one.localeCompare(other, 'und')),
    multiple: chosen.some((each) => each.length > 1),
  };
}
