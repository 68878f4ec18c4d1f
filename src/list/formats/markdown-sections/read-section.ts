import type { RootContent } from 'mdast';
import { endOfLine, lineStart } from '../../lines.ts';
import { blockContents } from '../../markdown/entry/block-contents.ts';
import { contentOf } from '../../markdown/entry/content.ts';
import type { RawEntry, ReadName } from '../../markdown/entry/entry.ts';
import { noName, readName } from '../../markdown/entry/read-name.ts';
import { blockParts } from '../../markdown/entry/read-parts.ts';
import { shownText } from '../../markdown/shown-text.ts';
import type { Section } from './find-sections.ts';

/** A section as an entry. */
export function readSection(text: string, { node, blocks }: Section): RawEntry {
  const from = node.position?.start.offset ?? 0;
  const until = node.position?.end.offset ?? from;
  const start = lineStart(text, from);
  const name = headingName(text, node.children) ?? noName(until);
  const own = ownBlocks(blocks);
  const last = own.at(-1)?.position?.end.offset ?? until;
  const headEnd = endOfLine(text, until);
  return {
    start,
    end: endOfLine(text, last),
    opener: text.slice(start, name.start).replace('\uFEFF', ''),
    name,
    closer: text.slice(name.end, headEnd),
    parts: blockParts(text, own, headEnd),
    contents: [node, ...own].flatMap((each) => blockContents(text, each)),
  };
}

/** A heading that begins with a link is called like the link, any other as a whole. */
function headingName(text: string, nodes: Section['node']['children']): ReadName | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  if (first.type !== 'text') return readName(text, nodes);
  return { ...contentOf(text, nodes), company: shownText(nodes), homepage: undefined };
}

/** What is behind a line across the page, and definitions, comments and scripts at the end, belong to the whole file. */
function ownBlocks(blocks: readonly RootContent[]): readonly RootContent[] {
  const rule = blocks.findIndex(({ type }) => type === 'thematicBreak');
  const own = blocks.slice(0, rule === -1 ? blocks.length : rule);
  const last = own.findLastIndex(
    (node) =>
      node.type !== 'definition' && !(node.type === 'html' && /^<(?:!--|script)/i.test(node.value)),
  );
  return own.slice(0, last + 1);
}
