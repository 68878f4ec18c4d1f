import { ownValue } from '../../../../text/own-value.ts';
import { joinLines } from '../../../../text/single-line.ts';
import type { EntryLink, EntryValues } from '../../../format.ts';
import { linksOf } from '../../../markdown/homepage-links.ts';
import { linksIn } from '../../../markdown/shown-text.ts';
import { patternsIn } from '../../../markdown/write/field-context.ts';
import { firstLink } from '../../../markdown/write/first-link.ts';
import { writeLike } from '../../../markdown/write/inline-pattern.ts';
import { writeContacts } from '../../../markdown/write/write-contacts.ts';
import {
  type HomepageContext,
  writeHomepageLinks,
} from '../../../markdown/write/write-homepage-links.ts';
import { writeLogo } from '../../../markdown/write/write-logo.ts';
import { writeName } from '../../../markdown/write/write-name.ts';
import { writeWords } from '../../../markdown/write/write-words.ts';
import { encodeCellLabel } from '../../../text/encode/encode-cell.ts';
import { encodeLinkDestination } from '../../../text/encode/encode-link-destination.ts';
import type { Column } from '../columns.ts';
import { writeLines } from './write-lines.ts';

/** What decides how a cell is written. */
export interface CellContext extends HomepageContext {
  readonly column: Column;
  /** Whether the name is to be a link, where no neighbour tells. */
  readonly linksName: boolean;
  /** What is between lines, where no neighbour tells. */
  readonly usualBreak: string;
}

/** Writes one cell of an entry like the nearest cell of its column that has what is needed. */
export function writeCell(values: EntryValues, context: CellContext): string {
  const written = writeField(values, context);
  // Alone in its cell, and not at the beginning of a line, it emphasizes nothing.
  const isAlone = written === '&ast;' || loneAsterisk.test(written);
  return isAlone ? written.replace('&ast;', '*') : written;
}

/** In code, a reference shows as it is. */
const loneAsterisk = /^(?!&ast;)(?:(?!&ast;)[^*`])*&ast;(?:(?!&ast;)[^*`])*$/;

function writeField(values: EntryValues, context: CellContext): string {
  const { column, usualBreak } = context;
  const own = ownValue(values.fields, column.name) ?? '';
  const onOneLine = joinLines(own);
  switch (column.role) {
    case 'name': {
      const { samples, linksName } = context;
      const isLinked = linksName || samples.some(({ nodes }) => linksIn(nodes).length > 0);
      return writeName(values.company, isLinked ? values.homepage : undefined, context);
    }
    case 'homepage':
      return writeHomepageLinks(values.company, linksOf(values), context);
    case 'logo':
      return values.logo === '' ? '' : writeLogo(values, context);
    case 'link':
      return values.link === undefined
        ? writeWords(onOneLine, context, column.role)
        : writeLink(values.link, context);
    case 'text':
      return writeLines(values.text, usualBreak, context);
    case 'contact':
      return writeContacts(onOneLine, context);
    case 'none':
      return own.includes('\n')
        ? writeLines(own, usualBreak, context)
        : writeWords(own, context, column.role);
    default:
      return writeWords(onOneLine, context, column.role);
  }
}

/** Writes a link like the nearest; what the entry has beside its own one stays. */
function writeLink(link: EntryLink, context: CellContext): string {
  const { own } = context;
  const written = writeOneLink(link, context);
  const [start, end] = (own && firstLink(own)) ?? [];
  return own === undefined || start === undefined
    ? written
    : own.source.slice(0, start) + written + own.source.slice(end);
}

function writeOneLink({ text, url }: EntryLink, context: CellContext): string {
  const values = { text: encodeCellLabel(text), url: encodeLinkDestination(url) };
  for (const [pattern] of patternsIn(context)) {
    const written = pattern.link && writeLike(pattern, values);
    if (written !== undefined) return written;
  }
  return `[${values.text}](${values.url})`;
}
