import type { Cell, Page } from '../page.ts';
import { readScalarSource, type ScalarSource } from './scalar-source.ts';
import type { ScalarSyntax } from './syntax.ts';

/** A cell's text behind its key, taken apart so that another can be written like it. Line ends are `\n`. */
export interface CellSource {
  /** What is before the markup's scalar; begins with a line end where the value is a block mapping. */
  readonly before: string;
  readonly scalar: ScalarSource;
  readonly after: string;
  /** Whether the scalar is between braces. */
  readonly inFlow: boolean;
}

/** Takes apart a cell that holds text. Comments are left out: they speak of that entry, not of the next. */
export function readCellSource(page: Page, cell: Cell): CellSource | undefined {
  const { value } = cell;
  const scalar = markupScalar(cell);
  if (value === undefined || scalar === undefined) return undefined;
  const own = ({ start, end }: ScalarSyntax): string => page.text.slice(start, end);
  const source = readScalarSource(own(scalar), scalar.type);
  if (value.kind === 'scalar') return { before: '', scalar: source, after: '', inFlow: false };

  let before = '';
  let after = '';
  let isBehind = false;
  let from = bodyStart(page, cell);
  for (const pair of value.pairs) {
    const piece = withoutComments(page.text.slice(from, pair.value.start));
    if (isBehind) after += piece + own(pair.value);
    else before += pair.value === scalar ? piece : piece + own(pair.value);
    isBehind ||= pair.value === scalar;
    from = pair.value.end;
  }
  after += withoutComments(page.text.slice(from, cell.end));
  const unified = (part: string): string => part.replaceAll('\r\n', '\n');
  return {
    before: unified(before),
    scalar: source,
    after: unified(after),
    inFlow: value.style === 'flow',
  };
}

/** The scalar that holds a cell's markup: the value itself, or its `val`. */
function markupScalar({ value, data }: Cell): ScalarSyntax | undefined {
  if (value?.kind === 'scalar') return typeof data === 'string' ? value : undefined;
  return value?.pairs.find(({ key }) => key === 'val')?.value;
}

/** Behind the blanks after a cell's colon; also behind a comment there, where the value begins below it. */
export function bodyStart(page: Page, cell: Cell): number {
  const behind = page.text.slice(cell.colon, cell.end);
  const lead = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n)|^[ \t]*/.exec(behind);
  return cell.colon + (lead?.[0].length ?? 0);
}

/** Values that differ from company to company must not be copied; these say how all logos look. */
const sharedKey = /^(val|html|class|width|height|style|align)$/;

/** Whether a cell's mapping, beside its markup, holds nothing that belongs to one company alone. */
export function holdsOnlyShared({ value, data }: Cell): boolean {
  if (value?.kind !== 'mapping') return true;
  return Object.entries(Object(data)).every(
    ([key, each]) => sharedKey.test(key) || typeof each !== 'string',
  );
}

function withoutComments(between: string): string {
  return between.replace(/(^|\s)#[^\n]*/g, '$1').replace(/\n\s*(?=\n)/g, '');
}
