/** The middle of several measured values. */
export function median(values: readonly number[]): number {
  return quantile(values, 1 / 2);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(values.length * share)] ?? Number.NaN;
}

/**
 * Runs several things in turn, so that all meet the same ups and downs of the machine, and gives each one's time in
 * milliseconds: the lower quartile, for what a busy neighbour adds is not ours, and it only ever adds. The first round
 * warms up and does not count.
 */
export async function timeInTurn<Name extends string>(
  rounds: number,
  things: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(things) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const start = performance.now();
      await things[name]();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const quartiles = names.map((name) => [name, quantile(times.get(name) ?? [], 1 / 4)]);
  return Object.fromEntries(quartiles);
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
