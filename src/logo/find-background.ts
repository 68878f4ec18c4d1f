import { inkBelow, luma } from './ink.ts';
import type { Box, Pixels } from './pixels.ts';

/** One opaque colour around a logo. Channels are 0 to 255. */
export interface Background {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** So far may a channel be off: lossy formats leave noise around the logo. */
  readonly tolerance: number;
  /** White, or so near to it that it is no ink. */
  readonly isPale: boolean;
}

const tolerance = 20;

/** A logo that touches the border of its white canvas still stands on white. */
const paleShare = 0.6;

/** A coloured ground runs all around. */
const colouredShare = 0.95;

/** Rounded corners and soft edges take a little of an opaque border away. */
const opaqueShare = 0.95;

/** A canvas that was scaled has soft edges: so many pixels of them are passed over. */
const softEdge = 3;

/** What is found around a logo: one colour, transparency (`none`), or something opaque of many colours (`mixed`). */
export interface Surroundings {
  readonly background: Background | 'none' | 'mixed';
  /** What was looked at, without soft edges. */
  readonly box: Box;
}

/** Says what a logo stands on, by the outermost pixels of the box that it fills. */
export function findBackground(picture: Pixels, box: Box): Surroundings {
  for (let inset = 0; inset <= softEdge; inset += 1) {
    const inner = shrink(box, inset);
    if (!inner) break;
    const background = colourOf(picture, borderOffsets(picture, inner));
    if (background !== 'none') return { background, box: inner };
  }
  return { background: 'none', box };
}

function colourOf({ data }: Pixels, border: readonly number[]): Background | 'none' | 'mixed' {
  const opaque = border.filter((offset) => (data[offset + 3] ?? 0) >= 250);
  if (opaque.length < border.length * opaqueShare) return 'none';
  const middle = (channel: number) => median(opaque.map((offset) => data[offset + channel] ?? 0));
  const colour = { red: middle(0), green: middle(1), blue: middle(2), tolerance };
  const isPale = luma(colour) >= inkBelow;
  const alike = opaque.filter((offset) => isAlike(colour, data, offset));
  const isOneColour = alike.length >= border.length * (isPale ? paleShare : colouredShare);
  return isOneColour ? { ...colour, isPale } : 'mixed';
}

/** Says whether an opaque pixel, whose red is at `offset`, belongs to a background. */
export function isAlike(
  { red, green, blue, tolerance }: Omit<Background, 'isPale'>,
  data: Uint8Array,
  offset: number,
): boolean {
  return (
    Math.abs((data[offset] ?? 0) - red) <= tolerance &&
    Math.abs((data[offset + 1] ?? 0) - green) <= tolerance &&
    Math.abs((data[offset + 2] ?? 0) - blue) <= tolerance
  );
}

function shrink(box: Box, by: number): Box | undefined {
  const [width, height] = [box.width - 2 * by, box.height - 2 * by];
  if (Math.min(width, height) < 1) return undefined;
  return { left: box.left + by, top: box.top + by, width, height };
}

function borderOffsets({ width }: Pixels, box: Box): number[] {
  const offsets: number[] = [];
  const bottom = box.top + box.height - 1;
  const right = box.left + box.width - 1;
  for (let x = box.left; x <= right; x += 1) {
    offsets.push((box.top * width + x) * 4, (bottom * width + x) * 4);
  }
  for (let y = box.top; y <= bottom; y += 1) {
    offsets.push((y * width + box.left) * 4, (y * width + right) * 4);
  }
  return offsets;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
