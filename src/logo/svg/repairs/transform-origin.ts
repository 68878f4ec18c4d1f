import { splitDeclarations } from '../styles/split-declarations.ts';
import type { SvgSize } from '../svg-size.ts';
import type { SvgElement } from '../svg-tree.ts';
import { childElements } from '../svg-tree.ts';

/** Keywords of `transform-origin`, as shares of a side. */
const shares: Readonly<Record<string, string>> = {
  left: '0%',
  top: '0%',
  center: '50%',
  right: '100%',
  bottom: '100%',
};

/**
 * Writes `transform-origin`, which librsvg does not know, into the transforms that it is the origin of. Returns those for which
 * the box of the shape would have to be known.
 */
export function resolveTransformOrigins(root: SvgElement, size: SvgSize | undefined): string[] {
  const doubtful: string[] = [];
  const [left = 0, top = 0, width = 0, height = 0] = (size?.viewBox ?? '').split(' ').map(Number);
  const resolve = (element: SvgElement) => {
    for (const child of childElements(element)) resolve(child);
    const declarations = readStyle(element.attributes.get('style') ?? '');
    const origin =
      declarations.get('transform-origin') ?? element.attributes.get('transform-origin');
    const inStyle = declarations.get('transform');
    const transform = inStyle ?? element.attributes.get('transform') ?? 'none';
    if (origin === undefined || transform.trim() === 'none' || transform.trim() === '') return;
    const [across = '', down = '50%'] = origin
      .trim()
      .split(/\s+/)
      .map((each) => shares[each] ?? each);
    const x = lengthOf(across, left, width);
    const y = lengthOf(down, top, height);
    const box = declarations.get('transform-box') ?? element.attributes.get('transform-box');
    if (x === undefined || y === undefined || (box !== undefined && box.trim() !== 'view-box')) {
      doubtful.push(`transform-origin: ${origin}`);
      return;
    }
    element.attributes.delete('transform-origin');
    if (inStyle === undefined) {
      element.attributes.set(
        'transform',
        `translate(${x} ${y}) ${transform} translate(${-x} ${-y})`,
      );
      return;
    }
    declarations.delete('transform-origin');
    declarations.set(
      'transform',
      `translate(${x}px,${y}px) ${transform} translate(${-x}px,${-y}px)`,
    );
    element.attributes.set('style', [...declarations].map((pair) => pair.join(':')).join(';'));
  };
  resolve(root);
  return doubtful;
}

function readStyle(style: string): Map<string, string> {
  const pairs = splitDeclarations(style).map((each) => {
    const colon = each.indexOf(':');
    return [each.slice(0, colon).trim(), each.slice(colon + 1)] as const;
  });
  return new Map(pairs.filter(([name]) => name !== ''));
}

function lengthOf(text: string, start: number, side: number): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(px|%)?$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return unit === '%' ? start + (Number(number) / 100) * side : Number(number);
}
