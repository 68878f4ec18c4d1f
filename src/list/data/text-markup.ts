import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { FieldRole, Markup } from '../../config/configuration.ts';
import { excerptOf } from '../../text/shorten.ts';

/** Tags, references to characters and what templates replace: these act wherever a page shows a text as it is. */
const ofPages = /<[A-Za-z/!?][^<]*|&(?:#\w+|\w+);|\{\{.*|\{%.*|<%.*/s;

/** An address and nothing else, without what would make a link, code or a picture of a part of it. */
const bareAddress = /^https?:\/\/[\w.~:/?#@!$&'+,;=%-]+$/i;

/**
 * What in a text would be more than text on a page, whose template nobody knows: it may show texts as they are, as HTML or
 * as Markdown. Names are hardly ever read as Markdown, so they may have what only that would read.
 *
 * @param markup `inline` lets links to `https:`, emphasis and code through, as Markdown
 * @returns the first of it; nothing in plain words
 */
export function markupIn(
  text: string,
  role: FieldRole,
  markup: Markup = 'none',
): string | undefined {
  const found = ofPages.exec(text)?.[0];
  if (found !== undefined) return excerptOf(found);
  if ((role !== 'text' && role !== 'none') || bareAddress.test(text)) return undefined;
  const [block, ...more] = fromMarkdown(text).children;
  if (block === undefined) return undefined;
  if (block.type !== 'paragraph' || more.length > 0) return excerptOf(text);
  return firstMarkup(block.children, text, markup);
}

function firstMarkup(
  nodes: readonly PhrasingContent[],
  text: string,
  markup: Markup,
): string | undefined {
  for (const node of nodes) {
    const source = text.slice(node.position?.start.offset, node.position?.end.offset);
    if (node.type === 'text' && node.value === source) continue;
    const children = markup === 'inline' ? childrenOf(node) : undefined;
    if (children === undefined) return excerptOf(source);
    const inner = firstMarkup(children, text, markup);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** What is inside of markup that is let through. */
function childrenOf(node: PhrasingContent): readonly PhrasingContent[] | undefined {
  switch (node.type) {
    case 'inlineCode':
      return [];
    case 'emphasis':
    case 'strong':
      return node.children;
    case 'link':
      return /^https:\/\//i.test(node.url) && !node.title ? node.children : undefined;
    default:
      return undefined;
  }
}
