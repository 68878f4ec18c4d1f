import { decodeFragment, decodeReferencesInCss } from './references.ts';
import { elementsOf, type SvgElement } from './svg-tree.ts';

/** Lets every reference within the file name its element as the element is named: librsvg decodes none. */
export function rewriteReferences(root: SvgElement): void {
  const ids = new Set<string>();
  for (const { attributes } of elementsOf(root)) ids.add(attributes.get('id') ?? '');
  for (const { name, attributes, children } of elementsOf(root)) {
    for (const [key, value] of attributes) {
      if (!value.includes('%') || value.startsWith('data:')) continue;
      if (key !== 'href') attributes.set(key, decodeReferencesInCss(value, ids));
      else attributes.set(key, `#${decodeFragment(value.slice(1), ids)}`);
    }
    if (name !== 'style') continue;
    children.forEach((child, index) => {
      if (typeof child === 'string') children[index] = decodeReferencesInCss(child, ids);
    });
  }
}
