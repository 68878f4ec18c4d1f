import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { conflictStart } from '../conflict.ts';
import type { TextFile } from '../format.ts';
import { lineNumber } from '../lines.ts';
import { allNodes } from './all-nodes.ts';
import { tooComplexAt } from './complexity.ts';
import { blankFrontMatter } from './front-matter.ts';

/** The largest list that was seen has 200,000; to read more would hold up all else. */
const mostCharacters = 512 * 1024;

/**
 * A Markdown file as GitHub reads it, with the position of each part; front matter is left out, and a link by reference is an
 * ordinary link. Or why it cannot be read.
 */
export function readMarkdown({ path, text }: TextFile): Result<Root> {
  if (text.length > mostCharacters) {
    const size = { size: text.length, limit: mostCharacters };
    return failure(problem('page-too-large', path, size));
  }
  const content = blankFrontMatter(text);
  const complex = tooComplexAt(content);
  if (complex !== undefined) {
    return failure(problem('list-too-complex', path, { line: lineNumber(text, complex) }));
  }
  const tree = parseMarkdown(content);
  const conflict = conflictStart(content);
  if (conflict !== undefined && !isCode(tree, conflict)) {
    return failure(problem('list-conflicted', path, { line: lineNumber(text, conflict) }));
  }
  return success(tree);
}

function isCode(tree: Root, offset: number): boolean {
  for (const { type, position } of allNodes(tree)) {
    const { start, end } = position ?? {};
    if (type === 'code' && (start?.offset ?? 0) <= offset && offset < (end?.offset ?? 0))
      return true;
  }
  return false;
}

/** Reads Markdown that is known to be short. */
export function parseMarkdown(content: string): Root {
  const tree = fromMarkdown(content, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  resolveReferences(tree);
  return tree;
}

/** Makes a link of each link by reference whose address is defined. */
function resolveReferences(tree: Root): void {
  const addresses = new Map<string, string>();
  for (const node of allNodes(tree)) {
    if (node.type === 'definition' && !addresses.has(node.identifier)) {
      addresses.set(node.identifier, node.url);
    }
  }
  if (addresses.size === 0) return;
  for (const node of allNodes(tree)) {
    const url = node.type === 'linkReference' ? addresses.get(node.identifier) : undefined;
    if (url !== undefined) Object.assign(node, { type: 'link', url });
  }
}
