import { problem } from '../../../../problem/problem.ts';
import { failure, type Result, success } from '../../../../problem/result.ts';
import { readImage } from '../../../image.ts';
import { lineNumber } from '../../../lines.ts';
import type { Pair, Row } from '../page.ts';
import type { Source } from './syntax.ts';

/**
 * Pairs logo rows with the text rows below them. Rows alternate; a picture where a text should be shows that they
 * do not, and then no slot can be trusted.
 */
export function pairRows(rows: readonly Row[], source: Source): Result<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let index = 0; index < rows.length; index += 2) {
    const logo = rows[index];
    const text = rows[index + 1];
    if (logo === undefined) break;
    const misplaced = text?.cells.find(({ markup }) => readImage(markup)?.isAlone);
    if (misplaced !== undefined) {
      const line = lineNumber(source.text, misplaced.start);
      return failure(problem('page-rows-misaligned', source.path, { line }));
    }
    pairs.push({ logo, text });
  }
  return success(pairs);
}
