import type { LogoConfiguration } from './configuration.ts';

type LogoDirectory = Pick<LogoConfiguration, 'directory'>;

/** Whether each logo is in the folder of its entry: `*` is in the place of that folder, as in `content/users/*`. */
export function isBesideEntry({ directory }: LogoDirectory): boolean {
  return directory.endsWith('/*');
}

/** The folder that has the logo files, or the folders of the entries with these. */
export function logoFolder({ directory }: LogoDirectory): string {
  return directory.replace(/\/\*$/, '');
}
