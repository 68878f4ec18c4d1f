import type { Box, Pixels } from '../pixels.ts';

/** A program that shows transparency draws at least so many squares along a side. */
const leastSquares = 6;

/** Lossy formats and scaling move the border of a square by this much, in pixels and as a share of it. */
const slack = { pixels: 1.5, share: 0.15 } as const;

/** Channels of a grey are no further apart than this. */
const greyWithin = 14;

/** The two greys are at least this far apart. */
const leastStep = 8;

/** So much of the line has to be squares. */
const leastCovered = 0.8;

/**
 * Says whether a picture is on a checkerboard of two greys, as programs draw it where there is nothing: somebody copied the
 * screen, and the transparency is painted in. Looks along the top or bottom and along the left or right of a box.
 */
export function hasCheckerboard(picture: Pixels, { left, top, width, height }: Box): boolean {
  const inset = 2;
  if (Math.min(width, height) <= 2 * inset) return false;
  const [right, bottom] = [left + width - 1 - inset, top + height - 1 - inset];
  const row = (y: number) => line(picture, width, (index) => [left + index, y]);
  const column = (x: number) => line(picture, height, (index) => [x, top + index]);
  const across = squareIn(row(top + inset)) ?? squareIn(row(bottom));
  const down = squareIn(column(left + inset)) ?? squareIn(column(right));
  if (across === undefined || down === undefined) return false;
  return Math.abs(across - down) <= slack.pixels + Math.max(across, down) * slack.share;
}

/** The lumas along a line; nothing where it is not opaque and grey. */
function line(
  { data, width }: Pixels,
  length: number,
  at: (index: number) => readonly [number, number],
): number[] | undefined {
  const lumas: number[] = [];
  let others = 0;
  for (let index = 0; index < length; index += 1) {
    const [x, y] = at(index);
    const offset = (y * width + x) * 4;
    const channels = [data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0];
    const [least, most] = [Math.min(...channels), Math.max(...channels)];
    if ((data[offset + 3] ?? 0) < 250 || most - least > greyWithin) others += 1;
    lumas.push((least + most) / 2);
  }
  return others > length * (1 - leastCovered) ? undefined : lumas;
}

/** The side of the squares along a line, in pixels; nothing where it holds no squares. */
function squareIn(lumas: readonly number[] | undefined): number | undefined {
  if (!lumas) return undefined;
  const sorted = lumas.toSorted((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.2)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.8)] ?? 0;
  if (high - low < leastStep) return undefined;
  const middle = (low + high) / 2;
  const runs: number[] = [];
  let length = 0;
  for (const [index, luma] of lumas.entries()) {
    if (index > 0 && luma >= middle !== (lumas[index - 1] ?? 0) >= middle) {
      runs.push(length);
      length = 0;
    }
    length += 1;
  }
  // The first and the last may be cut.
  const whole = runs.slice(1);
  const side = whole.toSorted((a, b) => a - b)[whole.length >> 1] ?? 0;
  if (side < 3 || whole.length < leastSquares - 1) return undefined;
  const even = whole.filter((run) => Math.abs(run - side) <= slack.pixels + side * slack.share);
  const covered = even.reduce((sum, run) => sum + run, 0);
  return covered >= (lumas.length - 2 * side) * leastCovered ? side : undefined;
}
