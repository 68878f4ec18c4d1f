import type { Pixels } from '../pixels.ts';

/** A veil over a picture is no more opaque than this, 0 to 255. */
const mostAlpha = 64;

/** So far may alpha and colours of a veil be apart. */
const tolerance = 6;

/**
 * Takes away a faint, even veil that lies over all that should be transparent, as a selection that missed leaves it. The picture
 * as it is where there is none.
 */
export function clearHaze(picture: Pixels): Pixels {
  const { data, width, height } = picture;
  const alpha = data[3] ?? 0;
  if (alpha === 0 || alpha > mostAlpha) return picture;
  const isVeil = (offset: number) =>
    Math.abs((data[offset + 3] ?? 0) - alpha) <= tolerance &&
    [0, 1, 2].every(
      // The colour of what is hardly there is hardly known.
      (channel) =>
        Math.abs((data[offset + channel] ?? 0) - (data[channel] ?? 0)) * alpha <= 255 * tolerance,
    );
  for (let x = 0; x < width; x += 1) {
    if (!isVeil(x * 4) || !isVeil(((height - 1) * width + x) * 4)) return picture;
  }
  for (let y = 0; y < height; y += 1) {
    if (!isVeil(y * width * 4) || !isVeil((y * width + width - 1) * 4)) return picture;
  }
  const clear = Uint8Array.from(data);
  for (let offset = 0; offset < clear.length; offset += 4) {
    if (isVeil(offset)) clear.fill(0, offset, offset + 4);
  }
  return { data: clear, width, height };
}
