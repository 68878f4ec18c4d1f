import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { asNamed } from '../as-named.ts';

/** Something below a heading, and the name by which a configuration finds it. */
export interface Named<T> {
  readonly list: T;
  /** The heading above; of further ones below one heading also which it is, as `Adopters [2]`. */
  readonly within: string;
}

/** A list of a dozen is named whole; more would tell a maintainer nothing. */
const mostNamed = 10;

/** Names the lists of a file, in their order. */
export function nameLists<T extends { readonly heading: string }>(
  lists: readonly T[],
): readonly Named<T>[] {
  const seen = new Map<string, number>();
  return lists.map((list) => {
    const count = (seen.get(list.heading) ?? 0) + 1;
    seen.set(list.heading, count);
    return { list, within: count === 1 ? list.heading : `${list.heading} [${count}]`.trim() };
  });
}

/** The list that is named, or the only one. */
export function chooseList<T>(
  named: readonly Named<T>[],
  path: string,
  within: string | undefined,
): Result<Named<T>> {
  const [first, ...others] = asNamed(named, within);
  if (first !== undefined && others.length === 0) return success(first);
  const names = named.slice(0, mostNamed).map((each) => `“${each.within}”`);
  const values = { line: 1, list: within ?? '', lists: names.join(', ') };
  return failure(problem(first === undefined ? 'list-missing' : 'list-not-named', path, values));
}
