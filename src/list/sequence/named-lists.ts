import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { ListLocation, WantedList } from '../format.ts';
import type { FoundSequence, FoundSequences, ReadSequence, SequenceGroup } from './sequence.ts';

/** Something in a file that may be a list, with the names by which it is found. */
export interface Named<T> {
  readonly list: T;
  /** The heading above it, or the keys to it; of further ones of the same name also which it is, as `Adopters [2]`. */
  readonly within: string;
  /** What it is called as a group of a list: its own heading or key, without those above. */
  readonly title: string;
  /** The headings above that, or the keys to them, the outermost first. */
  readonly above: readonly string[];
}

/** The names of one list, before it is known whether others have the same. */
export type ListNames = Pick<Named<unknown>, 'within' | 'title' | 'above'>;

/** A list of a dozen is named whole; more would tell a maintainer nothing. */
const mostNamed = 10;

/** Nobody chooses among more, and each is read for itself. */
const mostGroups = 20;

/** Names the lists of a file, in their order. */
export function nameLists<T>(
  lists: readonly T[],
  namesOf: (list: T) => ListNames,
): readonly Named<T>[] {
  const [seen, titles] = [new Map<string, number>(), new Map<string, number>()];
  return lists.map((list) => {
    const { within, title, above } = namesOf(list);
    // A group without a heading of its own needs a name all the same.
    const own = numbered(title, titles) || '[1]';
    return { list, within: numbered(within, seen), title: own, above };
  });
}

function numbered(name: string, seen: Map<string, number>): string {
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  return count === 1 ? name : `${name} [${count}]`.trim();
}

/** The lists of a file: all of them, and those that seem to list organizations. */
export interface NamedLists<T> {
  readonly all: readonly Named<T>[];
  readonly usual: readonly Named<T>[];
}

/**
 * The list that is named, or the only one of organizations; several of these where they are alike and so are the groups of one
 * list: all of the file, or those below the heading or key that is named.
 */
export function chooseLists<T>(
  { all, usual }: NamedLists<T>,
  { path, within, areAlike }: Choice<T>,
): Result<readonly Named<T>[]> {
  const found = within === undefined ? usual : listsNamed({ all, usual }, within);
  if (found.length === 1 || areGroups(found, areAlike)) return success(found);
  const names = usual.slice(0, mostNamed).map((each) => `“${each.within}”`);
  const values = { line: 1, list: within ?? '', lists: names.join(', ') };
  return failure(problem(found.length === 0 ? 'list-missing' : 'list-not-named', path, values));
}

interface Choice<T> {
  readonly path: string;
  readonly within: string | undefined;
  readonly areAlike: (lists: readonly T[]) => boolean;
}

/** The list that alone has a name, whatever its case, or those of organizations below the heading or key of that name. */
function listsNamed<T>({ all, usual }: NamedLists<T>, within: string): readonly Named<T>[] {
  const is = (name: string) => name.toLowerCase() === within.toLowerCase();
  const only = (lists: readonly Named<T>[]) => {
    const found = lists.filter((each) => is(each.within));
    return found.length === 1 ? found : [];
  };
  const below = usual.filter(({ above }) => above.some(is));
  return [only(usual), below, only(all)].find((lists) => lists.length > 0) ?? [];
}

/** Lists that are read as one, and how a configuration names them; nothing where they are all of a file. */
export interface Grouping<T> {
  readonly within: string | undefined;
  readonly groups: readonly Named<T>[];
}

/**
 * The lists of a file, those together that are groups of one list.
 *
 * @param wanted what somebody says is a list, whatever it looks like; without it those of organizations
 */
export function groupLists<T>(
  { all, usual }: NamedLists<T>,
  wanted: WantedList | undefined,
  areAlike: (lists: readonly T[]) => boolean,
): readonly Grouping<T>[] {
  const { within } = wanted ?? {};
  if (within !== undefined) {
    const groups = listsNamed({ all, usual }, within);
    return areGroups(groups, areAlike) ? [{ within, groups }] : groups.map(alone);
  }
  const others = wanted === undefined ? [] : all.filter((each) => !usual.includes(each));
  return [...grouped(usual, areAlike), ...others.map(alone)];
}

function alone<T>(list: Named<T>): Grouping<T> {
  return { within: list.within, groups: [list] };
}

function grouped<T>(
  named: readonly Named<T>[],
  areAlike: (lists: readonly T[]) => boolean,
): readonly Grouping<T>[] {
  if (areGroups(named, areAlike)) return [{ within: undefined, groups: named }];
  const names = named.map(({ within }) => within.toLowerCase());
  const taken = new Map<Named<T>, Grouping<T>>();
  for (const within of new Set(named.flatMap(({ above }) => above))) {
    const groups = named.filter((each) => !taken.has(each) && each.above.includes(within));
    if (names.includes(within.toLowerCase()) || !areGroups(groups, areAlike)) continue;
    for (const each of groups) taken.set(each, { within, groups });
  }
  const found = named.map((each) => taken.get(each) ?? alone(each));
  return [...new Set(found)];
}

/** The groups of a list as a format reads each, or all that is wrong with them. */
export function readGroups<T, Read extends ReadSequence>(
  groups: readonly Named<T>[],
  at: ListLocation,
  read: (list: T, at: ListLocation) => Result<Read>,
): Result<readonly (Read & SequenceGroup)[]> {
  const found = groups.map(({ list, within }) => read(list, { ...at, within }));
  const problems = found.flatMap((group) => (group.ok ? [] : group.problems));
  if (problems.length > 0) return { ok: false, problems };
  return success(
    found.flatMap((group, index) =>
      group.ok ? [{ ...group.value, title: groups[index]?.title ?? '' }] : [],
    ),
  );
}

/** The lists of a file as they are read, and what is wrong with others: once, however many lists it is wrong with. */
export function foundLists<T>(
  groupings: readonly Grouping<T>[],
  read: (groups: readonly Named<T>[]) => Result<readonly SequenceGroup[]>,
): FoundSequences {
  const lists: FoundSequence[] = [];
  const problems = new Map<string, Problem>();
  for (const { within, groups } of groupings) {
    const found = read(groups);
    const at = within === undefined ? {} : { within };
    const above = groups.map((group) => group.above);
    if (found.ok) lists.push({ at, groups: found.value, above });
    else for (const each of found.problems) problems.set(JSON.stringify(each), each);
  }
  return { lists, problems: [...problems.values()] };
}

function areGroups<T>(
  named: readonly Named<T>[],
  areAlike: (lists: readonly T[]) => boolean,
): boolean {
  const isSome = named.length > 1 && named.length <= mostGroups;
  return isSome && areAlike(named.map(({ list }) => list));
}
