import type { LogoConfiguration } from './configuration.ts';

type LogoDirectory = Pick<LogoConfiguration, 'directory'>;

/** Whether each logo is in the folder of its entry: `*` is in the place of that folder, as in `content/users/*`. */
export function isBesideEntry({ directory }: LogoDirectory): boolean {
  return directory.endsWith('/*');
}

/** The folder of the logo files; if each is in the folder of its entry, the folder of all entries. */
export function logoFolder({ directory }: LogoDirectory): string {
  return directory.replace(/\/\*$/, '');
}
