import { type Background, findBackground, isAlike } from './find-background.ts';
import { type Box, boundingBox, cut, isVisible, type Pixels } from './pixels.ts';

/** What of a picture is the logo. */
export interface Content {
  readonly pixels: Pixels;
  /** Where in the picture it lies. */
  readonly box: Box;
  /** The opaque colour that the logo stands on; nothing where it stands on transparency or has no one colour around. */
  readonly background: Background | undefined;
  /** Nothing of the logo's rectangle is transparent: on a dark page it shows as a box. */
  readonly isOpaque: boolean;
}

/**
 * Finds the logo in a picture: without transparent borders, and without the borders of a white or nearly white
 * canvas. A coloured ground stays whole, for it is a part of how the logo looks (an app's icon, a badge). Nothing where
 * there is nothing to see.
 */
export function findContent(picture: Pixels): Content | undefined {
  const visible = boundingBox(picture, (data, offset) => isVisible(data[offset + 3] ?? 0));
  if (!visible) return undefined;
  const { background, box: canvasBox } = findBackground(picture, visible);
  if (background === 'none' || background === 'mixed') {
    const isOpaque = background === 'mixed';
    return { pixels: cut(picture, visible), box: visible, background: undefined, isOpaque };
  }
  if (!background.isPale)
    return { pixels: cut(picture, visible), box: visible, background, isOpaque: true };
  const canvas = cut(picture, canvasBox);
  const content = boundingBox(canvas, (data, offset) => !isAlike(background, data, offset));
  if (!content) return undefined;
  const box = { ...content, left: content.left + canvasBox.left, top: content.top + canvasBox.top };
  return { pixels: cut(canvas, content), box, background, isOpaque: true };
}
