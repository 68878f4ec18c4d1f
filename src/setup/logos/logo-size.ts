import { type CanvasSize, type LogoSize, logoSizes } from '../../config/logo-sizes.ts';
import type { PictureSize } from './picture-size.ts';

/** The canvas that logos have today. */
export interface UsualSize {
  readonly size: LogoSize;
  /** How many logos have its proportions. */
  readonly like: number;
  /** How many were looked at. */
  readonly of: number;
}

/** Proportions that differ by a few pixels count as the same. */
const shapeWithin = 0.02;

/** If a smaller share has the same proportions, logos are trimmed and have none in common. */
const leastShare = 0.25;

/**
 * The canvas that most logos have: the most frequent proportions, in the most frequent size of those. Vectors count only for
 * the proportions. Of two that are equally frequent, the larger one; the usual square if logos have nothing in common.
 */
export function usualSize(pictures: readonly PictureSize[]): UsualSize {
  const usual: UsualSize = { size: logoSizes.usual, like: 0, of: pictures.length };
  const groups = pictures.map((picture) => pictures.filter((other) => isLike(picture, other)));
  const [shape = []] = groups.toSorted(
    (one, other) => other.length - one.length || byArea(one, other),
  );
  const isShared = shape.length > 1 || pictures.length === 1;
  if (!isShared || shape.length < pictures.length * leastShare) return usual;
  const rasters = Map.groupBy(
    shape.filter(({ isVector }) => !isVector),
    ({ width, height }) => `${width}x${height}`,
  );
  const [same = shape] = [...rasters.values()].toSorted(
    (one, other) => other.length - one.length || byArea(one, other),
  );
  const [first] = same;
  const size = first && canvasLike(first);
  return size === undefined ? usual : { ...usual, size, like: shape.length };
}

function isLike(one: CanvasSize, other: CanvasSize): boolean {
  const [across, down] = [one.width / other.width, one.height / other.height];
  return Math.abs(across - down) <= Math.max(across, down) * shapeWithin;
}

function byArea([one]: readonly CanvasSize[], [other]: readonly CanvasSize[]): number {
  const area = (size: CanvasSize | undefined) => (size ? size.width * size.height : 0);
  return area(other) - area(one);
}

/** The size as it is; of a vector, and of what is out of bounds, its proportions with a longer side of the usual length. */
function canvasLike(picture: PictureSize): LogoSize | undefined {
  const longer = Math.max(picture.width, picture.height);
  const scaled = [picture.width, picture.height].map((side) =>
    Math.round((side * logoSizes.usual) / longer),
  );
  const asIs = picture.isVector ? [] : [[picture.width, picture.height]];
  const [found] = [...asIs, scaled].filter((sides) =>
    sides.every((side) => side >= logoSizes.least && side <= logoSizes.most),
  );
  const [width, height] = found ?? [];
  if (width === undefined || height === undefined) return undefined;
  return width === height ? width : { width, height };
}
