import type { Problem } from '../../problem/problem.ts';

/** An answer that was looked at, and what is wrong with it. */
export interface Checked<Value = string> {
  /** Empty for none. */
  readonly value: Value;
  readonly problems: readonly Problem[];
}
