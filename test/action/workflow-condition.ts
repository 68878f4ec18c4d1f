import { data, Evaluator, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';
import { parse } from 'yaml';
import { writtenWorkflow } from './written-workflow.ts';

const workflow = parse(writtenWorkflow());
const condition = String(workflow.jobs['powered-by'].if);

const { tokens } = new Lexer(condition).lex();
const expression = new Parser(tokens, ['github'], [...Object.values(wellKnownFunctions)]).parse();

/**
 * Whether an event starts a run of the workflow: GitHub's own evaluator decides on its `if`.
 *
 * @param event as webhooks name it
 */
export function workflowRuns(event: string, payload: Readonly<Record<string, unknown>>): boolean {
  const { sender, repository, ref = '', action } = payload as Payload;
  // What is done with `GITHUB_TOKEN` starts no workflow.
  if (sender?.login === 'github-actions[bot]') return false;
  const trigger = workflow.on[event];
  if (trigger === undefined || (trigger?.types && !trigger.types.includes(action))) return false;
  const github = {
    event_name: event,
    event: payload,
    repository: repository?.full_name ?? '',
    ref_name: ref.replace('refs/heads/', ''),
  };
  const context = new data.Dictionary({ key: 'github', value: toData(github) });
  return new Evaluator(expression, context).evaluate().coerceString() === 'true';
}

interface Payload {
  readonly action?: string;
  readonly ref?: string;
  readonly sender?: { readonly login: string };
  readonly repository?: { readonly full_name: string };
}

function toData(value: unknown): data.ExpressionData {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value !== 'object' || value === null) return new data.Null();
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  const pairs = Object.entries(value).map(([key, each]) => ({ key, value: toData(each) }));
  return new data.Dictionary(...pairs);
}
