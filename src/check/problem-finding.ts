import type { Problem } from '../problem/problem.ts';
import type { Finding } from './finding.ts';

/**
 * A problem of a file as a finding, which is always an error.
 *
 * @param path the file, from the repository's root
 * @returns the finding, with the line that the problem names, if it names one
 */
export function problemFinding({ code, values }: Problem, path: string): Finding {
  const { line } = values;
  const place = typeof line === 'number' ? { path, line } : { path };
  return { code, severity: 'error', ...place, values };
}
