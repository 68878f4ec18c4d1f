import { inkBox, isInk } from './ink.ts';
import type { Pixels } from './pixels.ts';

/** Side of the square that every logo's ink has the area of, as a share of the canvas's side. */
const share = 0.45;

/** Kept free on each side, as a share of the canvas's side. */
const margin = 0.05;

/**
 * By how much a logo is scaled so that it looks as large as the others: to the same area of the box around its ink,
 * whatever its shape, and into the margins, which very long logos meet first. A logo that a white page hardly shows is
 * measured by all that it has.
 */
export function opticalScale(logo: Pixels, size: number): number {
  const { width, height } = isMostlyInk(logo) ? (inkBox(logo) ?? logo) : logo;
  const sameArea = (share * size) / Math.sqrt(width * height);
  const fits = (size * (1 - 2 * margin)) / Math.max(logo.width, logo.height);
  return Math.min(sameArea, fits);
}

/**
 * Says whether what stands out from a white page is the logo: it takes up at least half of the logo's box, or the rest
 * is a white card that it stands on.
 */
export function isMostlyInk(logo: Pixels): boolean {
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
