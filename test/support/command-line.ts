import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject, onTestFinished } from 'vitest';

/** What a run of the command line came to. */
export interface Run {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** How it is run beside its words. */
export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** `src/cli.ts` runs it from its sources, as `npm run -s poweredby --` does. */
  readonly program?: string;
  /** Options for Node itself. */
  readonly node?: readonly string[];
}

const root = join(import.meta.dirname, '../..');

/** The files of the example that the project ships. */
export const example = {
  site: join(root, 'test/example/site'),
  form: join(root, 'test/example/form.md'),
  logo: join(root, 'test/example/juniper.svg'),
};

/** Runs the command line as it is published. */
export async function poweredby(words: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = spawn(
    process.execPath,
    [...(options.node ?? []), options.program ?? inject('program'), ...words],
    {
      cwd: root,
      env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...options.environment },
    },
  );
  child.stdin.end(options.input ?? '');
  const [output, errors, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1))),
  ]);
  return { exitCode, output, errors };
}

/** A copy of the example's site, gone when the test is over. Call it inside a test. */
export function copyOfExample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(example.site, folder, { recursive: true });
  return folder;
}
