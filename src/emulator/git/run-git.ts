import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

/** What a run of git came to. */
export interface GitRun {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Nobody's settings but git's own, so that every machine gives the same. */
export const gitEnvironment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
};

/**
 * Runs git in a bare repository.
 *
 * @param allowed exit codes beside 0 that are answers, as 1 of `merge-tree` for a conflict
 * @throws what git said, at any other exit code
 */
export async function runGit(
  folder: string,
  words: readonly string[],
  input: string | Uint8Array = '',
  allowed: readonly number[] = [],
): Promise<GitRun> {
  const child = spawn('git', ['--git-dir', folder, ...words], { env: gitEnvironment });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  // git may end before it has read everything; its exit code tells more than a broken pipe.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [output, errors, exitCode] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    ended,
  ]);
  if (exitCode !== 0 && !allowed.includes(exitCode)) {
    throw new Error(`git ${words[0]} ended with ${exitCode}: ${errors}`);
  }
  return { exitCode, output: output.toString(), errors: errors.toString() };
}
