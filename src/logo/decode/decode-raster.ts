import type { Metadata } from 'sharp';
import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { logoLimits } from '../limits.ts';
import { sharp } from '../load-sharp.ts';
import type { LogoFormat } from '../picture-format.ts';
import type { Pixels } from '../pixels.ts';
import { fullestFrame } from './fullest-frame.ts';

/** A picture of pixels, decoded: upright, and of an animation the frame that shows most. */
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
  const wrong = sizeProblem(metadata.width, metadata.pageHeight ?? metadata.height);
  if (wrong) return failure(wrong);
  const isAnimated = (metadata.pages ?? 1) > 1;
  const pixels = isAnimated ? await readFrames(bytes, metadata) : await readPixels(bytes);
  if (!pixels) return failure(problem('logo-broken', 'logo'));
  return success({ format: formatOf(metadata), pixels, isAnimated });
}

/** Decodes a picture of pixels, upright; nothing where it is damaged, or has more pixels than a logo may have. */
export async function readPixels(bytes: Uint8Array): Promise<Pixels | undefined> {
  const metadata = await readMetadata(bytes);
  if (!metadata) return undefined;
  const image = sharp(bytes, options).autoOrient();
  return toPixels(isDeep(metadata) ? image.withIccProfile('srgb') : image).catch(() => undefined);
}

/** The sides of a picture of pixels, and whether every renderer shows its numbers as they are. */
export async function readRasterSize(bytes: Uint8Array) {
  const metadata = await readMetadata(bytes);
  if (!metadata) return undefined;
  const { width, height, depth, hasProfile, space } = metadata;
  return { width, height, isPlain: depth === 'uchar' && !hasProfile && space !== 'cmyk' };
}

/** Of an animation, the frame that shows most among as many first ones as may be decoded at once. */
async function readFrames(bytes: Uint8Array, metadata: Metadata): Promise<Pixels | undefined> {
  const { width, pages = 1, pageHeight: height = metadata.height } = metadata;
  const most = Math.max(1, Math.floor(logoLimits.pixels / (width * height)));
  const image = sharp(bytes, { ...options, pages: Math.min(pages, most) });
  const frames = await toPixels(image).catch(() => readPixels(bytes));
  return frames && fullestFrame(frames, height);
}

async function readMetadata(bytes: Uint8Array): Promise<Metadata | undefined> {
  return sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
}

/** libvips gives 16 bits with a colour profile in the numbers of a wide gamut, unless told where to. */
function isDeep({ depth, hasProfile }: Metadata): boolean {
  return depth === 'ushort' && hasProfile;
}

function sizeProblem(width: number, height: number): Problem | undefined {
  const { longerSide, pixels } = logoLimits;
  if (Math.max(width, height) < longerSide) {
    return problem('logo-too-small', 'logo', { width, height, limit: longerSide });
  }
  if (width * height <= pixels) return undefined;
  const [megapixels, limit] = [Math.ceil((width * height) / 1e6), pixels / 1e6];
  return problem('logo-too-many-pixels', 'logo', { width, height, megapixels, limit });
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
