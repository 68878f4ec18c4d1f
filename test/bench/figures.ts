/** The middle of several measured values. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * Runs several things in turn, so that all meet the same ups and downs of the machine, and gives each one's median
 * time in milliseconds. The first round warms up and does not count.
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
  const medians = names.map((name) => [name, median(times.get(name) ?? [])]);
  return Object.fromEntries(medians);
}

/** One line of the report: what was measured, the figure, and the most it may be. */
export function report(what: string, figure: number, most?: number): void {
  const bound = most === undefined ? '' : `  at most ${most}${figure > most ? '  EXCEEDED' : ''}`;
  console.log(`  ${what.padEnd(62)} ${figure.toFixed(2).padStart(8)}${bound}`);
}

/** A line without a bound, in a unit. */
export function note(what: string, figure: number, unit: string): void {
  console.log(`  ${what.padEnd(62)} ${figure.toFixed(1).padStart(8)} ${unit}`);
}
