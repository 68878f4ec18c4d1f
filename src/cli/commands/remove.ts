import { proposeRemoval } from '../../proposal/propose-removal.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { type ChangeOptions, changeEntry } from './change-entry.ts';

/** The options of `remove`. */
export interface RemoveOptions extends ChangeOptions {
  readonly leaveGap?: boolean;
}

/** Runs `poweredby remove`. */
export function runRemove(name: string, options: RemoveOptions): Promise<ExitCode> {
  const { leaveGap = false } = options;
  return changeEntry(name, options, (repository, company) =>
    proposeRemoval({ ...repository, company, leaveGap }),
  );
}
