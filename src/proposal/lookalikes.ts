import { type Remark, remark } from '../problem/remark.ts';
import { looksLike } from '../submission/looks-like.ts';
import { isSameCompany } from '../submission/same-company.ts';
import type { OpenPage } from './open-pages.ts';

/** Nobody compares more. */
const mostNamed = 3;

/** Remarks on the companies on the pages that a new one could be taken for. */
export function remarksOnLookalikes(
  company: string,
  pages: readonly OpenPage[],
): readonly Remark[] {
  const names = new Set(pages.flatMap(({ list }) => list.entries.map((entry) => entry.company)));
  return [...names]
    .filter((other) => !isSameCompany(company, other) && looksLike(company, other))
    .slice(0, mostNamed)
    .map((other) => remark('company-looks-like', { company, other }));
}
