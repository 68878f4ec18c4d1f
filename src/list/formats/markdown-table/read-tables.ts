import type { PhrasingContent, Root, RootContent, TableRow as RowNode, Table } from 'mdast';
import { endOfLine, lineStart } from '../../lines.ts';
import { HeadingsAbove } from '../../markdown/headings-above.ts';
import type { MarkdownTable, TableCell, TableRow } from './table.ts';

/** What a reader makes of a file whose rows it cannot take apart as the parser does. */
export interface UnreadableRow {
  /** Where the row is. */
  readonly offset: number;
}

/**
 * The tables of a Markdown file that are in no quotation and no list, or the first row of which that cannot be taken apart.
 *
 * @param tree the text as it was read
 */
export function readTables(text: string, tree: Root): readonly MarkdownTable[] | UnreadableRow {
  const tables: MarkdownTable[] = [];
  const headings = new HeadingsAbove();
  for (const node of tree.children) {
    headings.pass(node);
    if (node.type !== 'table') continue;
    const table = readTable(text, node, headings.known, tables.length);
    if ('offset' in table) return table;
    tables.push(table);
  }
  return tables;
}

function readTable(
  text: string,
  node: Table,
  headings: readonly string[],
  ordinal: number,
): MarkdownTable | UnreadableRow {
  const rows: TableRow[] = [];
  for (const child of node.children) {
    const row = readRow(text, child);
    if ('offset' in row) return row;
    rows.push(row);
  }
  const [header, ...others] = rows;
  if (header === undefined) return { offset: startOf(node) };
  const below = text.indexOf('\n', header.end) + 1;
  return { headings, ordinal, header, head: endOfLine(text, below), rows: others };
}

/** Takes a row's line apart at each `|` without a backslash, as GitHub does, in code too. */
function readRow(text: string, node: RowNode): TableRow | UnreadableRow {
  const offset = startOf(node);
  const start = lineStart(text, offset);
  const end = endOfLine(text, start);
  const line = text.slice(start, end);
  const margin = /^\uFEFF?[ \t]*/.exec(line)?.[0] ?? '';
  const indentation = margin.replace('\uFEFF', '');
  const pieces: Piece[] = [];
  const opens = line[margin.length] === '|';
  let from = margin.length + (opens ? 1 : 0);
  while (from <= line.length) {
    piece.lastIndex = from;
    const source = piece.exec(line)?.[0] ?? '';
    pieces.push({ start: start + from, source });
    from += source.length + 1;
  }
  const closes = pieces.length > 1 && pieces.at(-1)?.source.trim() === '';
  if (closes) pieces.pop();
  if (pieces.length !== node.children.length) return { offset };
  const cells = pieces.map((each, index) => toCell(each, node.children[index]?.children ?? []));
  return { start, end, indentation, opens, closes, cells };
}

const piece = /(?:\\[\\|]|[^|])*/y;

interface Piece {
  readonly start: number;
  readonly source: string;
}

function toCell({ start, source }: Piece, nodes: readonly PhrasingContent[]): TableCell {
  const content = source.trim();
  if (content === '') return { start, end: start, before: source, after: '', source: '', nodes };
  const before = /^\s*/.exec(source)?.[0] ?? '';
  const after = source.slice(before.length + content.length);
  const from = start + before.length;
  return { start: from, end: from + content.length, before, after, source: content, nodes };
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? 0;
}
