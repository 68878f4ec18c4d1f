/** The middle of several measured values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(values.length / 2)] ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Runs several things in turn, so that all meet the same ups and downs of the machine, and gives each one's mean time in
 * milliseconds, garbage collection included. The first rounds warm up and do not count.
 */
export async function timeInTurn<Name extends string>(
  rounds: number,
  things: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(things) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  const warmUp = Math.ceil(rounds / 5);
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const name of names) {
      const start = performance.now();
      await things[name]();
      if (round >= warmUp) times.get(name)?.push(performance.now() - start);
    }
  }
  const means = names.map((name) => [name, mean(times.get(name) ?? [])]);
  return Object.fromEntries(means);
}

/** One line of the report: what was measured, the figure, and the most it may be. Past that, the run fails. */
export function report(what: string, figure: number, most?: number): void {
  const isExceeded = most !== undefined && !(figure <= most);
  if (isExceeded) process.exitCode = 1;
  const bound = most === undefined ? '' : `  at most ${most}${isExceeded ? '  EXCEEDED' : ''}`;
  console.log(`  ${what.padEnd(62)} ${figure.toFixed(2).padStart(8)}${bound}`);
}

/** A line without a bound, in a unit. */
export function note(what: string, figure: number, unit: string): void {
  console.log(`  ${what.padEnd(62)} ${figure.toFixed(1).padStart(8)} ${unit}`);
}
