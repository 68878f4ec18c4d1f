import type { Configuration } from '../config/configuration.ts';
import { logoPathOf, logosOf } from '../proposal/logo-file.ts';
import { pictureEnding } from '../text/picture-ending.ts';
import type { CheckedEntry, CheckedPage } from './checked-page.ts';

/** A logo's address, and the entry that names it first. */
export interface LogoUse {
  readonly entry: CheckedEntry;
  readonly address: string;
  /** Whether it is for dark pages alone. */
  readonly isDark: boolean;
  /** Its file from the repository's root; none where the address leads elsewhere. */
  readonly path: string | undefined;
}

/**
 * The logos that pages name, each address once, in the order of pages and entries.
 *
 * @param logos the paths of the files in the logo folder
 */
export function logoUses(
  pages: readonly CheckedPage[],
  configuration: Configuration,
  logos: readonly string[],
): readonly LogoUse[] {
  const uses = new Map<string, LogoUse>();
  const entries = pages.flatMap((page) => page.entries);
  const light = new Set(entries.map(({ logo }) => logo));
  for (const entry of entries) {
    for (const address of logosOf(entry)) {
      if (uses.has(address)) continue;
      const named = logoPathOf(address, configuration);
      const path = named && fileNamed(named, logos);
      uses.set(address, { entry, address, isDark: !light.has(address), path });
    }
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

/** The file of a name, which has no ending if a page's template adds it. */
function fileNamed(path: string, logos: readonly string[]): string | undefined {
  if (/\.\w{1,5}$/.test(path)) return path;
  return logos.find((file) => file.replace(pictureEnding, '') === path);
}
