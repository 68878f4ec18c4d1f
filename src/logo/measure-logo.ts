import { logoLimits } from './limits.ts';
import { type LogoFormat, sniffFormat } from './picture-format.ts';

/** What a logo file on a page is like. */
export interface LogoMeasures {
  readonly format: LogoFormat;
  /** In pixels, upright; of an SVG, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The file's length. */
  readonly bytes: number;
  /**
   * The square root of the area of the box around what stands out from a white page, as a share of the square root of the whole
   * picture's area. 0 where nothing stands out; of an SVG not known, for to draw one may take for ever.
   */
  readonly visualSize?: number;
}

/**
 * Measures a logo file of a repository, in this process: for files that its maintainers took in, not for a stranger's. Nothing
 * where the file is no picture that can be drawn, is an SVG that {@link normalizeLogo} would refuse, or is larger than a logo may be.
 * Sharp is loaded with the first call.
 */
export async function measureLogo(bytes: Uint8Array): Promise<LogoMeasures | undefined> {
  const sniffed = sniffFormat(bytes);
  if (sniffed.kind !== 'logo' || bytes.length > logoLimits.bytes) return undefined;
  const { format } = sniffed;
  const picture = await (format === 'svg' ? measureSvg(bytes) : measurePixels(bytes));
  return picture && { format, ...picture, bytes: bytes.length };
}

async function measurePixels(bytes: Uint8Array) {
  const { readPixels } = await import('./decode/decode-raster.ts');
  const { visualSize } = await import('./ink.ts');
  const pixels = await readPixels(bytes);
  if (!pixels) return undefined;
  return { width: pixels.width, height: pixels.height, visualSize: visualSize(pixels) };
}

async function measureSvg(bytes: Uint8Array) {
  const { readSvg } = await import('./svg/read-svg.ts');
  const svg = await readSvg(bytes);
  if (!svg.ok) return undefined;
  const { width, height } = svg.value.size;
  return { width: Math.round(width), height: Math.round(height) };
}
