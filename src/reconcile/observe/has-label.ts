import type { Configuration } from '../../config/configuration.ts';
import { isSameName } from '../../github/nodes/is-same-name.ts';

/** Whether the configured label is among some. */
export function hasLabel(
  labels: readonly string[],
  { label }: Pick<Configuration, 'label'>,
): boolean {
  return labels.some((name) => isSameName(name, label));
}
