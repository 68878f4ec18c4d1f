import { problem } from '../problem/problem.ts';
import type { Remark } from '../problem/remark.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { decodePicture, type Picture } from './decode-picture.ts';
import { drawCanvas } from './draw-canvas.ts';
import { tooNarrow } from './draw-svg.ts';
import { encodePng } from './encode-png.ts';
import { type Content, findContent } from './find-content.ts';
import { visualSize } from './ink.ts';
import { logoLimits } from './limits.ts';
import { opticalScale } from './optical-size.ts';
import type { LogoFormat } from './picture-format.ts';
import { remarksOn } from './remarks-on.ts';

/** A drawing of which the canvas shows more than this, per pixel, is not crisp any more. */
const enoughPixels = 0.75;

/** The picture as it came. */
export interface LogoSource {
  readonly format: LogoFormat;
  /** In pixels; of an SVG, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The file's length. */
  readonly bytes: number;
}

/** A logo ready for the page. */
export interface NormalisedLogo {
  /** `size`×`size`, sRGB, 8 bits, alpha, no metadata; with a palette where nothing visible is lost. */
  readonly png: Uint8Array;
  /** Side of the canvas, in pixels. */
  readonly size: number;
  readonly source: LogoSource;
  /** How large the trimmed picture stands on the canvas, in pixels. */
  readonly drawn: { readonly width: number; readonly height: number };
  /** Drawn over trimmed. 1 for a vector, which has no pixels to enlarge. */
  readonly scale: number;
  /** As measured on the result, as a share of the canvas's side. */
  readonly visualSize: number;
  readonly remarks: readonly Remark[];
}

/**
 * Draws a picture as a logo on a canvas of `size` pixels a side. For the drawing process only: it
 * loads sharp.
 */
export async function drawLogo(bytes: Uint8Array, size: number): Promise<Result<NormalisedLogo>> {
  const picture = await decodePicture(bytes, size);
  if (!picture.ok) return picture;
  const found = await findSharpContent(picture.value, size);
  if (!found.ok) return found;
  const content = found.value;
  const scale = opticalScale(content.pixels, size);
  const canvas = await drawCanvas(content, scale, size);
  const png = await encodePng(canvas.pixels);
  const shownScale = picture.value.svg ? 1 : scale;
  return success({
    png,
    size,
    source: { ...picture.value.source, bytes: bytes.length },
    drawn: canvas.drawn,
    scale: shownScale,
    visualSize: visualSize(canvas.pixels),
    remarks: remarksOn({ picture: picture.value, content, scale: shownScale }),
  });
}

/** Finds the logo in a picture. A small logo in a large drawing is drawn again, larger, rather than enlarged. */
async function findSharpContent(picture: Picture, size: number): Promise<Result<Content>> {
  const content = findContent(picture.pixels);
  if (!content) return failure(problem('logo-blank', 'logo'));
  const { width, height } = content.pixels;
  const longer = Math.max(width, height);
  if (longer > Math.min(width, height) * logoLimits.aspectRatio) {
    return failure(tooNarrow(width, height));
  }
  if (!picture.svg && longer < logoLimits.visibleSide) {
    const limit = logoLimits.visibleSide;
    return failure(problem('logo-hardly-anything', 'logo', { width, height, limit }));
  }
  const isCrisp = opticalScale(content.pixels, size) <= enoughPixels;
  if (isCrisp || !picture.redraw) return success(content);
  const again = await picture.redraw(content.box);
  if (!again.ok) return again;
  return success(findContent(again.value) ?? content);
}
