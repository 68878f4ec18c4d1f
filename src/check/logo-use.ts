import type { Configuration } from '../config/configuration.ts';
import { logoPathOf } from '../proposal/logo-file.ts';
import type { CheckedEntry, CheckedPage } from './checked-page.ts';

/** A logo's address, and the entry that names it first. */
export interface LogoUse {
  readonly entry: CheckedEntry;
  /** Its file from the repository's root; none where the address leads elsewhere. */
  readonly path: string | undefined;
}

/** The logos that pages name, each address once, in the order of pages and entries. */
export function logoUses(
  pages: readonly CheckedPage[],
  configuration: Configuration,
): readonly LogoUse[] {
  const uses = new Map<string, LogoUse>();
  for (const entry of pages.flatMap(({ entries }) => entries)) {
    const { logo } = entry;
    if (logo === '' || uses.has(logo)) continue;
    uses.set(logo, { entry, path: logoPathOf(logo, configuration) });
  }
  return [...uses.values()];
}

/** Two addresses that differ in a query name one file: the files, each once. */
export function filesInUse(uses: readonly LogoUse[]): ReadonlyMap<string, LogoUse> {
  const files = new Map<string, LogoUse>();
  for (const use of uses) {
    if (use.path !== undefined && !files.has(use.path)) files.set(use.path, use);
  }
  return files;
}
