import type { Place } from '../../list/list.ts';

/** Where an entry is, as programs get it: what every format has, and the format's own description. */
export interface ReportedPlace {
  /** The page, from the repository's root. */
  readonly path: string;
  /** The part of the list, from 0. */
  readonly group: number;
  /** The position in the list, from 0. */
  readonly index: number;
  /** From 1. */
  readonly line: number;
  readonly [detail: string]: string | number;
}

/** A place for programs. */
export function reportPlace(
  list: string,
  { path = list, group, index, line, details }: Place,
): ReportedPlace {
  return { path, group, index, line, ...details };
}
