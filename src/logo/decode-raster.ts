import type { Metadata } from 'sharp';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { logoLimits } from './limits.ts';
import { sharp } from './load-sharp.ts';
import type { LogoFormat } from './picture-format.ts';
import type { Pixels } from './pixels.ts';

/** A picture of pixels, decoded: upright, and of an animation the first frame. */
export interface Raster {
  readonly format: LogoFormat;
  readonly pixels: Pixels;
  readonly isAnimated: boolean;
}

const options = { failOn: 'error', limitInputPixels: logoLimits.pixels } as const;

/** Decodes a picture of pixels. Its sides are looked at first: a small file may hold a picture that fills the memory. */
export async function decodeRaster(bytes: Uint8Array): Promise<Result<Raster>> {
  const metadata = await readMetadata(bytes);
  if (!metadata) return failure(problem('logo-broken', 'logo'));
  const problems = sizeProblems(metadata.width, metadata.height);
  if (problems.length > 0) return failure(...problems);
  const pixels = await readPixels(bytes);
  if (!pixels) return failure(problem('logo-broken', 'logo'));
  return success({ format: formatOf(metadata), pixels, isAnimated: (metadata.pages ?? 1) > 1 });
}

/** Decodes a picture of pixels, upright; nothing where it is damaged, or has more pixels than a logo may have. */
export async function readPixels(bytes: Uint8Array): Promise<Pixels | undefined> {
  return toPixels(sharp(bytes, options).autoOrient()).catch(() => undefined);
}

async function readMetadata(bytes: Uint8Array): Promise<Metadata | undefined> {
  return sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
}

function sizeProblems(width: number, height: number): Problem[] {
  const { shortestSide, longestSide, pixels } = logoLimits;
  const problems: Problem[] = [];
  if (Math.min(width, height) < shortestSide) {
    problems.push(problem('logo-too-small', 'logo', { width, height, limit: shortestSide }));
  }
  if (Math.max(width, height) > longestSide) {
    problems.push(problem('logo-too-large', 'logo', { width, height, limit: longestSide }));
  } else if (width * height > pixels) {
    const [megapixels, limit] = [Math.ceil((width * height) / 1e6), pixels / 1e6];
    problems.push(problem('logo-too-many-pixels', 'logo', { width, height, megapixels, limit }));
  }
  return problems;
}

/** Runs a pipeline and gives its result as sRGB with alpha, 8 bits a channel. */
export async function toPixels(image: ReturnType<typeof sharp>): Promise<Pixels> {
  const { data, info } = await image
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function formatOf({ format }: Metadata): LogoFormat {
  if (format === 'png' || format === 'jpeg' || format === 'webp' || format === 'gif') return format;
  throw new Error(`A loader is open that should be blocked: ${format}`);
}
