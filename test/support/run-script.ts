import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../docs/document.ts';

/** What a script came to. */
export interface ScriptRun {
  readonly exitCode: number;
  /** Of both outputs. */
  readonly log: string;
}

/** Where and with what a script runs. */
export interface ScriptOptions {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Runs the script of a step as GitHub's runner does, with the Node.js that `actions/setup-node` puts on the path. */
export async function runScript(script: string, options: ScriptOptions): Promise<ScriptRun> {
  const file = join(mkdtempSync(join(tmpdir(), 'poweredby-script-')), 'step.sh');
  writeFileSync(file, script);
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], {
    cwd: options.directory,
    env: {
      ...withoutTests(process.env),
      PATH: `${join(root, 'node_modules/node/bin')}:${process.env['PATH']}`,
      ...options.environment,
    },
    detached: true,
  });
  options.signal?.addEventListener('abort', () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
  const [output, errors, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1))),
  ]);
  return { exitCode, log: output + errors };
}

function withoutTests(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(?:VITEST|NODE_ENV|NODE_OPTIONS|npm_)/.test(name),
  );
  return Object.fromEntries(kept);
}
