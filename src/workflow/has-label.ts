import type { Configuration } from '../config/configuration.ts';

/** Whether the configured label is among some: to GitHub, names that differ in case only are one. */
export function hasLabel(
  labels: readonly string[],
  { label }: Pick<Configuration, 'label'>,
): boolean {
  return labels.some((name) => name.toLowerCase() === label.toLowerCase());
}
