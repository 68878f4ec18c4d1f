import type { RootContent } from 'mdast';
import type { ListNames } from '../sequence/named-lists.ts';
import { shownText } from './shown-text.ts';

/** The headings above a place in a file, as its blocks are passed in their order. */
export class HeadingsAbove {
  readonly #byDepth: (string | undefined)[] = [];

  pass(node: RootContent): void {
    if (node.type !== 'heading') return;
    this.#byDepth.splice(node.depth - 1);
    this.#byDepth[node.depth - 1] = shownText(node.children);
  }

  /** The nearest last. */
  get known(): readonly string[] {
    return this.#byDepth.filter((heading) => heading !== undefined);
  }
}

/** What a list is called below some headings: as the nearest of them. */
export function namesBelow(headings: readonly string[]): ListNames {
  const heading = headings.at(-1) ?? '';
  return { within: heading, title: heading, above: headings.slice(0, -1) };
}
