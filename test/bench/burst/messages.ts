import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DownloadOptions } from '../../../src/download/download-logo.ts';
import type { Settings } from '../../../src/server/settings/settings.ts';

/** What the emulated GitHub tells first: how an app reaches it. The app is installed, and nobody has done anything yet. */
export interface GithubReady {
  readonly app: Pick<Settings, 'appId' | 'privateKey' | 'webhookSecret' | 'githubApiUrl'>;
  /** From where logos come; without what cannot be told to another process. */
  readonly downloads: Pick<DownloadOptions, 'hosts' | 'certificates'>;
}

/** What it tells when a lot has happened: the webhooks of it, as they are to be sent, in their order. */
export type Webhooks = readonly Webhook[];

export interface Webhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What it tells in the end. */
export interface GithubReport {
  readonly submissions: number;
  readonly pulls: number;
  readonly requests: number;
  /** How many requests GitHub's limits refused. */
  readonly refused: number;
}

/** What the server tells when it has started. */
export interface ServerReady {
  readonly url: string;
}

/** What the server tells each time it is asked. */
export interface ServerReport {
  /** How many jobs wait or run. */
  readonly jobs: number;
  /** For how long the event loop did one thing after the other without looking up, since the last report. */
  readonly held: {
    /** In milliseconds, however busy the machine is with others. */
    readonly longest: number;
    /** Of the processor's time in it, in milliseconds. */
    readonly longestWork: number;
  };
  /** The most memory that the process held so far, in MiB. */
  readonly memory: number;
}

/** Starts a process that tells and answers. @param address of its file */
export function start(address: string): ChildProcess {
  return fork(fileURLToPath(address), { serialization: 'advanced' });
}

/** What a process tells next. @throws Error where it ends before */
export async function next<Message>(child: ChildProcess): Promise<Message> {
  const over = new AbortController();
  const ended = once(child, 'exit', over).then(([code]) => {
    throw new Error(`A process ended with ${code} before it answered`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', over), ended]);
    return message as Message;
  } finally {
    ended.catch(() => {});
    over.abort();
  }
}

/** Tells a process something, and waits for what it tells then. */
export function ask<Message>(child: ChildProcess, what: object = {}): Promise<Message> {
  const answered = next<Message>(child);
  child.send(what);
  return answered;
}

/** In such a process: tells something, and waits for what it is told then. */
export async function answer<Message extends object>(what: Message): Promise<unknown> {
  const told = once(process, 'message');
  process.send?.(what);
  return (await told)[0];
}
