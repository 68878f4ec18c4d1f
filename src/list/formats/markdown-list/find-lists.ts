import type { List, Paragraph, Root, RootContent } from 'mdast';
import { article } from '../../markdown/entry/read-name.ts';
import { type Surroundings, speaksOfUsers } from '../../markdown/list-words.ts';
import { saysNobodyYet } from '../../markdown/placeholder-words.ts';
import { linksIn, shownText } from '../../markdown/shown-text.ts';

/** A list of a file that is in no quotation and no other list; or a heading below which one may begin. */
export interface PlacedList extends Surroundings {
  /** The nearest heading above it; empty where there is none. */
  readonly heading: string;
  /** Nothing where no list is below the heading. */
  readonly node: List | undefined;
  /** The only paragraph there, if it says that nobody is on the list yet. */
  readonly words: Paragraph | undefined;
  /** Where all that is below the heading ends. */
  readonly end: number;
}

/** The lists of a Markdown file, in their order, and the headings without one. */
export function listsIn(tree: Root, path: string): readonly PlacedList[] {
  const found: PlacedList[] = [];
  const headings: string[] = [];
  for (const [index, head] of tree.children.entries()) {
    if (index > 0 && head.type !== 'heading') continue;
    if (head.type === 'heading') {
      headings.splice(head.depth - 1);
      headings[head.depth - 1] = shownText(head.children);
    }
    const known = headings.filter((heading) => heading !== undefined);
    const below = tree.children.slice(head.type === 'heading' ? index + 1 : index);
    const next = below.findIndex(({ type }) => type === 'heading');
    const blocks = below.slice(0, next === -1 ? below.length : next);
    found.push(...listsBelow(blocks, { path, headings: known }, endOf([head, ...blocks])));
  }
  return found;
}

function listsBelow(
  blocks: readonly RootContent[],
  place: Pick<Surroundings, 'path' | 'headings'>,
  end: number,
): readonly PlacedList[] {
  const heading = place.headings.at(-1) ?? '';
  const lists: PlacedList[] = [];
  let above = '';
  for (const node of blocks) {
    if (node.type === 'paragraph') above = shownText(node.children);
    if (node.type === 'list') lists.push({ ...place, heading, above, node, words: undefined, end });
  }
  if (lists.length > 0 || heading === '') return lists;
  const [only, ...more] = blocks;
  const isWords =
    only?.type === 'paragraph' && more.length === 0 && saysNobodyYet(shownText(only.children));
  return [
    { ...place, heading, above: '', node: undefined, words: isWords ? only : undefined, end },
  ];
}

function endOf(blocks: readonly RootContent[]): number {
  return blocks.at(-1)?.position?.end.offset ?? 0;
}

/**
 * The lists that seem to be of organizations. Where a file has none, a heading that speaks of them and has nothing else below
 * it than words.
 */
export function listsOfOrganizations(all: readonly PlacedList[]): readonly PlacedList[] {
  const lists = all.filter(({ node }) => node !== undefined).filter(listsOrganizations);
  if (lists.length > 0) return lists;
  return all.filter((list) => list.words !== undefined && speaksOfUsers(list));
}

/** A longer beginning of an item is a sentence, not a name. */
const longestName = 60;
const mostWords = 5;

/** Whether a list seems to be one of organizations: what is around it says so, and most items begin with a name. */
function listsOrganizations(list: PlacedList): boolean {
  const items = list.node?.children ?? [];
  if (!speaksOfUsers(list)) return false;
  const named = items.filter(({ children: [first] }) => {
    if (first === undefined) return true;
    if (first.type !== 'paragraph') return false;
    const [lead, next] = first.children;
    if (lead === undefined || linksIn([lead])[0]?.url.startsWith('#')) return false;
    if (lead.type !== 'text' || article.test(lead.value)) return true;
    const [name = ''] = lead.value.split(/\s[-–—|]\s|[:：\n]|\s\(/, 1);
    // A sentence goes on with a link or the like, as “Fill out the form”.
    const goesOn = name === lead.value && next !== undefined && !/[([]$/.test(name);
    const isSentence = /[.!?]$/.test(name.trim()) && name.split(' ').length > mostWords;
    return (
      name.length <= longestName &&
      !isSentence &&
      (!goesOn || next.type === 'break' || next.type === 'html')
    );
  });
  return named.length * 4 >= items.length * 3;
}
