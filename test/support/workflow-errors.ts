import { build } from 'esbuild';

type Parser = typeof import('@actions/workflow-parser');

/** GitHub's own parser of workflows. It imports JSON in a way that Node.js refuses, so that it has to be bundled. */
const parser: Promise<Parser> = build({
  stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: import.meta.dirname },
  bundle: true,
  format: 'esm',
  write: false,
}).then(({ outputFiles: [file] }) => {
  const code = Buffer.from(file?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
});

/** What GitHub finds wrong with a workflow, expressions included: sentences with lines. @param name of its file */
export async function workflowErrors(name: string, content: string): Promise<string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await parser;
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}
