import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The status that a process ends with which reports these figures, each with the most it may be. */
function statusOf(...figures: readonly (readonly [figure: string, most: string])[]) {
  const reports = figures.map(([figure, most]) => `report('a figure', ${figure}, ${most});`);
  const program = `import { report } from '${join(import.meta.dirname, 'figures.ts')}';${reports.join('')}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program]).status;
}

it('a run of the bench ends with 1 where any figure is past its bound, or is none', () => {
  expect(statusOf(['1', '1'], ['0', '1'])).toBe(0);
  expect(statusOf(['2', '1'], ['0', '1'])).toBe(1);
  expect(statusOf(['Number.NaN', '1'])).toBe(1);
  expect(statusOf(['Number.POSITIVE_INFINITY', '1'])).toBe(1);
});

it('a part that there is not is no run that went well', () => {
  const { status, stderr } = spawnSync(process.execPath, [
    join(import.meta.dirname, 'run.ts'),
    'flods',
  ]);
  expect(status).toBe(2);
  expect(String(stderr)).toContain('floods');
});
