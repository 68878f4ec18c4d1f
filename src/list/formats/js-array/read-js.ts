import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';
import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { arraysIn } from '../../data/arrays-in.ts';
import type { DataArray } from '../../data/data-list.ts';
import type { TextFile } from '../../format.ts';
import { lineNumber } from '../../lines.ts';
import { toValue } from './literals.ts';
import { asNode, nodesIn, type SyntaxNode, unwrapped } from './syntax-node.ts';

/** In these files `<` begins a type, in all others an element. */
const withoutElements = /\.[cm]?ts$/i;

/** The lists of literals in a file of JavaScript or TypeScript: those of its constants, and what it exports. */
export function readJs({ path, text }: TextFile): Result<readonly DataArray[]> {
  const parser = Parser.extend(tsPlugin({ jsx: !withoutElements.test(path) }));
  let program: SyntaxNode | undefined;
  try {
    program = asNode(
      parser.parse(text.replace(/^\uFEFF/, ' '), {
        sourceType: 'module',
        ecmaVersion: 'latest',
        locations: true,
        allowReturnOutsideFunction: true,
      }),
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { message } = error;
    const offset = 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
    const reason = message.replace(/ \(\d+:\d+\)$/, '');
    return failure(problem('list-not-data', path, { line: lineNumber(text, offset), reason }));
  }
  const values = nodesIn(program?.['body']).flatMap(valuesOf);
  // Offsets name a list for the second reader: both count characters.
  const arrays = values.flatMap(([words, node]) => arraysIn(toValue(node, text), [], words));
  return success(arrays.map((array) => ({ ...array, path: [array.value.start] })));
}

type NamedNode = readonly [readonly string[], SyntaxNode];

/** The values that a statement gives names, or exports. */
function valuesOf(statement: SyntaxNode | undefined): readonly NamedNode[] {
  switch (statement?.type) {
    case 'VariableDeclaration':
      return nodesIn(statement['declarations']).flatMap((each) => {
        const name = asNode(each?.['id'])?.['name'];
        return named(typeof name === 'string' ? [name] : undefined, each?.['init']);
      });
    case 'ExportNamedDeclaration':
      return valuesOf(asNode(statement['declaration']));
    case 'ExportDefaultDeclaration':
      return named([], statement['declaration']);
    case 'TSExportAssignment':
      return named([], statement['expression']);
    case 'ExpressionStatement': {
      const assignment = asNode(statement['expression']);
      if (assignment?.type !== 'AssignmentExpression') return [];
      return named(exportedName(asNode(assignment['left'])), assignment['right']);
    }
    default:
      return [];
  }
}

function named(words: readonly string[] | undefined, value: unknown): readonly NamedNode[] {
  const node = unwrapped(asNode(value));
  return words === undefined || node === undefined ? [] : [[words, node]];
}

/** The name in `exports.name` and `module.exports.name`, no name in `module.exports`. */
function exportedName(left: SyntaxNode | undefined): readonly string[] | undefined {
  const object = asNode(left?.['object']);
  const name = asNode(left?.['property'])?.['name'];
  if (left?.type !== 'MemberExpression' || typeof name !== 'string') return undefined;
  if (object?.['name'] === 'module' && name === 'exports') return [];
  const isExports = object?.['name'] === 'exports' || exportedName(object)?.length === 0;
  return isExports ? [name] : undefined;
}
