import type { Token } from 'markdown-it';
import type { Nodes, Parents } from 'mdast';
import { sourceOf } from './content.ts';

/**
 * What the blocks of some Markdown hold, in their order: of a paragraph or a heading its source, of code and HTML all of it.
 * Blanks around lines and the marks of quotations are left out, and tables. Of the same Markdown the second reader finds the
 * same with {@link tokenContents}.
 */
export function blockContents(text: string, node: Nodes): readonly string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [withoutMargins(sourceOf(text, node.children))];
    case 'thematicBreak':
      return ['---'];
    case 'code':
    case 'html':
      return [withoutMargins(node.value)];
    case 'table':
      return [];
    default:
      return 'children' in node
        ? childrenOf(node).flatMap((child) => blockContents(text, child))
        : [];
  }
}

/** The same from the tokens of the other parser. */
export function tokenContents(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ type, content }, index) => {
    switch (type) {
      case 'inline': {
        const isText = /^(?:paragraph|heading)_open$/.test(tokens[index - 1]?.type ?? '');
        return isText ? [withoutMargins(content)] : [];
      }
      case 'hr':
        return ['---'];
      case 'fence':
      case 'code_block':
      case 'html_block':
        return [withoutMargins(content)];
      default:
        return [];
    }
  });
}

function childrenOf(node: Parents): readonly Nodes[] {
  return node.children;
}

function withoutMargins(source: string): string {
  const lines = source.split(/\r?\n/);
  return lines
    .map((line) => line.replace(/^[\s>]+/, '').trimEnd())
    .join('\n')
    .trim();
}
