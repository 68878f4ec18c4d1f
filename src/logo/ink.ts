import { type Box, boundingBox, type Pixels } from './pixels.ts';

/** On a white page, what is lighter than this does not count for how large a logo looks. */
export const inkBelow = 231;

/**
 * The luma (0 to 255, Rec. 709 weights) that a pixel has on a white page. `offset` is that of its red in `data`.
 */
function lumaOnWhite(data: Uint8Array, offset: number): number {
  const red = data[offset] ?? 0;
  const green = data[offset + 1] ?? 0;
  const blue = data[offset + 2] ?? 0;
  const alpha = data[offset + 3] ?? 0;
  const opaque = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 255 + ((opaque - 255) * alpha) / 255;
}

/** The luma of an opaque colour, 0 to 255. */
export function luma({ red, green, blue }: Record<'red' | 'green' | 'blue', number>): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Says whether a pixel stands out from a white page. */
export function isInk(data: Uint8Array, offset: number): boolean {
  return lumaOnWhite(data, offset) < inkBelow;
}

/** The box around what stands out from a white page. */
export function inkBox(pixels: Pixels): Box | undefined {
  return boundingBox(pixels, isInk);
}

/**
 * How large a picture looks on a white page: the square root of the area of the box around its ink, as a share of the
 * square root of the canvas's area (of a square canvas: its side). 0 where nothing stands out.
 */
export function visualSize(pixels: Pixels): number {
  const box = inkBox(pixels);
  if (!box) return 0;
  return Math.sqrt((box.width * box.height) / (pixels.width * pixels.height));
}
