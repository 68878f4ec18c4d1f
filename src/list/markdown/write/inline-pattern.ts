import type { InlineCode, Link, PhrasingContent, Text } from 'mdast';
import { decodeAttribute } from '../../text/encode/decode-attribute.ts';
import type { InlineLink } from '../shown-text.ts';
import type { Sample } from './sample.ts';

/** A piece of Markdown that is one text or one link, perhaps bold or the like, after which another can be written. */
export interface InlinePattern {
  readonly text: string;
  readonly link: InlineLink | undefined;
  readonly isCode: boolean;
  /** What is before the first of text and address, between them, and behind. */
  readonly pieces: readonly [string, string, string];
  /** Whether the address comes first, as in HTML. */
  readonly isHtml: boolean;
}

/** What goes into a pattern's gaps, encoded for where it goes. */
export interface PatternValues {
  readonly text: string;
  readonly url: string;
}

/** Reads a sample as a pattern; nothing where it holds more than that. */
export function patternOf(sample: Sample): InlinePattern | undefined {
  const anchor = anchorPattern(sample);
  if (anchor !== undefined) return anchor;
  const found = innermost(sample.nodes);
  const start = found?.text.position?.start.offset;
  const end = found?.text.position?.end.offset;
  if (found === undefined || start === undefined || end === undefined) return undefined;
  const { text: node, link } = found;
  const isCode = node.type === 'inlineCode';
  const mark = isCode ? 1 : 0;
  const before = sample.source.slice(0, start + mark - sample.start);
  // In `**Acme:**` the colon is no part of the name.
  const colon = node === sample.nodes[0] ? 0 : (/\s*[:：]$/.exec(node.value)?.[0].length ?? 0);
  const behind = sample.source.slice(end - mark - colon - sample.start);
  // A code span with more than one backtick, or with blanks inside, is rare.
  if (isCode && end - start !== node.value.length + 2) return undefined;
  const shown = { text: node.value, isCode, isHtml: false };
  if (link === undefined) return { ...shown, link, pieces: [before, behind, ''] };
  const [, opening, , closing] = /^([^\]]*\]\()([^\s()<>]+)(\).*)$/.exec(behind) ?? [];
  if (opening === undefined || closing === undefined) return undefined;
  const address = { text: node.value, url: link.url };
  return { ...shown, link: address, pieces: [before, opening, closing] };
}

/** Writes a piece like another; nothing where code would have to show what ends it. */
export function writeLike(
  { pieces, link, isCode, isHtml }: InlinePattern,
  { text, url }: PatternValues,
): string | undefined {
  // In code, a reference shows as it is.
  if (isCode && /[`|\\]|&(?:#|[A-Za-z]+;)|^\s|\s$/.test(text)) return undefined;
  // Of what an address is made of, this alone acts in an attribute.
  const address = isHtml ? url.replaceAll('&', '&amp;').replaceAll("'", '&#39;') : url;
  const [first, second] = isHtml ? [address, text] : [text, link === undefined ? '' : url];
  return pieces[0] + first + pieces[1] + second + pieces[2];
}

/** A name in an `<a>` that has nothing else of the company's own. */
function anchorPattern({ nodes, source }: Sample): InlinePattern | undefined {
  const [opening, text, closing, ...more] = nodes;
  const isAnchor = opening?.type === 'html' && closing?.type === 'html' && more.length === 0;
  if (!isAnchor || text?.type !== 'text') return undefined;
  if (/\s(?:title|id|aria-label)=/i.test(opening.value)) return undefined;
  const found = /^(<a\s(?:[^>]*\s)?href=["'])([^"'>]*)(["'][^>]*>)\s*([^<]*?)\s*(<\/a>)$/i.exec(
    source,
  );
  const [, before = '', href = '', between = '', , behind = ''] = found ?? [];
  if (found === null) return undefined;
  const link = { text: text.value.trim(), url: decodeAttribute(href) };
  return { text: link.text, link, isCode: false, isHtml: true, pieces: [before, between, behind] };
}

interface Innermost {
  readonly text: Text | InlineCode;
  readonly link: Link | undefined;
}

/** The only text in some nodes, and the link around it. */
function innermost(nodes: readonly PhrasingContent[], link?: Link): Innermost | undefined {
  const [node, ...more] = nodes;
  if (node === undefined || more.length > 0) return undefined;
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return { text: node, link };
    case 'link':
      return link === undefined && !node.title ? innermost(node.children, node) : undefined;
    case 'strong':
    case 'emphasis':
      return innermost(node.children, link);
    default:
      return undefined;
  }
}
