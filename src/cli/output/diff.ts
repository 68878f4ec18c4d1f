import { createTwoFilesPatch } from 'diff';
import { type Checkout, readText } from '../../checkout/checkout.ts';
import type { FileChange } from '../../proposal/file-change.ts';

/** With more differing lines, finding the shortest diff takes longer than anyone waits. */
const mostDifferences = 2000;

/** How the texts of a checkout would change, as a unified diff that `git apply` reads. Pictures are left out. */
export async function unifiedDiff(
  checkout: Checkout,
  changes: readonly FileChange[],
): Promise<string> {
  const diffs: string[] = [];
  for (const { path, content, before: from } of changes) {
    // Of what is deleted, only texts have one that they were made from.
    if (typeof content !== 'string' && (content !== undefined || from === undefined)) continue;
    const old = await readText(checkout, path);
    const before = old === undefined || old === 'not-text' ? '' : old.text;
    const names: Names = [
      old === undefined ? nothing : `a/${path}`,
      content === undefined ? nothing : `b/${path}`,
    ];
    const after = content ?? '';
    diffs.push(shortestPatch(names, before, after) ?? plainPatch(names, before, after));
  }
  return diffs.join('');
}

/** What a diff calls a file before and after. */
type Names = readonly [before: string, after: string];

/** The name of a file that is not there. */
const nothing = '/dev/null';

function shortestPatch([one, other]: Names, before: string, after: string): string | undefined {
  return createTwoFilesPatch(one, other, before, after, undefined, undefined, {
    context: 3,
    maxEditLength: mostDifferences,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}

/** One hunk: all lines between the first and the last that differ. Both texts end with the same last line. */
function plainPatch([one, other]: Names, before: string, after: string): string {
  const [old, changed] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, changed.length);
  let start = 0;
  while (start < shorter && old[start] === changed[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && old.at(-1 - tail) === changed.at(-1 - tail)) tail += 1;
  const removed = old.slice(start, old.length - tail).map((line) => `-${line}`);
  const added = changed.slice(start, changed.length - tail).map((line) => `+${line}`);
  const range = (lines: number): string => `${start + (lines > 0 ? 1 : 0)},${lines}`;
  const hunk = `@@ -${range(removed.length)} +${range(added.length)} @@`;
  return [`--- ${one}`, `+++ ${other}`, hunk, ...removed, ...added, ''].join('\n');
}
