import { isOtherwise, nameStrength } from './name-strength.ts';
import type { LocalePage, PageGroup } from './pair-locales.ts';

/** More are explained nowhere. */
const mostTerms = 12;

/**
 * Whether items explain the words of another list in their file, such as kinds of adopters: none leads anywhere, and they are values in that
 * list, or have a text each and stand beside it or below a heading that speaks of something else.
 */
export function listsTerms(
  { format, pages: [page] }: PageGroup,
  groups: readonly PageGroup[],
): boolean {
  if (format !== 'markdown-list' || page === undefined || page.groups.length > 0) return false;
  const { entries, within } = page;
  if (entries.length === 0 || entries.some(hasAddress)) return false;
  const explained = groups.flatMap(({ format: other, pages: [list] }) =>
    list !== undefined && list !== page && list.path === page.path && isListed(other, list)
      ? [list]
      : [],
  );
  if (explained.length === 0) return false;
  if (explained.some((list) => entries.some(({ company }) => hasValue(list, company)))) return true;
  const isBeside =
    isOtherwise(within) ||
    nameStrength(within) === 0 ||
    explained.some((list) => list.within === within);
  return isBeside && entries.length <= mostTerms && entries.every(({ text }) => text !== '');
}

type ListedEntry = LocalePage['entries'][number];

function hasAddress({ homepage, logo, link }: ListedEntry): boolean {
  return homepage !== undefined || logo !== '' || link !== undefined;
}

/** Whether a list may be one of organizations: a table, or items half of which lead somewhere. */
function isListed(format: PageGroup['format'], { entries }: LocalePage): boolean {
  if (format === 'markdown-table') return true;
  return format === 'markdown-list' && entries.filter(hasAddress).length * 2 > entries.length;
}

/** Whether one of several words in a value of an entry is this one. */
function hasValue({ entries }: LocalePage, word: string): boolean {
  const wanted = word.toLowerCase();
  return entries
    .flatMap(({ fields = {} }) => Object.values(fields))
    .some((value) => value.split(/[/,;&+]/).some((each) => each.trim().toLowerCase() === wanted));
}
