import { isInk } from '../ink.ts';
import { isVisible, type Pixels } from '../pixels.ts';

/**
 * How like a copy is to a picture of the same size: the peak signal-to-noise ratio in decibels, the lowest of white and black
 * page and of two choices of pixels: those that stand out from white, and all that are seen at all. (Over a whole canvas the
 * empty part would drown every difference.) Infinite where nothing differs.
 */
export function likeness(picture: Pixels, copy: Pixels): number {
  const ink = { onWhite: 0, onBlack: 0, pixels: 0 };
  const visible = { onWhite: 0, onBlack: 0, pixels: 0 };
  for (let offset = 0; offset < picture.data.length; offset += 4) {
    if (!isVisible(picture.data[offset + 3] ?? 0)) continue;
    const onBlack = squaredError(picture.data, copy.data, offset, 0);
    const onWhite = squaredError(picture.data, copy.data, offset, 255);
    for (const sum of isInk(picture.data, offset) ? [ink, visible] : [visible]) {
      sum.onWhite += onWhite;
      sum.onBlack += onBlack;
      sum.pixels += 1;
    }
  }
  return Math.min(
    decibels(ink.onWhite, ink.pixels),
    decibels(ink.onBlack, ink.pixels),
    decibels(visible.onWhite, visible.pixels),
    decibels(visible.onBlack, visible.pixels),
  );
}

/** Over the three colours of a pixel laid on a grey page. */
function squaredError(one: Uint8Array, other: Uint8Array, offset: number, page: number): number {
  const oneAlpha = (one[offset + 3] ?? 0) / 255;
  const otherAlpha = (other[offset + 3] ?? 0) / 255;
  let sum = 0;
  for (let channel = offset; channel < offset + 3; channel += 1) {
    const oneShown = ((one[channel] ?? 0) - page) * oneAlpha;
    const otherShown = ((other[channel] ?? 0) - page) * otherAlpha;
    sum += (oneShown - otherShown) ** 2;
  }
  return sum;
}

function decibels(squaredErrors: number, pixels: number): number {
  if (squaredErrors === 0) return Number.POSITIVE_INFINITY;
  return 10 * Math.log10(255 ** 2 / (squaredErrors / (pixels * 3)));
}
