import type { Configuration } from '../config/configuration.ts';
import type { Edit, List } from '../list/list.ts';
import { type Remark, remark } from '../problem/remark.ts';
import { languageAmong } from '../submission/language-name.ts';
import type { OpenPage } from './open-pages.ts';

/** That an entry's row is wider than the padded table, and which setting would have the whole table padded again. */
export function alignmentRemark(
  { locale, list }: OpenPage,
  edit: Edit,
  company: string,
  configuration: Configuration,
): Remark[] {
  if (configuration.reformat !== undefined) return [];
  if (countNotPadded(edit.list) <= countNotPadded(list)) return [];
  const language = languageAmong(locale, configuration);
  return [remark('row-not-aligned', { company, locale, language })];
}

function countNotPadded(list: List): number {
  const flaws = list.format.flaws?.(list) ?? [];
  return flaws.filter(({ code }) => code === 'row-not-padded').length;
}
