import type { AskedSettings } from '../submission/asked-fields.ts';
import { descriptionId, fieldIds, linkTextId } from '../submission/field-ids.ts';
import { foldKey, idOfKey, meansHomepage } from './grammar/field-keys.ts';
import { foldLocale } from './grammar/locales.ts';
import { askedId, ownKeysOf } from './grammar/own-keys.ts';

/**
 * The form field that people mean by a word: the list's own names and labels, roles, and what fields are usually called.
 *
 * @returns its id, nothing where the list has no such field; a locale that is not configured is kept as it was typed
 */
export function fieldOfKey(key: string, settings: AskedSettings): string | undefined {
  const { locales, sourceLocale } = settings;
  const own = ownKeysOf(settings);
  const known = own.ids.get(foldKey(key));
  if (known !== undefined) return known;
  const plain = idOfKey(key);
  if (plain !== undefined) return askedId(plain, meansHomepage(key), own);
  const [, textLocale] = /^link[-_ ]text[-_ ](.+)$/i.exec(key) ?? [];
  const linkLocale = locales.find((one) => foldLocale(one) === foldLocale(textLocale ?? ''));
  if (linkLocale !== undefined) return askedId(linkTextId(linkLocale, sourceLocale), false, own);
  const [, blank, typed] = /^description(?:( )|[-_])(.+)$/i.exec(key) ?? [];
  if (typed === undefined || !own.asked.has(fieldIds.description)) return undefined;
  const locale = locales.find((one) => foldLocale(one) === foldLocale(typed));
  // "Description of us:" is a sentence.
  if (locale === undefined && blank !== undefined) return undefined;
  return descriptionId(locale ?? typed, sourceLocale);
}
