import type { CanvasSize } from '../config/logo-sizes.ts';
import { inkBox, isInk } from './ink.ts';
import { type Box, isVisible, type Pixels } from './pixels.ts';

/** Side of the square that an ordinary logo's ink has the area of, as a share of the canvas's (a square's of its area). */
const share = 0.45;

/** Kept free on each side, as a share of that side of the canvas. */
const margin = 0.05;

/** How much of the box around its ink an ordinary logo fills. */
const usualDensity = 0.3;

/** How strongly a heavy logo is made smaller than its box alone would tell, and a light one larger; and how much at most. */
const weight = 1 / 6;
const mostChange = 0.15;

/** More pixels for one than this, and a picture of pixels is fog: it is rather shown smaller. */
const mostEnlarged = 2.5;

/** How a logo is scaled. */
export interface OpticalScale {
  readonly scale: number;
  /** How large it then looks if its box is what its eye sees, as {@link visualSize} measures it. */
  readonly meant: number;
}

/**
 * By how much a logo is scaled so that it looks as large as the others: to the same area of the box around its ink, whatever
 * its shape, a little less where the ink fills much of the box, and into the margins, which very long logos meet first. A logo
 * that a white page hardly shows is measured by all that it has.
 */
export function opticalScale(logo: Pixels, canvas: CanvasSize, isVector: boolean): OpticalScale {
  const seen = isMostlyInk(logo) ? inkBox(logo) : undefined;
  const box = seen ?? { left: 0, top: 0, width: logo.width, height: logo.height };
  const side =
    share * Math.sqrt(canvas.width * canvas.height) * heaviness(logo, box, seen ? isInk : isSeen);
  const sameArea = side / Math.sqrt(box.width * box.height);
  const scale = Math.min(
    sameArea,
    largest(logo, canvas),
    isVector ? Number.POSITIVE_INFINITY : mostEnlarged,
  );
  // What all but the ink takes away is not meant.
  const ideal = Math.min(sameArea, largest(box, canvas));
  const meant =
    (ideal * Math.sqrt(box.width * box.height)) / Math.sqrt(canvas.width * canvas.height);
  return { scale, meant };
}

/** By how much something may be scaled so that it stays within the margins. */
function largest({ width, height }: CanvasSize, canvas: CanvasSize): number {
  const room = 1 - 2 * margin;
  return Math.min((canvas.width * room) / width, (canvas.height * room) / height);
}

function heaviness(
  { data, width }: Pixels,
  box: Box,
  counts: (data: Uint8Array, offset: number) => boolean,
): number {
  let ink = 0;
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let x = box.left; x < box.left + box.width; x += 1) {
      if (counts(data, (y * width + x) * 4)) ink += 1;
    }
  }
  const density = Math.max(ink, 1) / (box.width * box.height);
  const factor = (usualDensity / density) ** weight;
  return Math.max(1 - mostChange, Math.min(1 + mostChange, factor));
}

function isSeen(data: Uint8Array, offset: number): boolean {
  return isVisible(data[offset + 3] ?? 0);
}

/**
 * Says whether what stands out from a white page is the logo: it takes up at least half of the logo's box, or the rest
 * is a white card that it is on.
 */
function isMostlyInk(logo: Pixels): boolean {
  const ink = inkBox(logo);
  if (!ink) return false;
  return ink.width * ink.height >= (logo.width * logo.height) / 2 || isOnCard(logo);
}

/** White letters leave more of their box empty than this; a card with round corners does not. */
const cardShare = 0.6;

function isOnCard({ data, width, height }: Pixels): boolean {
  let light = 0;
  for (let offset = 0; offset < data.length; offset += 4) {
    if ((data[offset + 3] ?? 0) >= 250 && !isInk(data, offset)) light += 1;
  }
  return light >= width * height * cardShare;
}
