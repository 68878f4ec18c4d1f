import { sharp } from '../load-sharp.ts';
import type { Pixels } from '../pixels.ts';
import { likeness } from './likeness.ts';
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

/** Fewer colours than most logos need, what most need, and more. */
const qualities = { few: 85, usual: 90, more: [95, 100] } as const;

/** In decibels: this like, and fewer colours may do. */
const spare = 42.4;

/** For photographs and gradients. */
const trueColour = { palette: false, compressionLevel: 9, adaptiveFiltering: true } as const;

/**
 * Writes a canvas as PNG without metadata: with the smallest palette that loses nothing visible, in true colour where none does.
 * The same canvas gives the same bytes.
 */
export async function encodePng(canvas: Pixels): Promise<Uint8Array> {
  const small = await encodeWithPalette(canvas);
  return stripPng(small ?? (await image(canvas).png(trueColour).toBuffer()));
}

/** Each try costs as much as all else of drawing a logo, so there are few of them. */
async function encodeWithPalette(canvas: Pixels): Promise<Uint8Array | undefined> {
  const usual = await encode(canvas, qualities.usual);
  if (usual.likeness >= spare) {
    const few = await encode(canvas, qualities.few);
    return few.likeness >= leastLikeness ? few.png : usual.png;
  }
  if (usual.likeness >= leastLikeness) return usual.png;
  for (const quality of qualities.more) {
    const more = await encode(canvas, quality);
    if (more.likeness >= leastLikeness) return more.png;
  }
  return undefined;
}

async function encode(canvas: Pixels, quality: number) {
  const png = await image(canvas)
    .png({ ...paletteOptions, quality })
    .toBuffer();
  const { data } = await sharp(png)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { png, likeness: likeness(canvas, { ...canvas, data }) };
}

function image({ data, width, height }: Pixels) {
  return sharp(data, { raw: { width, height, channels: 4 } });
}
