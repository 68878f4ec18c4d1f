/** A decoded picture: sRGB, 8 bits, four channels (red, green, blue, alpha) a pixel, rows from the top. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in pixels from its top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Less opacity than this is not seen: about 5 %. */
const leastVisibleAlpha = 12;

/** Says whether a pixel with this alpha (0 to 255) is seen at all. */
export function isVisible(alpha: number): boolean {
  return alpha > leastVisibleAlpha;
}

/**
 * The smallest box around all pixels that a test accepts; nothing where there is none. The test is given the offset
 * of a pixel's red in `data`. Each row is read from its ends inwards, so a filled picture costs little.
 */
export function boundingBox(
  { data, width, height }: Pixels,
  accepts: (data: Uint8Array, offset: number) => boolean,
): Box | undefined {
  let left = width;
  let right = -1;
  let top = -1;
  let bottom = -1;
  for (let y = 0; y < height; y += 1) {
    const row = y * width * 4;
    let first = 0;
    while (first < width && !accepts(data, row + first * 4)) first += 1;
    if (first === width) continue;
    let last = width - 1;
    while (last > right && !accepts(data, row + last * 4)) last -= 1;
    if (top === -1) top = y;
    bottom = y;
    left = Math.min(left, first);
    right = Math.max(right, last);
  }
  if (top === -1) return undefined;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** The pixels of a part of a picture. */
export function cut(picture: Pixels, box: Box): Pixels {
  const { data, width, height } = picture;
  if (box.width === width && box.height === height) return picture;
  const part = new Uint8Array(box.width * box.height * 4);
  for (let y = 0; y < box.height; y += 1) {
    const from = ((box.top + y) * width + box.left) * 4;
    part.set(data.subarray(from, from + box.width * 4), y * box.width * 4);
  }
  return { data: part, width: box.width, height: box.height };
}
