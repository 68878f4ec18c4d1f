import { type Box, cut, isVisible, type Pixels } from '../pixels.ts';
import { boxWithoutSpecks } from './box-without-specks.ts';
import { hasCheckerboard } from './checkerboard.ts';
import { clearHaze } from './clear-haze.ts';
import { type Background, findBackground, isAlike } from './find-background.ts';

/** What of a picture is the logo. */
export interface Content {
  readonly pixels: Pixels;
  /** Where in the picture it lies. */
  readonly box: Box;
  /** The opaque colour that the logo is on; nothing where it is on transparency or has no one colour around. */
  readonly background: Background | undefined;
  /** Nothing of the logo's rectangle is transparent: on a dark page it shows as a box. */
  readonly isOpaque: boolean;
  /** The ground that was made transparent, as the project wants it. */
  readonly cleared?: Background;
  /** The logo is on painted squares, as programs show transparency. */
  readonly isOnCheckerboard: boolean;
}

/**
 * Finds the logo in a picture: without transparent borders, stray pixels or a faint veil, and without the borders of a white or
 * nearly white canvas or card. A coloured ground stays whole, for it is a part of how the logo looks (an app's icon, a badge).
 * Nothing where there is nothing to see.
 */
export function findContent(given: Pixels): Content | undefined {
  const picture = clearHaze(given);
  const visible = boxWithoutSpecks(picture, (data, offset) => isVisible(data[offset + 3] ?? 0));
  if (!visible) return undefined;
  const { background, box: canvasBox } = findBackground(picture, visible);
  const isOnCheckerboard = hasCheckerboard(picture, visible);
  if (background === 'none' || background === 'mixed') {
    const isOpaque = background === 'mixed' && !hasHoles(cut(picture, visible));
    const pixels = cut(picture, visible);
    return { pixels, box: visible, background: undefined, isOpaque, isOnCheckerboard };
  }
  if (!background.isPale || isOnCheckerboard) {
    const pixels = cut(picture, visible);
    return { pixels, box: visible, background, isOpaque: true, isOnCheckerboard };
  }
  const canvas = cut(picture, canvasBox);
  const content = boxWithoutSpecks(
    canvas,
    (data, offset) => (data[offset + 3] ?? 0) >= 128 && !isAlike(background, data, offset),
  );
  if (!content) return undefined;
  const box = { ...content, left: content.left + canvasBox.left, top: content.top + canvasBox.top };
  return { pixels: cut(canvas, content), box, background, isOpaque: true, isOnCheckerboard };
}

/** More than this, as a share, and a page shows through. */
const mostHoles = 0.02;

function hasHoles({ data, width, height }: Pixels): boolean {
  let holes = 0;
  for (let offset = 3; offset < data.length; offset += 4) {
    if ((data[offset] ?? 0) < 128) holes += 1;
  }
  return holes > width * height * mostHoles;
}
