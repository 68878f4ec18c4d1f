import type { LogData, Logger } from '../../telemetry/logger.ts';
import { type LogFormat, type LogLevel, logLevels } from '../settings/settings.ts';
import { describeData } from './describe-data.ts';

/** How a log is written. */
export interface LoggerOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** What is never written, wherever it may be. */
  readonly secrets: readonly string[];
  /** Takes a line with its end. */
  readonly write: (line: string) => void;
  readonly now?: () => Date;
}

/** What GitHub's tokens look like, and signed tokens of any kind. */
const tokens = /\b(?:gh[a-z]_\w{20,}|github_pat_\w{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,})/g;

/** Characters that a terminal would obey rather than show. */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A log of one line a message. Secrets and tokens in it are covered. */
export function createLogger(options: LoggerOptions): Logger {
  const { level, format, write, now = () => new Date() } = options;
  const cover = coverOf(options.secrets);
  const least = logLevels.indexOf(level);
  const compose = format === 'json' ? composeJson : composePretty;
  const logAt =
    (rank: LogLevel) =>
    (message: string, data: LogData = {}) => {
      if (logLevels.indexOf(rank) < least) return;
      write(`${cover(compose(now(), rank, message, describeData(data)))}\n`);
    };
  return {
    debug: logAt('debug'),
    info: logAt('info'),
    warn: logAt('warn'),
    error: logAt('error'),
  };
}

function composeJson(time: Date, level: LogLevel, message: string, data: LogData): string {
  const fixed = { time: time.toISOString(), level, message };
  return JSON.stringify({ ...fixed, ...data, ...fixed });
}

function composePretty(time: Date, level: LogLevel, message: string, data: LogData): string {
  const parts = Object.entries(data).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `${name}=${text}`;
  });
  const head = `${time.toISOString()} ${level.toUpperCase().padEnd(5)} ${message}`;
  return [head, ...parts].join('  ').replace(obeyed, ' ');
}

/** Covers secrets as they are in a line: a key of several lines is there line by line. */
function coverOf(secrets: readonly string[]): (line: string) => string {
  const parts = secrets
    .flatMap((secret) => secret.split('\n'))
    .filter((part) => part.length >= 16 && !part.startsWith('-----'));
  return (line) => {
    const covered = line.replace(tokens, '[secret]');
    return parts.reduce((text, part) => text.replaceAll(part, '[secret]'), covered);
  };
}
