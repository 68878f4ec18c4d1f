import type * as WorkflowParser from '@actions/workflow-parser';
import { build } from 'esbuild';

/** GitHub's own parser of workflows. It imports JSON in a way that Node.js refuses, so that it has to be bundled. */
const parser: Promise<typeof WorkflowParser> = build({
  stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: import.meta.dirname },
  bundle: true,
  format: 'esm',
  write: false,
}).then(({ outputFiles: [file] }) => {
  const code = Buffer.from(file?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
});

/** What GitHub finds wrong with a workflow. */
export async function workflowErrors(content: string): Promise<readonly string[]> {
  const { NoOperationTraceWriter, parseWorkflow } = await parser;
  const file = { name: 'powered-by.yml', content };
  const { context } = parseWorkflow(file, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}
