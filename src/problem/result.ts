import type { Problem } from './problem.ts';

/** A value, or all the problems that prevent it (at least one). */
export type Result<T> = Success<T> | Failure;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** Wraps a value. */
export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

/** Wraps the problems that were in the way. */
export function failure(...problems: Problem[]): Failure {
  return { ok: false, problems };
}
