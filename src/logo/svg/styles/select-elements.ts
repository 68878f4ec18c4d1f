import { compile } from 'css-select';
import { childElements, elementsOf, type SvgElement, textOf } from '../svg-tree.ts';

/** Finds elements of one tree by selectors. */
export interface Selection {
  /** The elements that a selector selects; none where it cannot be understood. */
  select(selector: string): SvgElement[];
}

/** Makes a tree searchable by selectors. */
export function selectionIn(root: SvgElement): Selection {
  const parents = new Map<SvgElement, SvgElement>();
  for (const element of elementsOf(root)) {
    for (const child of childElements(element)) parents.set(child, element);
  }
  const all = [...elementsOf(root)];
  const adapter = {
    isTag: (node: SvgElement): node is SvgElement => node !== undefined,
    getAttributeValue: ({ attributes }: SvgElement, name: string) => attributes.get(name),
    getChildren: childElements,
    getName: ({ name }: SvgElement) => name,
    getParent: (element: SvgElement) => parents.get(element) ?? null,
    getSiblings: (element: SvgElement) => {
      const parent = parents.get(element);
      return parent ? childElements(parent) : [element];
    },
    getText: textOf,
    hasAttrib: ({ attributes }: SvgElement, name: string) => attributes.has(name),
    removeSubsets: (nodes: SvgElement[]) => nodes,
  };
  return {
    select(selector) {
      try {
        const matches = compile<SvgElement, SvgElement>(selector, { xmlMode: true, adapter });
        return all.filter((element) => matches(element));
      } catch {
        return [];
      }
    },
  };
}
