import type { Nodes } from 'mdast';

/** A node and all below it, in the order of the file. */
export function* allNodes(root: Nodes): Generator<Nodes> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ('children' in node) waiting.push(...node.children.toReversed());
  }
}
