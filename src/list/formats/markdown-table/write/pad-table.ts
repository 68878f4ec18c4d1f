import type { MarkdownTable, TableRow } from '../table.ts';
import { characterCount, displayWidth, type WidthOf } from './text-width.ts';

/** How a formatter pads a table. */
interface PaddingStyle {
  readonly widthOf: WidthOf;
  /** Whether the line below the header has a blank beside each `|`. */
  readonly hasBlanks: boolean;
  /** Whether cells are where that line says: on the left, in the middle, on the right. */
  readonly aligns: boolean;
}

const styles: readonly PaddingStyle[] = [displayWidth, characterCount].flatMap((widthOf) =>
  [true, false].flatMap((hasBlanks) =>
    [true, false].map((aligns) => ({ widthOf, hasBlanks, aligns })),
  ),
);

/** How a table is padded, if all of it is exactly as a formatter writes it. */
export function paddingOf(text: string, table: MarkdownTable): PaddingStyle | undefined {
  const own = text.slice(table.header.start, endOf(table));
  return styles.find((style) => padded(text, table, style) === own);
}

/** A file with a table padded again: nothing but blanks and dashes changes. Nothing where rows do not have a cell for each column. */
export function padTable(
  text: string,
  table: MarkdownTable,
  style: PaddingStyle,
): string | undefined {
  const own = padded(text, table, style);
  if (own === undefined) return undefined;
  return text.slice(0, table.header.start) + own + text.slice(endOf(table));
}

function endOf({ rows, head }: MarkdownTable): number {
  return rows.at(-1)?.end ?? head;
}

/** The table alone, padded. */
function padded(text: string, table: MarkdownTable, style: PaddingStyle): string | undefined {
  const { header, rows, head } = table;
  const margin = /^\s*/.exec(text.slice(header.end, head))?.[0].length ?? 0;
  const border = text.slice(header.end + margin, head).trim();
  const marks = border
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((mark) => mark.trim());
  const isWhole = ({ opens, closes, cells }: TableRow) =>
    opens && closes && cells.length === marks.length;
  if (![header, ...rows].every(isWhole)) return undefined;
  const columns = marks.map((mark, index) => {
    const widths = [header, ...rows].map(({ cells }) => style.widthOf(cells[index]?.source ?? ''));
    return { mark, width: Math.max(style.hasBlanks ? 3 : 1, ...widths) };
  });
  const line = ({ indentation, cells }: TableRow) => {
    const cellsOfRow = columns.map((column, index) =>
      padCell(cells[index]?.source ?? '', column, style),
    );
    return `${indentation}| ${cellsOfRow.join(' | ')} |`;
  };
  const borders = columns.map((column) => borderOf(column, style));
  const pieces = [
    line(header) + text.slice(header.end, header.end + margin),
    `|${borders.join('|')}|`,
    ...rows.flatMap((row, index) => [
      text.slice(index === 0 ? head : rows[index - 1]?.end, row.start),
      line(row),
    ]),
  ];
  return pieces.join('');
}

interface PaddedColumn {
  /** What is below the header, such as `:---`. */
  readonly mark: string;
  readonly width: number;
}

function padCell(
  content: string,
  { mark, width }: PaddedColumn,
  { widthOf, aligns }: PaddingStyle,
): string {
  const room = width - widthOf(content);
  const isRight = aligns && mark.endsWith(':');
  const before = !isRight ? 0 : mark.startsWith(':') ? Math.floor(room / 2) : room;
  return ' '.repeat(before) + content + ' '.repeat(room - before);
}

function borderOf({ mark, width }: PaddedColumn, { hasBlanks }: PaddingStyle): string {
  const first = mark.startsWith(':') ? ':' : '-';
  const last = mark.endsWith(':') ? ':' : '-';
  const blank = hasBlanks ? ' ' : '';
  const dashes = '-'.repeat(hasBlanks ? width - 2 : width);
  return blank + first + dashes + last + blank;
}
