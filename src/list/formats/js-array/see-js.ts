import { parse } from '@babel/parser';
import { isData } from '../../../text/is-data.ts';
import { rememberLast } from '../../../text/remember-last.ts';
import type { DataArray } from '../../data/data-list.ts';
import { describe, describeEntry, Expression } from '../../data/describe.ts';
import type { TextFile } from '../../format.ts';
import type { SeenList } from '../../sequence/sequence.ts';
import { asNode, nodesIn, type SyntaxNode, unwrapped } from './syntax-node.ts';

/** A list as another parser of JavaScript sees it; nothing where that finds a mistake in the file, or no list. */
export function seeJs({ path, text }: TextFile, [start]: DataArray['path']): SeenList | undefined {
  const program = /\.[cm]?ts$/i.test(path) ? readWithoutElements(text) : readWithElements(text);
  const list = program?.lists.get(Number(start));
  if (program === undefined || list === undefined) return undefined;
  const entries = nodesIn(list['elements']).map((node) => describeEntry(dataOf(node, text)));
  const rest = () => describe(withoutPlaces(program.node, (node) => node === list));
  return { entries, rest };
}

interface Program {
  readonly node: SyntaxNode | undefined;
  /** By the characters with which they begin. */
  readonly lists: ReadonlyMap<number, SyntaxNode>;
}

const readWithElements = rememberLast((text) => read(text, ['jsx']));
const readWithoutElements = rememberLast((text) => read(text, []));

function read(text: string, elements: readonly 'jsx'[]): Program | undefined {
  try {
    const { program } = parse(text.replace(/^\uFEFF/, ' '), {
      sourceType: 'unambiguous',
      plugins: [...elements, 'typescript'],
      allowReturnOutsideFunction: true,
      attachComment: false,
    });
    const node = asNode(program);
    return { node, lists: listsIn(node) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function listsIn(program: SyntaxNode | undefined): ReadonlyMap<number, SyntaxNode> {
  const lists = new Map<number, SyntaxNode>();
  withoutPlaces(program, (node) => {
    if (node.type === 'ArrayExpression') lists.set(node.start, node);
    return false;
  });
  return lists;
}

/** What a syntax tree says besides what the source says as well. */
const places = new Set(['start', 'end', 'loc', 'extra', 'errors', 'tokens']);

/** A syntax tree without the places of its nodes; a list that is left out keeps its type alone. */
function withoutPlaces(value: unknown, isLeftOut: (node: SyntaxNode) => boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutPlaces(each, isLeftOut));
  if (typeof value === 'bigint') return String(value);
  if (!isData(value)) return value;
  const node = asNode(value);
  if (node !== undefined && isLeftOut(node)) return node.type;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !places.has(key))
      .map(([key, each]) => [key, withoutPlaces(each, isLeftOut)]),
  );
}

function dataOf(wrapped: SyntaxNode | undefined, text: string): unknown {
  const node = unwrapped(wrapped);
  if (node === undefined) return undefined;
  const source = new Expression(text.slice(node.start, node.end));
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node['value'];
    case 'NullLiteral':
      return null;
    case 'TemplateLiteral': {
      const [only, ...more] = nodesIn(node['quasis']);
      const value = only?.['value'];
      const cooked = isData(value) ? value['cooked'] : undefined;
      return more.length === 0 && typeof cooked === 'string' ? cooked : source;
    }
    case 'UnaryExpression': {
      const number = asNode(node['argument']);
      const isNumber = node['operator'] === '-' && number?.type === 'NumericLiteral';
      return isNumber ? -Number(number['value']) : source;
    }
    case 'ArrayExpression': {
      const elements = nodesIn(node['elements']);
      return elements.includes(undefined) ? source : elements.map((each) => dataOf(each, text));
    }
    case 'ObjectExpression':
      return Object.fromEntries(
        nodesIn(node['properties']).flatMap((each) =>
          each === undefined ? [] : [propertyOf(each, text)],
        ),
      );
    default:
      return source;
  }
}

function propertyOf(node: SyntaxNode, text: string): [string, unknown] {
  const key = asNode(node['key']);
  const source = text.slice(node.start, node.end);
  const isPlain = node.type === 'ObjectProperty' && !node['computed'] && !node['shorthand'];
  if (!isPlain || key === undefined) return [source, new Expression(source)];
  return [String(key['name'] ?? key['value']), dataOf(asNode(node['value']), text)];
}
