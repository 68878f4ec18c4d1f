import { logoLimits } from '../limits.ts';
import { sharp } from '../load-sharp.ts';
import { sniffFormat } from '../picture-format.ts';
import type { EmbeddedPicture } from '../svg/embedded-pictures.ts';
import { readPixels, readRasterSize } from './decode-raster.ts';

/** No logo shows more of a picture within it than this, in pixels of the longer side. */
const longestSide = 2048;

/** How deep drawings may be put into drawings. */
const mostNested = 2;

/** Draws an SVG as pixels; nothing where it cannot be drawn. Given so that drawings within drawings need no circle of imports. */
export type DrawNested = (bytes: Uint8Array, depth: number) => Promise<Uint8Array | undefined>;

/**
 * Turns the pictures in a drawing into PNG, the one format that librsvg surely reads, and takes out those that cannot be read.
 * Returns how many were taken out.
 */
export async function embedPictures(
  pictures: readonly EmbeddedPicture[],
  depth: number,
  drawNested: DrawNested,
): Promise<number> {
  let removed = 0;
  const done = new Map<string, Uint8Array | undefined>();
  for (const picture of pictures) {
    const key = Buffer.from(picture.bytes).toString('latin1');
    if (!done.has(key)) done.set(key, await toPng(picture.bytes, depth, drawNested));
    const png = done.get(key);
    if (png) picture.replace(png);
    else {
      picture.remove();
      removed += 1;
    }
  }
  return removed;
}

async function toPng(
  bytes: Uint8Array,
  depth: number,
  drawNested: DrawNested,
): Promise<Uint8Array | undefined> {
  const sniffed = sniffFormat(bytes);
  if (sniffed.kind !== 'logo') return undefined;
  if (sniffed.format === 'svg')
    return depth < mostNested ? drawNested(bytes, depth + 1) : undefined;
  const size = await readRasterSize(bytes);
  if (!size || size.width * size.height > logoLimits.pixels) return undefined;
  const isPlain = sniffed.format === 'png' && size.isPlain;
  if (isPlain && Math.max(size.width, size.height) <= longestSide) return bytes;
  const pixels = await readPixels(bytes);
  if (!pixels) return undefined;
  const raw = { width: pixels.width, height: pixels.height, channels: 4 } as const;
  return sharp(pixels.data, { raw })
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
