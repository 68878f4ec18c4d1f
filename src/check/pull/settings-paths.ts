import { configurationPath, misnamedConfigurationPath } from '../../config/configuration.ts';
import { formPath } from '../../form/write-form.ts';

/** The paths of what is checked beside the lists. @param path of the configuration */
export function settingsPaths(path: string): readonly string[] {
  return [path, ...misnamedPaths(path), formPath];
}

/** The name that is nearly the configuration's; none where somebody named that file themselves. */
export function misnamedPaths(path: string): readonly string[] {
  return path === configurationPath ? [misnamedConfigurationPath] : [];
}
