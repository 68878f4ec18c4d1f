/** One piece of text put in the place of another; equal offsets insert. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies splices to a text; every other character stays. Several at one place go in the order in which they come.
 *
 * @throws where two splices overlap, which would be our own mistake
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const sorted = splices.toSorted((one, other) => one.start - other.start || one.end - other.end);
  const pieces: string[] = [];
  let at = 0;
  for (const splice of sorted) {
    if (splice.start < at) throw new RangeError(`Two splices overlap at ${splice.start}`);
    pieces.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  return [...pieces, text.slice(at)].join('');
}
