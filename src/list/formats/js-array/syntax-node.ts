import { isData } from '../../../text/is-data.ts';

/** A node of a syntax tree, as all parsers of JavaScript make them. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Takes a value for a node, if it is one. */
export function asNode(value: unknown): SyntaxNode | undefined {
  return isNode(value) ? value : undefined;
}

/** The nodes in a list of them; a hole in an array is none. */
export function nodesIn(value: unknown): readonly (SyntaxNode | undefined)[] {
  return Array.isArray(value) ? value.map(asNode) : [];
}

function isNode(value: unknown): value is SyntaxNode {
  return isData(value) && typeof value['type'] === 'string' && typeof value['start'] === 'number';
}

/** A value without the types that TypeScript's syntax adds to it, and without what only freezes it. */
export function unwrapped(node: SyntaxNode | undefined): SyntaxNode | undefined {
  switch (node?.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return unwrapped(asNode(node['expression']));
    case 'CallExpression': {
      const callee = asNode(node['callee']);
      const name = asNode(callee?.['property'])?.['name'];
      const object = asNode(callee?.['object'])?.['name'];
      const [argument, ...more] = nodesIn(node['arguments']);
      const freezes = object === 'Object' && name === 'freeze' && more.length === 0;
      return freezes ? unwrapped(argument) : node;
    }
    default:
      return node;
  }
}
