import sharp, { type Sharp } from 'sharp';
import { drawLogo } from '../../src/logo/draw-logo.ts';
import type { LogoSettings } from '../../src/logo/logo-settings.ts';
import type { NormalizedLogo } from '../../src/logo/normalize-logo.ts';
import type { Pixels } from '../../src/logo/pixels.ts';

/** Juniper Parcel's mark: a disc and a bar, 200×60, with 5 to 30 units of air around. */
export const mark =
  '<circle cx="30" cy="30" r="25" fill="#0a58ca"/><rect x="70" y="10" width="100" height="40" fill="#222"/>';

/** An SVG of its own, with attributes and content. */
export function svg(attributes: string, content: string = mark, prologue = ''): Uint8Array {
  return Buffer.from(
    `${prologue}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`,
  );
}

/** The mark as pixels on transparency, 800×240 unless said otherwise. */
export function markImage(width = 800, content = mark): Sharp {
  const height = Math.round((width * 60) / 200);
  return sharp(svg(`viewBox="0 0 200 60" width="${width}" height="${height}"`, content));
}

/** The mark on a white canvas, with more white below than above. */
export function whiteCanvas(): Sharp {
  return markImage()
    .flatten({ background: '#fff' })
    .extend({ top: 30, bottom: 170, left: 40, right: 40, background: '#fff' });
}

/** A picture of one colour. */
export function plain(width: number, height: number, background: string): Sharp {
  return sharp({ create: { width, height, channels: 4, background } });
}

/** What a pipeline gives as PNG. */
export async function png(image: Sharp): Promise<Uint8Array> {
  return image.png().toBuffer();
}

/** Draws on a canvas of 300 pixels a side what must come out. */
export async function drawn(
  bytes: Uint8Array,
  settings: LogoSettings | number = 300,
): Promise<NormalizedLogo> {
  const logo = await drawLogo(bytes, settings);
  if (!logo.ok) throw new Error(`refused: ${logo.problems.map(({ code }) => code).join(', ')}`);
  return logo.value;
}

/** The codes of the problems with a picture; none where it comes out. */
export async function problemCodes(bytes: Uint8Array): Promise<string[]> {
  const logo = await drawLogo(bytes, 300);
  return logo.ok ? [] : logo.problems.map(({ code }) => code);
}

/** The codes of the remarks on a logo. */
export function remarkCodes({ remarks }: NormalizedLogo): string[] {
  return remarks.map(({ code }) => code);
}

/** Decodes a PNG that this project made. */
export async function decode(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Red, green, blue and alpha at a place, as shares of the sides. */
export function pixelAt({ data, width, height }: Pixels, x: number, y: number): number[] {
  const offset = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return [...data.subarray(offset, offset + 4)];
}
