import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A site that takes longer is given up, in milliseconds. */
const patience = 60_000;

/** What Hugo may do while it builds: start no program, and ask nobody for anything. */
const security = { HUGO_SECURITY_EXEC_ALLOW: 'none', HUGO_SECURITY_HTTP_URLS: 'none' };

let version: Promise<string | undefined> | undefined;

/** Hugo and its version, as `Hugo 0.111.3`; nothing where Hugo is not installed. Asked once. */
export function hugoVersion(): Promise<string | undefined> {
  version ??= run('hugo', ['version']).then(
    ({ stdout }) => `Hugo ${/v([\d.]+)/.exec(stdout)?.[1] ?? ''}`.trim(),
    () => undefined,
  );
  return version;
}

/** What a site is built from and to. Folders are whole paths. */
export interface HugoRun {
  readonly source: string;
  readonly destination: string;
  readonly cache: string;
  /** Where the site will be served, with a slash at the end. */
  readonly baseUrl: string;
}

/** How Hugo is called beside its words. */
interface HugoCall {
  /** Who prints more is ended, in bytes. */
  readonly mostOutput: number;
  /** Variables of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Calls Hugo, held to its bounds. @returns what it printed @throws Error with `stdout` and `stderr` where it fails */
export async function callHugo(
  words: readonly string[],
  { mostOutput, settings }: HugoCall,
): Promise<string> {
  const env = { ...process.env, ...security, ...settings };
  const { stdout } = await run('hugo', words, { timeout: patience, maxBuffer: mostOutput, env });
  return stdout;
}

/** Builds a site. @returns what Hugo complained of, or nothing */
export async function runHugo(site: HugoRun): Promise<string | undefined> {
  const words = [
    '--quiet',
    ...['--source', site.source, '--destination', site.destination],
    ...['--cacheDir', site.cache, '--baseURL', site.baseUrl],
  ];
  try {
    await callHugo(words, { mostOutput: 16 * 1024 * 1024 });
    return undefined;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`.trim() || String(error);
  }
}
