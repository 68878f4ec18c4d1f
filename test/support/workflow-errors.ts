import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { folderWith } from './folders.ts';

/**
 * What GitHub's own parser finds wrong with a workflow, expressions included: sentences with lines. Call it inside a test.
 *
 * @param name of the file
 */
export async function workflowErrors(name: string, content: string): Promise<string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await loadParser();
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

type Parser = typeof import('@actions/workflow-parser');

let loaded: Promise<Parser> | undefined;

/** The package imports JSON as bundlers allow it, and Node.js does not: so it is bundled. */
async function bundleParser(): Promise<Parser> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from '@actions/workflow-parser'`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const file = join(folderWith({}), 'parser.mjs');
  writeFileSync(file, outputFiles[0]?.text ?? '');
  return import(pathToFileURL(file).href);
}

function loadParser(): Promise<Parser> {
  loaded ??= bundleParser();
  return loaded;
}
