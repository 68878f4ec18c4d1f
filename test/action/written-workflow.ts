import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationPath } from '../../src/config/configuration.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { formPath } from '../../src/form/write-form.ts';
import { writeWorkflow } from '../../src/setup/workflow/write-workflow.ts';
import { readTemplate } from '../../src/templates.ts';
import { example } from '../support/command-line.ts';

/** The commit that the tests' workflow names. */
export const commit = '0123456789abcdef0123456789abcdef01234567';

/** The workflow that `init --action` writes for the example's site. */
export function writtenWorkflow(
  change: (configuration: string) => string = (text) => text,
): string {
  const file = (path: string) => readFileSync(join(example.site, path), 'utf8');
  const read = readConfiguration(change(file(configurationPath)));
  if (!read.ok) throw new Error('The example has no configuration', { cause: read.problems });
  const action = { repository: 'millrace/powered-by', commit, version: 'v1.0.0' };
  return writeWorkflow(readTemplate('workflow.yml'), read.value, file(formPath), action);
}

/** The text of a file at the root of the project. */
export function rootFile(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
}
