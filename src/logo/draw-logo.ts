import { type CanvasSize, canvasSize, type LogoSize } from '../config/logo-sizes.ts';
import { problem } from '../problem/problem.ts';
import type { Remark } from '../problem/remark.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { clearGround } from './content/clear-ground.ts';
import { type Content, findContent } from './content/find-content.ts';
import { hiddenOnDark } from './contrast.ts';
import { decodePicture, type Picture, pixelsPerPixel } from './decode/decode-picture.ts';
import { tooNarrow } from './decode/draw-svg.ts';
import { visualSize } from './ink.ts';
import { logoLimits } from './limits.ts';
import { type LogoSettings, settingsOf } from './logo-settings.ts';
import { opticalScale } from './optical-size.ts';
import { type Canvas, drawCanvas, shrinkTo } from './output/draw-canvas.ts';
import { encodePng } from './output/encode-png.ts';
import type { LogoFormat } from './picture-format.ts';
import { remarksOn } from './remarks-on.ts';

/** A drawing of which the canvas shows more than this, per pixel, is not crisp anymore. */
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
export interface NormalizedLogo {
  /** As large as the canvas, sRGB, 8 bits, alpha, no metadata; with a palette where nothing visible is lost. */
  readonly png: Uint8Array;
  /** The same as SVG, where the project keeps such and the picture is one that looks the same everywhere. */
  readonly svg?: string;
  /** Of the canvas, as it was asked for. */
  readonly size: LogoSize;
  readonly source: LogoSource;
  /** How large the trimmed picture is on the canvas, in pixels. */
  readonly drawn: { readonly width: number; readonly height: number };
  /** Drawn over trimmed. 1 for a vector, which has no pixels to enlarge. */
  readonly scale: number;
  /** As measured on the result, as a share of the canvas's side. */
  readonly visualSize: number;
  /** How much of it is too dark to be seen on a dark page, from 0 to 1. */
  readonly hiddenOnDark: number;
  readonly remarks: readonly Remark[];
}

/** Draws a picture as a logo. For the drawing process only: it loads sharp. */
export async function drawLogo(
  bytes: Uint8Array,
  given: LogoSettings | number,
): Promise<Result<NormalizedLogo>> {
  const settings = settingsOf(given);
  const { size, backgrounds = 'light' } = settings;
  const canvas = canvasSize(size);
  const decoded = await decodePicture(bytes, Math.max(canvas.width, canvas.height));
  if (!decoded.ok) return decoded;
  const found = await findSharpContent(decoded.value, canvas);
  if (!found.ok) return found;
  const { picture } = found.value;
  const content = settings.clearBackground
    ? await withoutGround(found.value.content, canvas)
    : found.value.content;
  const { scale, meant } = opticalScale(content.pixels, canvas, picture.svg !== undefined);
  const shown = await drawCanvas(content, scale, canvas);
  const { pixels, drawn } = shown;
  const svg = settings.keepSvg ? await svgOf(picture, content, scale, shown) : undefined;
  const shownScale = picture.svg ? 1 : scale;
  const seen = visualSize(pixels);
  return success({
    png: await encodePng(pixels),
    ...(svg !== undefined && { svg }),
    size,
    source: { ...picture.source, bytes: bytes.length },
    drawn,
    scale: shownScale,
    visualSize: seen,
    hiddenOnDark: hiddenOnDark(pixels),
    remarks: remarksOn({
      picture,
      content,
      scale: shownScale,
      visualSize: seen,
      meant,
      backgrounds,
    }),
  });
}

/** The drawing itself, on the same canvas; nothing where it cannot be kept. */
async function svgOf(
  { svg, view, pixels: all }: Picture,
  { box, background, cleared, pixels }: Content,
  scale: number,
  { pixels: canvas, middle }: Canvas,
): Promise<string | undefined> {
  // A ground that is trimmed or cleared in pixels is whole in the drawing.
  if (!svg || !view || background?.isPale || cleared) return undefined;
  const perPixel = view.width / all.width;
  const shown = {
    left: view.left + (box.left + pixels.width / 2 - middle.x / scale) * perPixel,
    top: view.top + (box.top + pixels.height / 2 - middle.y / scale) * perPixel,
    width: (canvas.width / scale) * perPixel,
    height: (canvas.height / scale) * perPixel,
  };
  const { keepSvg } = await import('./output/keep-svg.ts');
  return keepSvg({ svg, view: shown, pixels: canvas });
}

/** Makes a pale ground transparent, in no more pixels than the canvas needs. */
async function withoutGround(content: Content, canvas: CanvasSize): Promise<Content> {
  const { background } = content;
  if (!background?.isPale || content.isOnCheckerboard) return content;
  const pixels = await shrinkTo(
    content.pixels,
    pixelsPerPixel * Math.max(canvas.width, canvas.height),
  );
  return {
    ...content,
    pixels: clearGround(pixels, background),
    background: undefined,
    isOpaque: false,
    cleared: background,
  };
}

/** A picture, and the logo in it. */
interface Found {
  readonly picture: Picture;
  readonly content: Content;
}

/** Finds the logo in a picture. A small logo in a large drawing is drawn again, larger, rather than enlarged. */
async function findSharpContent(picture: Picture, canvas: CanvasSize): Promise<Result<Found>> {
  const content = findContent(picture.pixels);
  if (!content) return failure(problem('logo-blank', 'logo'));
  const { width, height } = content.pixels;
  const longer = Math.max(width, height);
  if (longer > Math.min(width, height) * logoLimits.aspectRatio) {
    return failure(tooNarrow(width, height));
  }
  if (!picture.redraw) {
    const limit = logoLimits.visibleSide;
    if (longer >= limit) return success({ picture, content });
    return failure(problem('logo-hardly-anything', 'logo', { width, height, limit }));
  }
  if (opticalScale(content.pixels, canvas, true).scale <= enoughPixels) {
    return success({ picture, content });
  }
  const again = await picture.redraw(content.box);
  if (!again.ok) return again;
  const larger = findContent(again.value.pixels);
  return success(larger ? { picture: again.value, content: larger } : { picture, content });
}
