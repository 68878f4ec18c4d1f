import type { Nodes } from 'mdast';

/** A node and all below it, in the order of the file. */
export function* allNodes(root: Nodes): Generator<Nodes> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    // As arguments of one call, as many children as a file can have would overflow the stack.
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
}
