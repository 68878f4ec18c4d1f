import { elementsOf, type SvgElement, svgElement } from '../svg-tree.ts';

/** Moves the transforms of symbols, which librsvg passes over, to groups around their uses (SVG 2, “the symbol element”). */
export function moveSymbolTransforms(root: SvgElement): void {
  const transforms = new Map<string, string>();
  for (const { name, attributes } of elementsOf(root)) {
    const transform = attributes.get('transform');
    const id = attributes.get('id');
    if (name !== 'symbol' || transform === undefined || id === undefined) continue;
    transforms.set(`#${id}`, transform);
    attributes.delete('transform');
  }
  if (transforms.size === 0) return;
  for (const element of [...elementsOf(root)]) {
    element.children = element.children.map((child) => {
      if (typeof child === 'string' || child.name !== 'use') return child;
      const transform = transforms.get(child.attributes.get('href') ?? '');
      return transform === undefined ? child : wrapped(child, transform);
    });
  }
}

/** The place of a use is outside of the symbol's transform, its size is inside. */
function wrapped(use: SvgElement, transform: string): SvgElement {
  const { attributes } = use;
  const [x, y] = ['x', 'y'].map((name) => Number.parseFloat(attributes.get(name) ?? '0') || 0);
  const outer = attributes.get('transform') ?? '';
  for (const name of ['x', 'y', 'transform']) attributes.delete(name);
  return svgElement('g', { transform: `${outer} translate(${x} ${y}) ${transform}`.trim() }, [use]);
}
