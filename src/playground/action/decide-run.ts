import { data, Evaluator, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';
import { minimatch } from 'minimatch';
import { parse } from 'yaml';
import * as z from 'zod';
import { rememberLast } from '../../text/remember-last.ts';

/** What happened, as a workflow is told of it. */
export interface WorkflowEvent {
  /** As `issue_comment`. */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Whether an event starts a run: of which job, with which permissions of `GITHUB_TOKEN`, or why not. */
export type Decision =
  | { readonly kind: 'run'; readonly job: string; readonly permissions: Permissions }
  | { readonly kind: 'skipped'; readonly reason: string };

type Permissions = Readonly<Record<string, 'read' | 'write'>>;

const permissions = z.record(z.string(), z.enum(['read', 'write', 'none'])).catch({});
const trigger = z
  .object({ types: z.array(z.string()).optional(), paths: z.array(z.string()).optional() })
  // A schedule has a list of times here, and most events have nothing.
  .catch({});
const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  jobs: z.record(
    z.string(),
    z.object({ if: z.unknown().optional(), permissions: permissions.optional() }),
  ),
});

const files = z.array(z.string()).catch([]);
const payloadShape = z.object({
  action: z.string().optional(),
  ref: z.string().catch(''),
  sender: z.object({ login: z.string() }).optional(),
  repository: z.object({ full_name: z.string() }),
  commits: z.array(z.object({ added: files, removed: files, modified: files })).catch([]),
});

/** Every event asks for the same file. */
const readWorkflow = rememberLast((text) => workflow.safeParse(readYaml(text)));

const skipped = (reason: string): Decision => ({ kind: 'skipped', reason });

/**
 * Decides whether an event starts a run of a workflow, by its `on:` and the `if:` of its jobs, as GitHub's own evaluator
 * understands it.
 *
 * @param text of the workflow's file
 * @param inPull the files that the event's pull request changes; a push names its own
 */
export function decideRun(
  text: string,
  { name, payload }: WorkflowEvent,
  inPull: readonly string[] = [],
): Decision {
  const read = readWorkflow(text);
  if (!read.success) return skipped('GitHub cannot read the workflow.');
  const { on, jobs, permissions: usual = {} } = read.data;
  const event = payloadShape.safeParse(payload).data;
  if (!event) return skipped('This event starts no workflow.');
  if (event.sender?.login === 'github-actions[bot]') {
    return skipped('What is done with GITHUB_TOKEN starts no workflow.');
  }
  if (!Object.hasOwn(on, name)) return skipped(`The workflow’s “on” does not name ${name}.`);
  const { types, paths } = trigger.parse(on[name]);
  if (types && !types.includes(event.action ?? '')) {
    return skipped(`The workflow’s “on” does not name ${name}.${event.action}.`);
  }
  const pushed = event.commits.flatMap((each) => [
    ...each.added,
    ...each.removed,
    ...each.modified,
  ]);
  if (paths && !touches([...pushed, ...inPull], paths)) {
    return skipped(`No path of the workflow’s “on: ${name}” was changed.`);
  }
  const github = {
    event_name: name,
    event: payload,
    repository: event.repository.full_name,
    ref_name: event.ref.replace('refs/heads/', ''),
  };
  try {
    const found = Object.entries(jobs).find(([, each]) => holds(each.if, github));
    if (!found) return skipped('The workflow’s “if” is false.');
    const [name, job] = found;
    return { kind: 'run', job: name, permissions: granted(job.permissions ?? usual) };
  } catch (error) {
    return skipped(`GitHub cannot evaluate the workflow’s “if”: ${String(error)}`);
  }
}

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function touches(changed: readonly string[], paths: readonly string[]): boolean {
  return changed.some((path) => paths.some((glob) => minimatch(path, glob, { dot: true })));
}

/** As the API names permissions: a workflow has a hyphen where that has an underscore. */
function granted(given: z.infer<typeof permissions>): Permissions {
  const named = Object.entries(given).flatMap(([name, access]) =>
    access === 'none' ? [] : [[name.replaceAll('-', '_'), access] as const],
  );
  return Object.fromEntries(named);
}

function holds(condition: unknown, github: object): boolean {
  if (condition === undefined) return true;
  const { tokens } = new Lexer(String(condition)).lex();
  const functions = Object.values(wellKnownFunctions);
  const expression = new Parser(tokens, ['github'], functions).parse();
  const context = new data.Dictionary({ key: 'github', value: toData(github) });
  return new Evaluator(expression, context).evaluate().coerceString() === 'true';
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
