import { createTwoFilesPatch } from 'diff';
import { type Checkout, readText } from '../checkout/checkout.ts';
import type { FileChange } from '../proposal/file-change.ts';

/** How the texts of a checkout would change, as a unified diff that `git apply` reads. Pictures are left out. */
export async function unifiedDiff(
  checkout: Checkout,
  changes: readonly FileChange[],
): Promise<string> {
  const diffs: string[] = [];
  for (const { path, content } of changes) {
    if (typeof content !== 'string') continue;
    const old = await readText(checkout, path);
    const before = old === undefined || old === 'not-text' ? '' : old.text;
    const patch = createTwoFilesPatch(
      `a/${path}`,
      `b/${path}`,
      before,
      content,
      undefined,
      undefined,
      {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      },
    );
    diffs.push(patch);
  }
  return diffs.join('');
}
