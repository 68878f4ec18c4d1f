import type { Finding } from '../finding.ts';

/** Which findings a change brings, and which were there before. */
export interface ComparedFindings {
  readonly fresh: readonly Finding[];
  readonly old: readonly Finding[];
}

/**
 * Tells what a change brings from what was there before. Lines and counts move with every change, so that they do not count; where
 * the same is found several times, it is as old as often as it was found before.
 *
 * @param before what was found without the change
 * @param after what is found with it
 */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): ComparedFindings {
  const left = new Map<string, number>();
  for (const finding of before) {
    const key = keyOf(finding);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const isOld = (finding: Finding): boolean => {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  };
  const { fresh = [], old = [] } = Object.groupBy(after, (each) => (isOld(each) ? 'old' : 'fresh'));
  return { fresh, old };
}

function keyOf({ code, severity, path, locale, values }: Finding): string {
  const kept = Object.entries(values)
    .filter(([name]) => !/(?:line|count)$/i.test(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([code, severity, path, locale, kept]);
}
