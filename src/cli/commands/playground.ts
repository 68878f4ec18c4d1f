import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { RunHistory } from '../../playground/action/run-history.ts';
import { isFitForState, lockFolder, lockPath } from '../../playground/port-memory.ts';
import { startPlayground } from '../../playground/start-playground.ts';
import { createLogger } from '../../server/log/create-logger.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { phrase } from '../output/phrases.ts';
import { print, printError } from '../output/terminal.ts';

/** The options of `playground`. */
export interface PlaygroundCommandOptions {
  readonly repo?: string;
  /** Whether runs of the GitHub Action do the work, and not the app. */
  readonly action?: boolean;
  readonly data?: string;
  readonly port?: number;
  readonly host?: string;
}

/** Our own program, from the sources or beside this file in the bundle. */
const commandLine = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../cli.ts' : './cli.js', import.meta.url),
);

const loopback: readonly (string | undefined)[] = [undefined, '127.0.0.1', '::1', 'localhost'];

/** Runs `poweredby playground` until it is asked to stop. */
export async function runPlayground(options: PlaygroundCommandOptions): Promise<ExitCode> {
  const { repo, data } = options;
  if (repo !== undefined && !(await isFolder(repo))) {
    printError(phrase('en', 'playground-no-folder', { path: repo }));
    return 2;
  }
  if (data !== undefined && !(await isFitForState(data))) {
    printError(phrase('en', 'playground-not-its-folder', { path: data }));
    return 2;
  }
  const lock = data === undefined ? undefined : await lockFolder(data);
  if (data !== undefined && lock === undefined) {
    printError(phrase('en', 'playground-in-use', { path: data, lock: lockPath(data) }));
    return 2;
  }
  try {
    return await run(options);
  } finally {
    await lock?.release();
  }
}

async function run(options: PlaygroundCommandOptions): Promise<ExitCode> {
  const { repo, data, port, host, action } = options;
  if (!loopback.includes(host)) printError(phrase('en', 'playground-open-to-others'));
  const logger = createLogger({
    level: 'warn',
    format: 'pretty',
    secrets: [],
    write: (line) => process.stderr.write(line),
  });
  const runs = action ? new RunHistory() : undefined;
  const running = await startPlayground({
    ...(repo !== undefined && { repository: resolve(repo) }),
    ...(data !== undefined && { folder: resolve(data) }),
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(runs && { runs }),
    onCopy: (path) => print(phrase('en', 'playground-copying', { path })),
    startApp: async (...world) => {
      // Loading it takes a while: the address is printed first.
      await setImmediate();
      if (runs) {
        const { actionStarter } = await import('../../playground/start-action.ts');
        return actionStarter(commandLine, runs)(...world);
      }
      const { appStarter } = await import('../../playground/start-app.ts');
      return appStarter(logger)(...world);
    },
  });
  const { takenPort } = running;
  if (takenPort !== undefined) {
    printError(phrase('en', 'playground-port-taken', { port: takenPort }));
  }
  print(phrase('en', 'playground-ready', { url: running.url }), phrase('en', 'playground-stop'));
  try {
    await Promise.all([asked(), running.appStarted]);
  } finally {
    await running.stop();
  }
  return 0;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** Resolves at the first signal to stop. */
function asked(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}
