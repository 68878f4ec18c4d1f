import { problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { toPixels } from './decode-raster.ts';
import { logoLimits } from './limits.ts';
import { sharp } from './load-sharp.ts';
import type { Box, Pixels } from './pixels.ts';
import type { Svg } from './svg/read-svg.ts';

/** What sharp draws at, where an SVG's pixel is a pixel. */
const usualDensity = 72;

/** The range that sharp takes. */
const densities = { least: 1, most: 100_000 };

/** An SVG that says nothing of its size is first laid out at this, in pixels. */
const anySize = 600;

/** An SVG's own size, in CSS pixels: as the file says, else as what it holds amounts to. */
export async function svgDimensions(
  svg: Svg,
): Promise<Result<{ readonly width: number; readonly height: number }>> {
  const size = svg.size ?? (await naturalSize(svg.draw(anySize, anySize)));
  if (!size) return failure(problem('logo-broken', 'logo'));
  const { width, height } = size;
  const { aspectRatio } = logoLimits;
  if (Math.max(width, height) > Math.min(width, height) * aspectRatio) {
    return failure(tooNarrow(width, height));
  }
  return success({ width, height });
}

/** The problem with a picture that is a line more than a logo. */
export function tooNarrow(width: number, height: number) {
  return problem('logo-too-narrow', 'logo', {
    width: rounded(width),
    height: rounded(height),
    limit: logoLimits.aspectRatio,
  });
}

/** Draws an SVG, or a region of it in CSS pixels, so that the longer side has a number of pixels. */
export async function drawSvg(
  svg: Svg,
  part: { readonly width: number; readonly height: number } | Box,
  longerSide: number,
): Promise<Result<Pixels>> {
  const scale = longerSide / Math.max(part.width, part.height);
  const region = 'left' in part ? part : undefined;
  const bytes = svg.draw(rounded(part.width * scale), rounded(part.height * scale), region);
  const natural = await naturalSize(bytes);
  if (!natural) return failure(problem('logo-broken', 'logo'));
  // A style sheet may have the last word on the size; the density then makes up for it.
  const density = (usualDensity * longerSide) / Math.max(natural.width, natural.height);
  const options = {
    density: Math.min(densities.most, Math.max(densities.least, density)),
    failOn: 'error',
    limitInputPixels: logoLimits.pixels,
  } as const;
  const pixels = await toPixels(sharp(bytes, options)).catch(() => undefined);
  return pixels ? success(pixels) : failure(problem('logo-broken', 'logo'));
}

async function naturalSize(bytes: Uint8Array) {
  const metadata = await sharp(bytes, { density: usualDensity, limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  return metadata && { width: metadata.width, height: metadata.height };
}

function rounded(length: number): number {
  return Math.max(1, Math.round(length));
}
