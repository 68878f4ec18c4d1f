import type { Heading, Root, RootContent } from 'mdast';
import {
  isCategory,
  isNamedForUsers,
  isOtherwise,
  type Surroundings,
  speaksOfUsers,
} from '../../markdown/list-words.ts';
import { linksIn, shownText } from '../../markdown/shown-text.ts';

/** A heading and all below it, up to the next of its level or above. */
export interface Section {
  readonly node: Heading;
  readonly blocks: readonly RootContent[];
}

/** Sections of one level below a heading, or in a file without one. */
export interface SectionGroup extends Surroundings {
  /** The heading above them; empty where there is none. */
  readonly heading: string;
  /** The level of the sections. */
  readonly depth: number;
  readonly sections: readonly Section[];
  /** What is above the first of them, below the heading; the heading among it. */
  readonly above: string;
  readonly before: readonly RootContent[];
}

/** All groups of sections of a file: those below each heading, in the order of the headings. */
export function groupsIn(tree: Root, path: string): readonly SectionGroup[] {
  const groups = [groupOf(tree.children, 0, [], path)];
  const headings: string[] = [];
  for (const [index, node] of tree.children.entries()) {
    if (node.type !== 'heading') continue;
    headings.splice(node.depth - 1);
    headings[node.depth - 1] = shownText(node.children);
    const blocks = tree.children.slice(index, endOfSection(tree.children, index, node.depth));
    groups.push(
      groupOf(
        blocks,
        node.depth,
        headings.filter((each) => each !== undefined),
        path,
      ),
    );
  }
  return groups;
}

/** The index of the next heading of the same or a higher level; the number of blocks if there is none. */
function endOfSection(blocks: readonly RootContent[], index: number, depth: number): number {
  let end = index + 1;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end];
    if (block?.type === 'heading' && block.depth <= depth) break;
  }
  return end;
}

function groupOf(
  blocks: readonly RootContent[],
  level: number,
  headings: readonly string[],
  path: string,
): SectionGroup {
  const isBelow = (node: RootContent): node is Heading =>
    node.type === 'heading' && node.depth > level;
  const first = blocks.findIndex(isBelow);
  const before = first === -1 ? blocks : blocks.slice(0, first);
  const head = blocks[first];
  const depth = head?.type === 'heading' ? head.depth : level + 1;
  const sections: { node: Heading; blocks: RootContent[] }[] = [];
  for (const node of first === -1 ? [] : blocks.slice(first)) {
    const isSection = node.type === 'heading' && node.depth <= depth;
    if (isSection) sections.push({ node, blocks: [] });
    else sections.at(-1)?.blocks.push(node);
  }
  const words = before.filter((node) => node.type === 'paragraph').at(-1);
  const above = words === undefined ? '' : shownText(words.children);
  return { path, headings, heading: headings.at(-1) ?? '', above, depth, sections, before };
}

const longestName = 60;

/** Whether sections seem to be one for each organization: what is around says so, and their headings are names. */
function listsOrganizations(group: SectionGroup): boolean {
  const { sections } = group;
  if (sections.length === 0 || !speaksOfUsers(group)) return false;
  // A single section is one of a list only where both the heading and the file's name say so.
  if (sections.length === 1 && !isNamedForUsers(group)) return false;
  const named = sections.filter(({ node, blocks }) => {
    const name = shownText(node.children);
    if (linksIn(node.children).length > 0) return true;
    const isList = blocks.some(({ type }) => type === 'table');
    return name.length <= longestName && !isOtherwise(name) && !isCategory(name) && !isList;
  });
  return named.length * 4 >= sections.length * 3;
}

/** The groups of a file that list organizations; what is a part of one of these is none itself. */
export function groupsOfOrganizations(groups: readonly SectionGroup[]): readonly SectionGroup[] {
  const found: SectionGroup[] = [];
  const entries = new Set<RootContent>();
  for (const group of groups) {
    const [own] = group.before;
    if ((own !== undefined && entries.has(own)) || !listsOrganizations(group)) continue;
    found.push(group);
    for (const { node } of group.sections) entries.add(node);
  }
  return found;
}
