import type { PhrasingContent } from 'mdast';
import { foldBlanks } from '../../text/single-line.ts';
import { readHtmlTags } from '../text/active/html-tags.ts';
import { decodeAttribute } from '../text/encode/decode-attribute.ts';

/** What a reader sees of a piece of Markdown, on one line; of a picture, its description. */
export function shownText(nodes: readonly PhrasingContent[]): string {
  return foldBlanks(nodes.map(shownOf).join(''));
}

/** Whether a piece of Markdown shows a text of several lines, with a break between each two. */
export function hasLines(nodes: readonly PhrasingContent[], text: string): boolean {
  const typed = text.split(/\s*\n\s*/);
  const shown: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (isBreak(node)) shown.push([]);
    else shown.at(-1)?.push(node);
  }
  const isLong = typed.length > 1 && typed.length === shown.length;
  return isLong && shown.every((line, index) => shownText(line) === typed[index]);
}

/** Whether a node ends a line. */
export function isBreak(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value));
}

function shownOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html':
      return node.value.startsWith('<br') ? ' ' : descriptionOf(node.value);
    case 'break':
      return ' ';
    default:
      return 'children' in node ? node.children.map(shownOf).join('') : '';
  }
}

function descriptionOf(markup: string): string {
  const image = readHtmlTags(markup).find(({ name }) => name === 'img');
  const alt = image?.attributes.find(({ name }) => name === 'alt')?.value ?? '';
  return decodeAttribute(alt);
}

/** A link in a piece of Markdown. */
export interface InlineLink {
  readonly text: string;
  readonly url: string;
}

/** The links in a piece of Markdown, in their order; addresses that are written bare among them. */
export function linksIn(nodes: readonly PhrasingContent[]): readonly InlineLink[] {
  return nodes.flatMap((node, index): readonly InlineLink[] => {
    if (node.type === 'link') return [{ text: shownText(node.children), url: node.url }];
    if (node.type === 'text') {
      return Array.from(node.value.matchAll(/https?:\/\/[^\s<>|]+/g), ([url]) => {
        const bare = url.replace(/[.,;:!?)]+$/, '');
        return { text: bare, url: bare };
      });
    }
    if (node.type === 'html') {
      const anchor = readHtmlTags(node.value).find(({ name }) => name === 'a');
      const href = anchor?.attributes.find(({ name }) => name === 'href')?.value;
      if (href === undefined) return [];
      const rest = nodes.slice(index + 1);
      const end = rest.findIndex((each) => each.type === 'html' && /^<\/a\b/i.test(each.value));
      return [{ text: shownText(rest.slice(0, Math.max(end, 0))), url: decodeAttribute(href) }];
    }
    return 'children' in node ? linksIn(node.children) : [];
  });
}

/** The address of the first picture in a piece of Markdown. */
export function pictureIn(nodes: readonly PhrasingContent[]): string | undefined {
  for (const node of nodes) {
    if (node.type === 'image') return node.url;
    if (node.type === 'html') {
      const image = readHtmlTags(node.value).find(({ name }) => name === 'img');
      const source = image?.attributes.find(({ name }) => name === 'src')?.value;
      if (source !== undefined) return decodeAttribute(source);
    }
    const found = 'children' in node ? pictureIn(node.children) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
