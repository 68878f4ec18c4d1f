import { proposeRenaming } from '../../proposal/propose-renaming.ts';
import { readDefaultLinkTexts } from '../../templates.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { type ChangeOptions, changeEntry } from './change-entry.ts';

/** Runs `poweredby rename`. @param name the one in the list @param newName as it was typed */
export function runRename(
  name: string,
  newName: string,
  options: ChangeOptions,
): Promise<ExitCode> {
  const defaultLinkTexts = readDefaultLinkTexts();
  return changeEntry(name, options, (repository, company) =>
    proposeRenaming({ ...repository, company, newName, defaultLinkTexts }),
  );
}
