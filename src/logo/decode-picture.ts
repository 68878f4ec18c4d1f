import { problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { decodeRaster } from './decode-raster.ts';
import { drawSvg, svgDimensions } from './draw-svg.ts';
import { type LogoFormat, sniffFormat } from './picture-format.ts';
import type { Box, Pixels } from './pixels.ts';
import { readSvg } from './svg/read-svg.ts';

/** A vector is drawn larger than it is shown: scaling down keeps thin lines even. */
const pixelsPerPixel = 2;

/** A stranger's picture as pixels. */
export interface Picture {
  readonly source: {
    readonly format: LogoFormat;
    readonly width: number;
    readonly height: number;
  };
  readonly pixels: Pixels;
  readonly isAnimated: boolean;
  /** An SVG's letters that are not outlines. */
  readonly hasText: boolean;
  /** A picture of pixels has no more of them than these. */
  readonly isVector: boolean;
  /** Draws a part of the picture again, larger, where its format can. The box is in its pixels. */
  readonly redraw?: (box: Box) => Promise<Result<Pixels>>;
}

/** Decodes a picture that is to be seen on a canvas of `size` pixels a side. */
export async function decodePicture(bytes: Uint8Array, size: number): Promise<Result<Picture>> {
  const sniffed = sniffFormat(bytes);
  if (sniffed.kind !== 'logo') return failure(problem('logo-not-a-picture', 'logo'));
  return sniffed.format === 'svg' ? decodeSvgPicture(bytes, size) : decodePixelPicture(bytes);
}

async function decodePixelPicture(bytes: Uint8Array): Promise<Result<Picture>> {
  const raster = await decodeRaster(bytes);
  if (!raster.ok) return raster;
  const { format, pixels, isAnimated } = raster.value;
  const source = { format, width: pixels.width, height: pixels.height };
  return success({ source, pixels, isAnimated, hasText: false, isVector: false });
}

async function decodeSvgPicture(bytes: Uint8Array, size: number): Promise<Result<Picture>> {
  const svg = readSvg(bytes);
  if (!svg.ok) return svg;
  const dimensions = await svgDimensions(svg.value);
  if (!dimensions.ok) return dimensions;
  const { width, height } = dimensions.value;
  const longerSide = pixelsPerPixel * size;
  const pixels = await drawSvg(svg.value, { width, height }, longerSide);
  if (!pixels.ok) return pixels;
  const perPixel = Math.max(width, height) / longerSide;
  const redraw = (box: Box) => drawSvg(svg.value, region(box, perPixel), longerSide);
  return success({
    source: { format: 'svg', width: Math.round(width), height: Math.round(height) },
    pixels: pixels.value,
    isAnimated: false,
    hasText: svg.value.hasText,
    isVector: true,
    ...(svg.value.size && { redraw }),
  });
}

/** A box in CSS pixels, with room for what the first drawing was too coarse to show. */
function region(box: Box, perPixel: number): Box {
  const room = 2;
  return {
    left: (box.left - room) * perPixel,
    top: (box.top - room) * perPixel,
    width: (box.width + 2 * room) * perPixel,
    height: (box.height + 2 * room) * perPixel,
  };
}
