import type { RunReport } from './run-report.ts';

/**
 * What a run tells later steps of its job: lines of the file `GITHUB_OUTPUT`. JSON has no line ends, so that no text in it can
 * add another output. Companies are what strangers typed: no step may put them into a line of a shell.
 */
export function writeOutputs({ outcomes, failures, left }: RunReport): string {
  const told = outcomes.map(({ issue, status, isChanged }) => {
    const number = 'pull' in status ? status.pull : undefined;
    return {
      issue,
      status: status.kind,
      ...('company' in status && { company: status.company }),
      ...(number && { pull: number }),
      changed: isChanged,
    };
  });
  const isChanged = told.some(({ changed }) => changed);
  const lines = [
    `changed=${isChanged}`,
    `complete=${failures.length + left === 0}`,
    `outcomes=${JSON.stringify(told)}`,
  ];
  return `${lines.join('\n')}\n`;
}
