import { likeness } from './likeness.ts';
import { sharp } from './load-sharp.ts';
import type { Pixels } from './pixels.ts';
import { stripPng } from './strip-png.ts';

/** In decibels: from here on nobody sees a difference. */
const leastLikeness = 40;

/**
 * Dithering would make the file larger and the picture less like; effort past 4 takes twice the time for a hundredth of the
 * bytes.
 *
 * @internal for the benchmark
 */
export const paletteOptions = {
  palette: true,
  colours: 256,
  dither: 0,
  effort: 4,
  compressionLevel: 9,
} as const;

/** For photographs and gradients. */
const trueColour = { palette: false, compressionLevel: 9, adaptiveFiltering: true } as const;

/**
 * Writes a canvas as PNG without metadata: with a palette where that loses nothing visible, in true colour otherwise. The
 * same canvas gives the same bytes.
 */
export async function encodePng(canvas: Pixels): Promise<Uint8Array> {
  const small = await image(canvas).png(paletteOptions).toBuffer();
  const { data } = await sharp(small)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (likeness(canvas, { ...canvas, data }) >= leastLikeness) return stripPng(small);
  return stripPng(await image(canvas).png(trueColour).toBuffer());
}

function image({ data, width, height }: Pixels) {
  return sharp(data, { raw: { width, height, channels: 4 } });
}
