import { shorten } from '../../text/shorten.ts';
import { defuse } from '../defuse.ts';
import { fillTemplate } from '../fill-template.ts';
import type { Templates } from '../templates.ts';

/** Of what was found, so many lines are shown, and so much of each, in UTF-16 code units. */
const mostLines = 40;
const longestLine = 600;

/**
 * The title and body of the pull request that proposes a configuration.
 *
 * @param found what set-up found, a line of plain text each
 * @param paths of the two files
 */
export function writeSetupPull(
  found: readonly string[],
  paths: { readonly configuration: string; readonly form: string },
  templates: Pick<Templates, 'setup-pull-request'>,
): { readonly title: string; readonly body: string } {
  const { title, ...parts } = templates['setup-pull-request'];
  const lines = found.slice(0, mostLines).map((line) => `- ${defuse(shorten(line, longestLine))}`);
  const values = { ...paths, found: lines.join('\n') };
  const texts = [parts.does, parts.found, parts.after, parts.change].map((template) =>
    fillTemplate(template, values),
  );
  return { title, body: texts.join('\n\n') };
}
