import { isData } from '../../../../text/is-data.ts';
import { type ImageValues, readImage, writeImage } from '../../../image.ts';
import { type Neighbour, nearest } from '../neighbours.ts';
import type { Page, Slot } from '../page.ts';
import { holdsOnlyShared, readCellSource } from '../read/cell-source.ts';
import { escapeFor, writeScalarLike } from '../read/scalar-source.ts';
import type { Body } from './body.ts';

/**
 * Writes a logo cell's body like the nearest one on the page that shows a picture and nothing else, of the same
 * column first. Where there is none: `val` with `<img src='…' alt='…'>` in double quotes, and `html: true`.
 *
 * @param own the neighbour to prefer: the entry's own cell, where it is replaced
 */
export function writeLogoBody(page: Page, slot: Slot, values: ImageValues, own?: Neighbour): Body {
  const isPattern = ({ cell }: Neighbour): boolean =>
    readImage(cell.markup)?.isAlone === true && holdsOnlyShared(cell);
  const pattern =
    own !== undefined && isPattern(own) ? own : nearest(page.table, slot, 'logo', isPattern);
  const source = pattern && readCellSource(page, pattern.cell);
  const markup = writeImage(pattern?.cell.markup ?? "<img src='' alt=''>", values);
  if (pattern === undefined || source === undefined) {
    return {
      source: `\n  val: "${escapeFor({ family: 'flow', quote: '"' }, markup)}"\n  html: true`,
      indentation: 0,
      expected: { val: markup, html: true },
    };
  }
  const scalar = writeScalarLike(source.scalar.style, source.inFlow, (style) =>
    escapeFor(style, markup),
  );
  return {
    source: source.before + scalar + source.after,
    indentation: pattern.row.indentation,
    expected: expectedData(pattern, markup),
  };
}

function expectedData({ cell }: Neighbour, markup: string): unknown {
  return isData(cell.data) ? { ...cell.data, val: markup } : markup;
}
