import type { CanvasSize } from '../../config/logo-sizes.ts';
import type { Content } from '../content/find-content.ts';
import { sharp } from '../load-sharp.ts';
import type { Box, Pixels } from '../pixels.ts';

/** Of a logo's own white ground, this much stays around it, as a share of the canvas's shorter side: on a dark page it can breathe. */
const groundShare = 0.04;

export interface Canvas {
  readonly pixels: Pixels;
  readonly drawn: { readonly width: number; readonly height: number };
  /** Where the middle of the logo is, in pixels: whole pixels may move it by a half. */
  readonly middle: { readonly x: number; readonly y: number };
}

/** Draws a logo, scaled, in the middle of a transparent canvas. */
export async function drawCanvas(
  { pixels: logo, background }: Content,
  scale: number,
  size: CanvasSize,
): Promise<Canvas> {
  const width = Math.max(1, Math.min(size.width, Math.round(logo.width * scale)));
  const height = Math.max(1, Math.min(size.height, Math.round(logo.height * scale)));
  const { data } = await sharp(logo.data, {
    raw: { width: logo.width, height: logo.height, channels: 4 },
  })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const canvas = { data: new Uint8Array(size.width * size.height * 4), ...size };
  const left = Math.floor((size.width - width) / 2);
  const top = Math.floor((size.height - height) / 2);
  if (background?.isPale) {
    const ground = Math.round(Math.min(size.width, size.height) * groundShare);
    fill(canvas, { left, top, width, height }, ground, background);
  }
  for (let y = 0; y < height; y += 1) {
    const row = data.subarray(y * width * 4, (y + 1) * width * 4);
    canvas.data.set(row, ((top + y) * size.width + left) * 4);
  }
  clearInvisible(canvas.data);
  return {
    pixels: canvas,
    drawn: { width, height },
    middle: { x: left + width / 2, y: top + height / 2 },
  };
}

/** A picture with at most as many pixels on its longer side. */
export async function shrinkTo(picture: Pixels, longerSide: number): Promise<Pixels> {
  const { data, width, height } = picture;
  if (Math.max(width, height) <= longerSide) return picture;
  const shrunk = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize(longerSide, longerSide, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: shrunk.data, width: shrunk.info.width, height: shrunk.info.height };
}

function fill(
  canvas: Pixels,
  box: Box,
  around: number,
  { red, green, blue }: { red: number; green: number; blue: number },
): void {
  const right = Math.min(canvas.width, box.left + box.width + around);
  const bottom = Math.min(canvas.height, box.top + box.height + around);
  for (let y = Math.max(0, box.top - around); y < bottom; y += 1) {
    for (let x = Math.max(0, box.left - around); x < right; x += 1) {
      canvas.data.set([red, green, blue, 255], (y * canvas.width + x) * 4);
    }
  }
}

/** What colour a pixel has that nobody sees is chance, and costs bytes. */
function clearInvisible(canvas: Uint8Array): void {
  for (let offset = 0; offset < canvas.length; offset += 4) {
    if (canvas[offset + 3] === 0) canvas.fill(0, offset, offset + 3);
  }
}
