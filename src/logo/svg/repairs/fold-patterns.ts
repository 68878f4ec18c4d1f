import { elementsOf, type SvgElement } from '../svg-tree.ts';
import { type Matrix, readTransform, writeTransform } from './transform.ts';

/** In tiles: nearer offsets are drawn as they should be. */
const nearEnough = 8;

/**
 * Brings patterns whose offset is many tiles away, as those of Illustrator's swatches are, near: a pattern repeats, so whole tiles
 * change nothing, but librsvg gives up past so many of them.
 */
export function foldPatterns(root: SvgElement): void {
  const patterns = [...elementsOf(root)].filter(({ name }) => name === 'pattern');
  const byId = new Map(patterns.map((pattern) => [`#${pattern.attributes.get('id')}`, pattern]));
  for (const pattern of patterns) {
    const inherited = (name: string) => inheritedValue(pattern, name, byId);
    const matrix = readTransform(pattern.attributes.get('patternTransform') ?? '');
    const [width, height] = [Number(inherited('width')), Number(inherited('height'))];
    if (!matrix || inherited('patternUnits') !== 'userSpaceOnUse') continue;
    const folded = width > 0 && height > 0 ? fold(matrix, width, height) : undefined;
    if (folded) pattern.attributes.set('patternTransform', writeTransform(folded));
  }
}

function inheritedValue(
  pattern: SvgElement,
  name: string,
  byId: ReadonlyMap<string, SvgElement>,
): string | undefined {
  let at: SvgElement | undefined = pattern;
  for (let steps = 0; at && steps < 10; steps += 1) {
    const value = at.attributes.get(name);
    if (value !== undefined) return value;
    at = byId.get(at.attributes.get('href') ?? '');
  }
  return undefined;
}

function fold([a, b, c, d, e, f]: Matrix, width: number, height: number): Matrix | undefined {
  const determinant = a * d - b * c;
  if (determinant === 0) return undefined;
  const across = Math.trunc((d * e - c * f) / determinant / width);
  const down = Math.trunc((a * f - b * e) / determinant / height);
  if (Math.abs(across) < nearEnough && Math.abs(down) < nearEnough) return undefined;
  const [x, y] = [across * width, down * height];
  return [a, b, c, d, e - a * x - c * y, f - b * x - d * y];
}
