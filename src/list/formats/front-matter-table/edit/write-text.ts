import type { EntryLink } from '../../../format.ts';
import { encodeLinkDestination } from '../../../text/encode/encode-link-destination.ts';
import { encodeLinkText } from '../../../text/encode/encode-link-text.ts';
import { encodeText } from '../../../text/encode/encode-text.ts';
import type { Neighbour } from '../neighbours.ts';
import type { Page, Slot } from '../page.ts';
import { escapeFor, type ScalarStyle, writeScalarLike } from '../read/scalar-source.ts';
import type { TextParts } from '../read/text-parts.ts';
import type { Body } from './body.ts';
import {
  readTextPattern,
  separatorFits,
  separatorLike,
  type TextPattern,
  textPatterns,
} from './text-pattern.ts';

/** What a text cell says. In an update, what is not given stays as it is. */
export interface TextValues {
  readonly text?: string;
  readonly link?: EntryLink;
}

/** A part of a cell, as the scalar's source has it and as its value has it. */
interface Part {
  readonly source: string;
  readonly markup: string;
}

/**
 * Writes a text cell's body like its neighbours: the quotes or block of the nearest text, the separator of the
 * nearest text with a link; of the same column first. On a page without a text: double quotes, and the link behind
 * two `<br />`, a line each.
 *
 * @param own the entry's own cell, where it is replaced: its style, and its parts that do not change, stay
 */
export function writeTextBody(page: Page, slot: Slot, values: TextValues, own?: Neighbour): Body {
  const ownPattern = own && readTextPattern(page, own);
  const { like, linked } = textPatterns(page, slot);
  const hasLink = values.link !== undefined || ownPattern?.source.link !== undefined;
  const ownLinked = ownPattern?.source.link === undefined ? linked : ownPattern;
  const mismatch = hasLink && like !== undefined && linked && !separatorFits(like.style, linked);
  const pattern = ownPattern ?? (mismatch ? linked : like);

  const indentation = pattern?.indentation ?? 0;
  const partsIn = (style: ScalarStyle): Part[] => {
    const description = descriptionIn(style, values, ownPattern);
    if (!hasLink) return [description];
    const separator = separatorLike(style, indentation, ownLinked);
    const parts = [description, { source: separator, markup: unescapeBlanks(separator) }];
    return [...parts, linkIn(style, values, ownPattern)];
  };
  const style = pattern?.style ?? { family: 'flow', quote: '"' };
  const join = (parts: Part[], form: keyof Part) => parts.map((part) => part[form]).join('');
  return {
    source: writeScalarLike(style, false, (written) => join(partsIn(written), 'source')),
    indentation,
    expected: join(partsIn(style), 'markup'),
  };
}

function descriptionIn(style: ScalarStyle, { text }: TextValues, own?: TextPattern): Part {
  if (text !== undefined) return written(style, encodeText(text));
  return kept(style, own, (parts) => parts.description);
}

function linkIn(style: ScalarStyle, { link }: TextValues, own?: TextPattern): Part {
  if (link !== undefined) {
    const destination = encodeLinkDestination(link.url);
    return written(style, `[${encodeLinkText(link.text)}](${destination})`);
  }
  return kept(style, own, (parts) =>
    parts.link ? `[${parts.link.text}](${parts.link.destination})` : '',
  );
}

function written(style: ScalarStyle, markup: string): Part {
  return { source: escapeFor(style, markup), markup };
}

/** A part of the own cell that does not change: as it is, unless the quotes around it do. */
function kept(
  style: ScalarStyle,
  own: TextPattern | undefined,
  part: (parts: TextParts) => string,
): Part {
  if (own === undefined) return { source: '', markup: '' };
  const markup = part(own.markup);
  const sameQuotes = style.family === 'block' || quoteOf(style) === quoteOf(own.style);
  return sameQuotes ? { source: part(own.source), markup } : written(style, markup);
}

function quoteOf(style: ScalarStyle): string | undefined {
  return style.family === 'flow' ? style.quote : undefined;
}

/** A separator's value: an escaped line end joins two lines, an escaped `n` parts them. */
function unescapeBlanks(separator: string): string {
  return separator.replace(/\\\n\s*/g, '').replaceAll('\\n', '\n');
}
