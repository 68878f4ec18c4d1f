import { readFileSync } from 'node:fs';

/** Ticks a second, as Linux counts for everybody (`USER_HZ`). */
const ticks = 100;

/**
 * For how long, in seconds of one processor, other machines on the same hardware have kept this one waiting since it was
 * started; 0 where the system does not tell.
 */
export function stolenTime(): number {
  try {
    const [, stolen] = /^cpu +(?:\d+ ){7}(\d+)/.exec(readFileSync('/proc/stat', 'utf8')) ?? [];
    return Number(stolen ?? 0) / ticks;
  } catch {
    return 0;
  }
}
