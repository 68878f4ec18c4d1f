import type { EntryValues, FoundList } from '../../../src/list/format.ts';
import { isData } from '../../../src/text/is-data.ts';

/** What a person would have typed into a form for an entry of a data file: the values as words, lists with commas. */
export function typedData(
  given: Readonly<Record<string, unknown>>,
  { fields }: Pick<FoundList, 'fields'>,
): EntryValues {
  const others: Record<string, string> = {};
  let values: EntryValues = { company: '', logo: '', text: '' };
  for (const { name, role } of fields) {
    const typed = wordsOf(given[name] ?? valueInside(given, name));
    switch (role) {
      case 'name':
        values = { ...values, company: typed };
        break;
      case 'homepage':
        if (typed !== '') values = { ...values, homepage: typed };
        break;
      case 'text':
        values = { ...values, text: typed };
        break;
      case 'logo':
        values = { ...values, logo: typed };
        break;
      case 'logo-dark':
        if (typed !== '') values = { ...values, darkLogo: typed };
        break;
      case 'link':
        if (typed !== '') values = { ...values, link: { text: typed, url: typed } };
        break;
      default:
        if (typed !== '') others[name] = typed;
    }
  }
  return { ...values, fields: others };
}

/** What an object has under a key, as `link.url` names it. */
function valueInside(given: Readonly<Record<string, unknown>>, name: string): unknown {
  const dot = name.indexOf('.');
  const object = given[name.slice(0, dot)];
  return dot > 0 && isData(object) ? object[name.slice(dot + 1)] : undefined;
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  // Nobody types an object, and no form asks for one.
  if (value === null || typeof value === 'object' || value === undefined) return '';
  return String(value).replace(/\s+/g, ' ').trim();
}
