import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Emulator } from '../../emulator/emulator.ts';
import type { WorkflowEvent } from './decide-run.ts';

/** What a run is started with. */
export interface RunProcessOptions {
  /** The program of the command line. */
  readonly program: string;
  /** As `millrace/millrace`. */
  readonly repository: string;
  readonly event: WorkflowEvent;
  /** `GITHUB_TOKEN`. */
  readonly token: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** How the process gets what is attached to issues: the names of GitHub's hosts lead nowhere else on this machine. */
  readonly downloads: ReturnType<Emulator['downloads']>;
  readonly onOutput: (text: string) => void;
  /** Kills it, with everything that it started. */
  readonly signal: AbortSignal;
}

/** What a run came to. */
export interface ProcessResult {
  /** Nothing where it was killed. */
  readonly exitCode: number | undefined;
  /** The job summary, in Markdown. */
  readonly summary: string;
}

/** Runs `poweredby run` as a process of its own, with what GitHub's runner puts into the environment. */
export async function runProcess(options: RunProcessOptions): Promise<ProcessResult> {
  const folder = await mkdtemp(join(tmpdir(), 'poweredby-run-'));
  try {
    const file = (name: string) => join(folder, name);
    await writeFile(file('event.json'), JSON.stringify(options.event.payload));
    for (const name of ['summary.md', 'output']) await writeFile(file(name), '');
    const { hosts, certificates } = options.downloads;
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [options.program, 'run-in-playground'], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH,
        HOME: folder,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: options.repository,
        GITHUB_API_URL: options.apiUrl,
        GITHUB_SERVER_URL: options.serverUrl,
        GITHUB_EVENT_NAME: options.event.name,
        GITHUB_EVENT_PATH: file('event.json'),
        GITHUB_STEP_SUMMARY: file('summary.md'),
        GITHUB_OUTPUT: file('output'),
        GITHUB_TOKEN: options.token,
        PLAYGROUND_ATTACHMENTS: JSON.stringify({ hosts, certificates }),
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', options.onOutput);
    }
    const kill = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    options.signal.addEventListener('abort', kill);
    if (options.signal.aborted) kill();
    const exitCode = await new Promise<number | undefined>((resolve, reject) => {
      child.once('error', reject).once('close', (code) => resolve(code ?? undefined));
    });
    options.signal.removeEventListener('abort', kill);
    return { exitCode, summary: await readFile(file('summary.md'), 'utf8') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
