import { closest, distance } from 'fastest-levenshtein';
import { type Problem, problem } from '../problem/problem.ts';
import { fieldIds } from '../submission/field-ids.ts';
import { companyKey } from '../submission/same-company.ts';
import type { OpenPage } from './open-pages.ts';

/** Says that no page has a company, and which name comes nearest. */
export function companyNotListed(company: string, pages: readonly OpenPage[]): Problem {
  const names = new Map(
    pages.flatMap(({ list }) =>
      list.entries
        .filter((entry) => entry.company !== '')
        .map((entry) => [companyKey(entry.company), entry.company]),
    ),
  );
  const key = companyKey(company);
  const found = closest(key, [...names.keys()]);
  const nearest = found !== undefined && isLike(key, found) ? names.get(found) : undefined;
  return nearest === undefined
    ? problem('company-not-listed', fieldIds.company, { company })
    : problem('company-nearly-listed', fieldIds.company, { company, nearest });
}

/** A slip of the pen, or a name with more or fewer words. */
function isLike(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  return distance(one, other) <= longer / 3 || one.includes(other) || other.includes(one);
}
