import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { isBreak, shownText } from '../shown-text.ts';
import { contentBetween, contentOf } from './content.ts';
import type { RawPart } from './entry.ts';

/** What a dash or the like behind a name may be. */
const dash = /^\s*(?:(?:-{1,3}|[–—|:,])(?=\s|$)|：)?\s*/;

const handle = String.raw`(?:\[@[\w-]+\]\([^)\s]*\)|@[\w-]+)`;

/** Anything in brackets that a dash or a colon follows. */
const bracketed = /^(\s*[([])([^()[\]]+)[)\]](?=\s+(?:-{1,3}|[–—|])\s|:\s|：)/;

/** Names on GitHub in brackets, behind which a text follows. */
const contacts = new RegExp(
  String.raw`^(\s*[([])(${handle}(?:[,;&\s]+${handle})*)[)\]](?=[\s:：,])`,
);

/**
 * The parts of a paragraph, which `<br>` and hard line breaks divide.
 *
 * @param nodes the paragraph
 * @param from where the name or the last part before it ends
 * @param isInline whether the first of these is directly behind the name
 */
export function lineParts(
  text: string,
  nodes: readonly PhrasingContent[],
  from: number,
  isInline: boolean,
): readonly RawPart[] {
  const parts: RawPart[] = [];
  let at = from;
  for (const [index, line] of splitLines(nodes).entries()) {
    const isBehindName = isInline && index === 0;
    const [, opening = '', names = ''] =
      (isBehindName && bracketsIn(contentFrom(text, line, at))) || [];
    if (names !== '') {
      const start = at + opening.length;
      const content = contentBetween(text, line, start, start + names.length);
      const around = { before: opening, after: text.charAt(content.end) };
      parts.push({ ...content, ...around, isInline: true, items: [], isOpaque: false });
      at = content.end + 1;
    }
    const part = linePart(text, line, at, isBehindName);
    if (part === undefined) continue;
    parts.push(part);
    at = part.end + part.after.length;
  }
  return parts;
}

function bracketsIn(source: string): RegExpExecArray | null {
  return contacts.exec(source) ?? bracketed.exec(source);
}

function contentFrom(text: string, nodes: readonly PhrasingContent[], start: number): string {
  const { end } = contentOf(text, nodes);
  return text.slice(start, Math.max(start, end));
}

function splitLines(nodes: readonly PhrasingContent[]): readonly PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (isBreak(node)) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function linePart(
  text: string,
  nodes: readonly PhrasingContent[],
  from: number,
  isInline: boolean,
): RawPart | undefined {
  const whole = contentOf(text, nodes);
  // The name may have been the beginning of the first text.
  const outer = Math.max(whole.start, from);
  const source = text.slice(outer, Math.max(whole.end, outer)).trimEnd();
  const margin = (isInline ? dash : /^\s*/).exec(source)?.[0].length ?? 0;
  if (margin >= source.length) return undefined;
  const [start, end] = [outer + margin, outer + source.length];
  const content = contentBetween(text, nodes, start, end);
  const bracket = isInline && isEnclosed(content.source, shownText(content.nodes)) ? 1 : 0;
  return {
    ...contentBetween(text, nodes, start + bracket, end - bracket),
    before: text.slice(from, start + bracket),
    after: text.slice(end - bracket, end),
    isInline,
    items: [],
    isOpaque: false,
  };
}

/** Whether a text is in brackets as a whole, as a contact in `Acme (@anna)`. */
function isEnclosed(source: string, shown: string): boolean {
  return [source, shown].every((each) =>
    /^(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[.*\])$/s.test(each),
  );
}

/** The parts of the blocks below a name: each paragraph, and each item of a list. */
export function blockParts(
  text: string,
  blocks: readonly RootContent[],
  from: number,
): readonly RawPart[] {
  const parts: RawPart[] = [];
  const end = () => {
    const last = parts.at(-1);
    return last === undefined ? from : endOf(last);
  };
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
        parts.push(...lineParts(text, block.children, end(), false));
        break;
      case 'list':
        for (const item of block.children) parts.push(itemPart(text, item, end()));
        break;
      case 'definition':
        break;
      default:
        parts.push(opaquePart(text, block, end()));
    }
  }
  return parts;
}

/** Behind the last character of a part and of what is below it. */
export function endOf({ end, after, items }: RawPart): number {
  const last = items.at(-1);
  return last === undefined ? end + after.length : endOf(last);
}

function itemPart(text: string, item: ListItem, from: number): RawPart {
  const [first, ...others] = item.children;
  const isSimple = first?.type === 'paragraph' && others.every(({ type }) => type === 'list');
  if (!isSimple) return opaquePart(text, item, from);
  const content = contentOf(text, first.children);
  const before = text.slice(from, content.start);
  const items = blockParts(text, others, content.end);
  return { ...content, before, after: '', isInline: false, items, isOpaque: false };
}

function opaquePart(text: string, { position }: RootContent | ListItem, from: number): RawPart {
  const [start, end] = [position?.start.offset ?? from, position?.end.offset ?? from];
  const source = text.slice(start, end);
  const before = text.slice(from, start);
  const shape = { after: '', isInline: false, items: [], isOpaque: true };
  return { start, end, source, nodes: [], before, ...shape };
}
