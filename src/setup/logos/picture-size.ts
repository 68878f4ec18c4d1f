import type { CanvasSize } from '../../config/logo-sizes.ts';
import { svgSize } from '../../logo/svg/svg-size.ts';

/** What a picture's file says of its size. */
export interface PictureSize extends CanvasSize {
  /** Whether it is drawn at any size. */
  readonly isVector: boolean;
}

/** How much of a file tells its size: a JPEG may have a profile or a preview before that. */
export const headerBytes = 64 * 1024;

/**
 * The size of a PNG, GIF, WebP, JPEG or SVG by the beginning of its file, without decoding it; nothing for any other file.
 * Sources: PNG specification, 11.2.1; GIF89a, 18; RFC 9649; ITU-T T.81, B.2.2.
 */
export function pictureSize(header: Uint8Array): PictureSize | undefined {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.length);
  const latin = bytes.toString('latin1', 0, 30);
  const raster = (width: number, height: number): PictureSize | undefined =>
    width > 0 && height > 0 ? { width, height, isVector: false } : undefined;
  if (latin.startsWith('\x89PNG\r\n\x1a\n') && bytes.length >= 24) {
    return raster(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  }
  if (/^GIF8[79]a/.test(latin) && bytes.length >= 10) {
    return raster(bytes.readUInt16LE(6), bytes.readUInt16LE(8));
  }
  if (latin.startsWith('RIFF') && latin.startsWith('WEBPVP8', 8) && bytes.length >= 30) {
    return raster(...webpSides(bytes, latin.charAt(15)));
  }
  if (latin.startsWith('\xff\xd8')) {
    const sides = jpegSides(bytes);
    return sides && raster(...sides);
  }
  return vectorSize(bytes.toString('utf8'));
}

type Sides = readonly [width: number, height: number];

/** By the kind of the first chunk: lossy, lossless, or with more than one. */
function webpSides(bytes: Buffer, kind: string): Sides {
  if (kind === 'X') return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
  if (kind !== 'L') return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  const bits = bytes.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
}

/** Goes from segment to segment until one begins a frame. */
function jpegSides(bytes: Buffer): Sides | undefined {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // C4, C8 and CC are between those of frames, and something else.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** By the attributes of the root element. */
function vectorSize(text: string): PictureSize | undefined {
  const root = text.slice(Math.max(0, text.search(/<svg\s/i)));
  const [, attributes] = /^<svg((?:[^>"']|"[^"]*"|'[^']*'){0,5000})>/i.exec(root) ?? [];
  if (attributes === undefined) return undefined;
  const attributeOf = (name: string) =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
  const size = svgSize({
    width: attributeOf('width'),
    height: attributeOf('height'),
    viewBox: attributeOf('viewBox'),
  });
  return size && { width: size.width, height: size.height, isVector: true };
}
