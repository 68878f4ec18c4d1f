import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { sharp } from '../load-sharp.ts';
import { type LogoFormat, sniffFormat } from '../picture-format.ts';
import type { Box, Pixels } from '../pixels.ts';
import { readSvg, type Svg } from '../svg/read-svg.ts';
import { decodeRaster } from './decode-raster.ts';
import { drawSvg, type SvgView, viewOf } from './draw-svg.ts';
import { embedPictures } from './embed-pictures.ts';
import { hasFonts } from './has-fonts.ts';

/** A vector is drawn larger than it is shown: scaling down keeps thin lines even. */
export const pixelsPerPixel = 2;

/** A drawing within a drawing is shown no larger than this, in pixels of the longer side. */
const nestedSide = 1_200;

/** A stranger's picture as pixels. */
export interface Picture {
  readonly source: {
    readonly format: LogoFormat;
    readonly width: number;
    readonly height: number;
  };
  readonly pixels: Pixels;
  readonly isAnimated: boolean;
  /** What there is to know of a drawing. A picture of pixels has no more of them than these. */
  readonly svg?: Svg;
  /** The part of the drawing that the pixels show, in its CSS pixels. */
  readonly view?: Box;
  /** Draws a part of the picture again, larger, where its format can. The box is in its pixels. */
  readonly redraw?: (box: Box) => Promise<Result<Picture>>;
}

/** Decodes a picture that is to be seen on a canvas whose longer side is `size` pixels. */
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
  return success({ source, pixels, isAnimated });
}

async function decodeSvgPicture(bytes: Uint8Array, size: number): Promise<Result<Picture>> {
  const read = await readDrawing(bytes, 0);
  if (!read.ok) return read;
  const svg = read.value;
  const view = await viewOf(svg);
  if (!view.ok) return view;
  return drawPicture(svg, view.value, pixelsPerPixel * size);
}

async function drawPicture(svg: Svg, view: SvgView, longerSide: number): Promise<Result<Picture>> {
  const pixels = await drawSvg(svg, view, longerSide);
  if (!pixels.ok) return pixels;
  const [width, height] = [Math.round(svg.size.width), Math.round(svg.size.height)];
  const perPixel = Math.max(view.box.width, view.box.height) / longerSide;
  return success({
    source: { format: 'svg', width, height },
    pixels: pixels.value,
    isAnimated: svg.isAnimated,
    svg,
    view: view.box,
    redraw: (part) => drawPicture(svg, partOf(view, part, perPixel), longerSide),
  });
}

/** Reads an SVG, with everything that is put into it as something that can be drawn. */
async function readDrawing(bytes: Uint8Array, depth: number): Promise<Result<Svg>> {
  const read = await readSvg(bytes);
  if (!read.ok) return read;
  const svg = read.value;
  if (svg.hasText && !(await hasFonts()))
    return failure(problem('logo-svg-text-without-fonts', 'logo'));
  const removed = await embedPictures(svg.pictures, depth, drawNested);
  return success(removed === 0 ? svg : { ...svg, doubtful: [...svg.doubtful, '<image>'] });
}

async function drawNested(bytes: Uint8Array, depth: number): Promise<Uint8Array | undefined> {
  const read = await readDrawing(bytes, depth);
  if (!read.ok) return undefined;
  const { width, height } = read.value.size;
  const view = { box: { left: 0, top: 0, width, height }, isWhole: true };
  const pixels = await drawSvg(read.value, view, nestedSide);
  if (!pixels.ok) return undefined;
  const raw = { width: pixels.value.width, height: pixels.value.height, channels: 4 } as const;
  return sharp(pixels.value.data, { raw }).png({ compressionLevel: 1 }).toBuffer();
}

/** A box of pixels as a part of the drawing, with room for what the first drawing was too coarse to show. */
function partOf({ box }: SvgView, part: Box, perPixel: number): SvgView {
  const room = 2;
  return {
    isWhole: false,
    box: {
      left: box.left + (part.left - room) * perPixel,
      top: box.top + (part.top - room) * perPixel,
      width: (part.width + 2 * room) * perPixel,
      height: (part.height + 2 * room) * perPixel,
    },
  };
}
