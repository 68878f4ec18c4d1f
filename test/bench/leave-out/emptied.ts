import type { List } from '../../../src/list/list.ts';
import { leaveOut } from './leave-out.ts';
import type { ListedRepository } from './listed-repository.ts';
import { refused, type Trial, trial } from './trial.ts';

/** More would take too long: the file is read again for each. */
const mostEntries = 60;

/** Removes all entries but the first, then that one too, and adds it again. */
export function empty(repository: ListedRepository, list: List): readonly Trial[] {
  if (list.entries.length > mostEntries) return [];
  const [first] = list.entries;
  let left = list;
  while (left.entries.length > 1) {
    const company = left.entries.at(-1)?.company ?? '';
    const removed = repository.remove(left, company);
    if (!removed.ok) return [refused(removed)];
    if (removed.value.entries.length >= left.entries.length) return [trial('wrong', company)];
    left = removed.value;
  }
  const [last] = left.entries;
  return first === undefined || last === undefined ? [] : [leaveOut(repository, left, last)];
}
