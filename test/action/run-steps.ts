import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { data, Evaluator, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';
import { parse } from 'yaml';
import { root } from '../docs/document.ts';
import { projectFiles } from '../support/project-files.ts';
import { runScript } from '../support/run-script.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** What a step came to. */
export interface StepRun {
  readonly exitCode: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: string;
  /** In seconds. */
  readonly duration: number;
}

/** How a run is started. */
export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** GitHub's own token for the run. */
  readonly token: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The files of the project in a folder of their own, as a runner gets them for `uses: OWNER/REPOSITORY@COMMIT`. */
export function downloadAction(
  isWanted = ({ path }: { readonly path: string }) => !/^(?:test|docs)\//.test(path),
): string {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-action-'));
  for (const file of projectFiles().filter((path) => isWanted({ path }))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  return folder;
}

/** Runs one step of `action.yml` as GitHub's runner does. @param name of the step */
export async function runStep(
  folder: string,
  name: string,
  options: StepOptions,
): Promise<StepRun> {
  const action: ActionFile = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  const step = action.runs.steps.find((each) => 'name' in each && each.name === name);
  if (step?.run === undefined) throw new Error(`There is no step ${name}`);
  const fill = filling(action, folder, options);
  const scratch = mkdtempSync(join(tmpdir(), 'poweredby-step-'));
  const files = {
    GITHUB_STEP_SUMMARY: join(scratch, 'summary'),
    GITHUB_OUTPUT: join(scratch, 'output'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const started = performance.now();
  const { exitCode, log } = await runScript(fill(step.run), {
    directory: step['working-directory'] === undefined ? scratch : fill(step['working-directory']),
    environment: {
      GITHUB_ACTIONS: 'true',
      ...files,
      ...options.environment,
      ...Object.fromEntries(
        Object.entries(step.env ?? {}).map(([key, value]) => [key, fill(value)]),
      ),
    },
    signal: options.signal,
  });
  return {
    exitCode,
    log,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    outputs: readFileSync(files.GITHUB_OUTPUT, 'utf8'),
    duration: (performance.now() - started) / 1000,
  };
}

/** Fills in `${{ … }}`, as GitHub's own evaluator does. */
function filling(
  { inputs }: ActionFile,
  folder: string,
  { inputs: given = {}, token }: StepOptions,
): (text: string) => string {
  const contexts = (values: object) =>
    new data.Dictionary(
      ...Object.entries(values).map(([key, pairs]) => ({
        key,
        value: new data.Dictionary(
          ...Object.entries(pairs).map(([name, value]) => ({
            key: name,
            value: new data.StringData(String(value)),
          })),
        ),
      })),
    );
  const evaluate = (text: string, values: object): string =>
    text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
      const { tokens } = new Lexer(expression.trim()).lex();
      const names = Object.keys(values);
      const parsed = new Parser(tokens, names, Object.values(wellKnownFunctions)).parse();
      return new Evaluator(parsed, contexts(values)).evaluate().coerceString();
    });
  const github = { action_path: folder, token };
  const defaults = Object.entries(inputs).map(([name, { default: text = '' }]) => [
    name,
    evaluate(text, { github }),
  ]);
  const all = { ...Object.fromEntries(defaults), ...given };
  return (text) => evaluate(text, { github, inputs: all });
}
