import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { logoLimits } from '../limits.ts';
import { sharp } from '../load-sharp.ts';
import { type Box, boundingBox, cut, isVisible, type Pixels } from '../pixels.ts';
import type { Svg } from '../svg/read-svg.ts';
import { toPixels } from './decode-raster.ts';

/** What sharp draws at, where an SVG's pixel is a pixel. */
const usualDensity = 72;

/** The part of an SVG to look at, in its CSS pixels, and whether that is all that it says it is. */
export interface SvgView {
  readonly box: Box;
  readonly isWhole: boolean;
}

/** The part of an SVG that is the picture: as large as the file says, else where something is drawn. */
export async function viewOf(svg: Svg): Promise<Result<SvgView>> {
  const { width, height } = svg.size;
  const box = svg.isSizeless ? await drawnPart(svg) : { left: 0, top: 0, width, height };
  if (!box) return failure(problem('logo-blank', 'logo'));
  const { aspectRatio } = logoLimits;
  if (Math.max(box.width, box.height) > Math.min(box.width, box.height) * aspectRatio) {
    return failure(tooNarrow(box.width, box.height));
  }
  return success({ box, isWhole: !svg.isSizeless });
}

/** The problem with a picture that is a line more than a logo. */
export function tooNarrow(width: number, height: number) {
  return problem('logo-too-narrow', 'logo', {
    width: rounded(width),
    height: rounded(height),
    limit: logoLimits.aspectRatio,
  });
}

/** What is outside of the picture is blurred into it from as far as this, as a share of its sides. */
const surroundings = 0.25;

/** Draws a part of an SVG so that its longer side has a number of pixels. */
export async function drawSvg(
  svg: Svg,
  { box, isWhole }: SvgView,
  longerSide: number,
): Promise<Result<Pixels>> {
  const scale = longerSide / Math.max(box.width, box.height);
  const [width, height] = [rounded(box.width * scale), rounded(box.height * scale)];
  const pixels = svg.hasFilters
    ? await renderWithSurroundings(svg, box, width, height)
    : await render(svg.draw(width, height, isWhole ? undefined : box));
  return pixels ? success(pixels) : failure(problem('logo-broken', 'logo'));
}

/** librsvg's filters see nothing of what is outside of the picture; so more is drawn, and cut off again. */
async function renderWithSurroundings(
  svg: Svg,
  box: Box,
  width: number,
  height: number,
): Promise<Pixels | undefined> {
  const [across, down] = [rounded(width * surroundings), rounded(height * surroundings)];
  const region = {
    left: box.left - (across * box.width) / width,
    top: box.top - (down * box.height) / height,
    width: box.width + (2 * across * box.width) / width,
    height: box.height + (2 * down * box.height) / height,
  };
  const pixels = await render(svg.draw(width + 2 * across, height + 2 * down, region));
  return pixels && cut(pixels, { left: across, top: down, width, height });
}

/** Draws an SVG as large as it says it is; nothing where it cannot be drawn. */
export async function render(bytes: Uint8Array): Promise<Pixels | undefined> {
  const options = {
    density: usualDensity,
    failOn: 'error',
    limitInputPixels: logoLimits.pixels,
  } as const;
  return toPixels(sharp(bytes, options)).catch(() => undefined);
}

/**
 * Looked at in turn for a drawing without a size, as multiples of what a browser would show of it: around that, and where what is
 * smaller than a pixel of it would be, around the origin.
 */
const reaches = [2, 20, 200, 2_000, 0.2, 0.02];

/** In pixels. */
const searchSide = 1_000;

/** Where a drawing draws something. */
async function drawnPart(svg: Svg): Promise<Box | undefined> {
  for (const reach of reaches) {
    const [width, height] = [svg.size.width * reach, svg.size.height * reach];
    const left = (reach > 1 ? svg.size.width - width : -width) / 2;
    const top = (reach > 1 ? svg.size.height - height : -height) / 2;
    const perPixel = width / searchSide;
    const region = { left, top, width, height };
    const pixels = await render(svg.draw(searchSide, rounded(height / perPixel), region));
    if (!pixels) return undefined;
    const found = boundingBox(pixels, (data, offset) => isVisible(data[offset + 3] ?? 0));
    if (!found || isCutOff(found, pixels)) continue;
    return {
      left: left + (found.left - 1) * perPixel,
      top: top + (found.top - 1) * perPixel,
      width: (found.width + 2) * perPixel,
      height: (found.height + 2) * perPixel,
    };
  }
  return undefined;
}

function isCutOff({ left, top, width, height }: Box, pixels: Pixels): boolean {
  return left === 0 || top === 0 || left + width === pixels.width || top + height === pixels.height;
}

function rounded(length: number): number {
  return Math.max(1, Math.round(length));
}
