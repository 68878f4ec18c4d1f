import { inkBelow, luma } from '../ink.ts';
import type { Box, Pixels } from '../pixels.ts';

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

/** A logo that touches the border of its white canvas still is on white. */
const paleShare = 0.6;

/** A coloured ground runs all around. */
const colouredShare = 0.95;

/** Rounded corners and soft edges take a little of an opaque border away. */
const opaqueShare = 0.95;

/** A canvas that was scaled has soft edges: so many pixels of them are passed over. */
const softEdge = 3;

/** A line around a canvas that is no thicker than this, as a share of the shorter side, is no part of a logo. */
const hairlineShare = 0.004;

/** A ground covers this much of its box, or of a ring this far within it; what covers less is a frame. */
const groundShare = 0.5;
const ringDepth = 0.15;

/** More holes than this, as a share of the box, and what runs around is the logo itself. */
const mostHoles = 0.05;

/** Round corners leave at least this much of each side straight. */
const straightShare = 1 / 3;

/** What is found around a logo: one colour, transparency (`none`), or something opaque of many colours (`mixed`). */
export interface Surroundings {
  readonly background: Background | 'none' | 'mixed';
  /** What was looked at, without soft edges and hairlines. */
  readonly box: Box;
}

/** Says what a logo is on, by the outermost pixels of the box that it fills. */
export function findBackground(picture: Pixels, box: Box): Surroundings {
  const found = withoutHairline(picture, behindSoftEdge(picture, box));
  const { background } = found;
  if (background === 'none') return cardIn(picture, box) ?? found;
  if (background === 'mixed') return found;
  const covered = coverage(picture, found.box, background);
  if (covered.holes > mostHoles) return { background: 'none', box };
  if (background.isPale || covered.alike >= groundShare) return found;
  const depth = Math.round(Math.min(box.width, box.height) * ringDepth);
  const ring = shrink(found.box, depth);
  const isGround =
    !ring || shareAlike(picture, borderOffsets(picture, ring), background) >= groundShare;
  return isGround ? found : { background: 'mixed', box };
}

function behindSoftEdge(picture: Pixels, box: Box): Surroundings {
  for (let inset = 0; inset <= softEdge; inset += 1) {
    const inner = shrink(box, inset);
    if (!inner) break;
    const background = colourOf(picture, borderOffsets(picture, inner));
    if (background !== 'none') return { background, box: inner };
  }
  return { background: 'none', box };
}

/** Behind a thin line that runs around a pale canvas, the canvas. */
function withoutHairline(picture: Pixels, found: Surroundings): Surroundings {
  if (found.background === 'none') return found;
  const most = Math.max(1, Math.round(Math.min(found.box.width, found.box.height) * hairlineShare));
  const box = shrink(found.box, most + 1);
  if (!box) return found;
  const border = borderOffsets(picture, box);
  const background = colourOf(picture, border);
  if (background === 'none' || background === 'mixed' || !background.isPale) return found;
  if (shareAlike(picture, border, background) < colouredShare) return found;
  const outside = shareAlike(picture, borderOffsets(picture, found.box), background);
  return outside < paleShare ? { background, box } : found;
}

/** A pale card with round corners on transparency. */
function cardIn(picture: Pixels, box: Box): Surroundings | undefined {
  for (let inset = 0; inset <= softEdge; inset += 1) {
    const inner = shrink(box, inset);
    if (!inner) return undefined;
    const straight = borderOffsets(picture, inner, straightShare);
    const background = colourOf(picture, straight);
    if (background === 'none' || background === 'mixed' || !background.isPale) continue;
    if (shareAlike(picture, straight, background) < colouredShare) continue;
    const { alike } = coverage(picture, inner, background);
    if (alike >= groundShare && holdsContent(picture, inner, background)) {
      return { background, box: inner };
    }
  }
  return undefined;
}

/** A card holds something, on a middle that is whole; a white sign is cut out of one. */
function holdsContent(picture: Pixels, box: Box, background: Background): boolean {
  const depth = Math.round(Math.min(box.width, box.height) * ringDepth);
  const middle = shrink(box, depth);
  if (!middle) return false;
  const { alike, holes } = coverage(picture, middle, background);
  return holes <= mostHoles && alike + holes < 1;
}

function colourOf({ data }: Pixels, border: readonly number[]): Background | 'none' | 'mixed' {
  const opaque = border.filter((offset) => isOpaque(data, offset));
  if (opaque.length < border.length * opaqueShare) return 'none';
  const middle = (channel: number) => median(opaque.map((offset) => data[offset + channel] ?? 0));
  const colour = { red: middle(0), green: middle(1), blue: middle(2), tolerance };
  const isPale = luma(colour) >= inkBelow;
  const alike = opaque.filter((offset) => isAlike(colour, data, offset));
  const isOneColour = alike.length >= border.length * (isPale ? paleShare : colouredShare);
  return isOneColour ? { ...colour, isPale } : 'mixed';
}

/** How much of a box has the colour of a background, and how much is a hole in it. */
function coverage({ data, width }: Pixels, box: Box, background: Background) {
  let alike = 0;
  let holes = 0;
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let x = box.left; x < box.left + box.width; x += 1) {
      const offset = (y * width + x) * 4;
      if ((data[offset + 3] ?? 0) < 128) holes += 1;
      else if (isAlike(background, data, offset)) alike += 1;
    }
  }
  const area = box.width * box.height;
  return { alike: alike / area, holes: holes / area };
}

function shareAlike({ data }: Pixels, offsets: readonly number[], background: Background): number {
  const alike = offsets.filter(
    (offset) => isOpaque(data, offset) && isAlike(background, data, offset),
  );
  return alike.length / Math.max(1, offsets.length);
}

function isOpaque(data: Uint8Array, offset: number): boolean {
  return (data[offset + 3] ?? 0) >= 250;
}

/** Says whether a pixel, whose red is at `offset`, has the colour of a background, as far as it is seen. */
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

/** The outermost pixels of a box: all of them, or a share in the middle of each side. */
function borderOffsets({ width }: Pixels, box: Box, share = 1): number[] {
  const offsets: number[] = [];
  const bottom = box.top + box.height - 1;
  const right = box.left + box.width - 1;
  const [across, down] = [box.width, box.height].map((side) =>
    Math.floor((side * (1 - share)) / 2),
  );
  for (let x = box.left + (across ?? 0); x <= right - (across ?? 0); x += 1) {
    offsets.push((box.top * width + x) * 4, (bottom * width + x) * 4);
  }
  for (let y = box.top + (down ?? 0); y <= bottom - (down ?? 0); y += 1) {
    offsets.push((y * width + box.left) * 4, (y * width + right) * 4);
  }
  return offsets;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
