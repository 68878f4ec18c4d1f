import { foldLine } from '../../text/single-line.ts';
import type { EntryValues } from '../format.ts';
import type { DataKey } from './data-list.ts';
import { type DataProperty, type DataValue, findProperty, isWordList } from './data-value.ts';

/** What an entry says. One without a name is known by its homepage's host, or by its logo's file. */
export function valuesOf(
  properties: readonly DataProperty[],
  keys: readonly DataKey[],
): EntryValues {
  const fields = new Map<string, string>();
  let values: EntryValues = { company: '', logo: '', text: '' };
  for (const { name, role, suffix = '' } of keys) {
    const value = findProperty(properties, name)?.value;
    const shown = value === undefined ? '' : shownValue(value);
    switch (role) {
      case 'name':
        values = { ...values, company: withoutSuffix(shown, suffix) };
        break;
      case 'homepage':
        if (shown !== '') values = { ...values, homepage: shown };
        break;
      case 'text':
        values = { ...values, text: shown };
        break;
      case 'logo':
        values = { ...values, logo: shown };
        break;
      case 'logo-dark':
        if (shown !== '') values = { ...values, darkLogo: shown };
        break;
      case 'link':
        if (shown !== '') values = { ...values, link: { text: shown, url: shown } };
        break;
      default:
        if (shown !== '') fields.set(name, shown);
    }
  }
  const hasName = keys.some(({ role }) => role === 'name');
  const own = { fields: Object.fromEntries(fields) };
  return { ...values, ...own, ...(!hasName && { company: nameless(values) }) };
}

function withoutSuffix(name: string, suffix: string): string {
  const isThere = suffix !== '' && name.toLowerCase().endsWith(suffix.toLowerCase());
  return isThere ? name.slice(0, -suffix.length) : name;
}

function nameless({ homepage = '', logo }: EntryValues): string {
  const host = URL.parse(homepage)?.host.replace(/^www\./, '');
  return host ?? logo.slice(logo.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** What a value shows, on one line; nothing where it holds more than words. */
export function shownValue(value: DataValue): string {
  const { kind, data, items } = value;
  switch (kind) {
    case 'text':
    case 'word':
      return foldLine(String(data));
    case 'array':
      return isWordList(value) ? items.map(shownValue).join(', ') : '';
    case 'empty':
    case 'object':
    case 'expression':
      return '';
    default:
      return kind satisfies never;
  }
}
