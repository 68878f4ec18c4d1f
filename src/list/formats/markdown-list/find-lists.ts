import type { List, Root } from 'mdast';
import { type Surroundings, speaksOfUsers } from '../../markdown/list-words.ts';
import { linksIn, shownText } from '../../markdown/shown-text.ts';

/** A list of a file, that is in no quotation and no other list. */
export interface PlacedList extends Surroundings {
  /** The nearest heading above it; empty where there is none. */
  readonly heading: string;
  readonly node: List;
}

/** The lists of a Markdown file, in their order. */
export function listsIn(tree: Root, path: string): readonly PlacedList[] {
  const lists: PlacedList[] = [];
  const headings: string[] = [];
  let above = '';
  for (const node of tree.children) {
    if (node.type === 'heading') {
      headings.splice(node.depth - 1);
      headings[node.depth - 1] = shownText(node.children);
      above = '';
    }
    if (node.type === 'paragraph') above = shownText(node.children);
    if (node.type !== 'list') continue;
    const known = headings.filter((heading) => heading !== undefined);
    lists.push({ path, heading: known.at(-1) ?? '', headings: known, above, node });
  }
  return lists;
}

/** A longer beginning of an item is a sentence, not a name. */
const longestName = 60;

/** Whether a list seems to be one of organizations: what is around it says so, and most items begin with a name. */
export function listsOrganizations(list: PlacedList): boolean {
  if (!speaksOfUsers(list)) return false;
  const items = list.node.children;
  const named = items.filter(({ children: [first] }) => {
    if (first?.type !== 'paragraph') return false;
    const [lead] = first.children;
    if (lead === undefined || linksIn([lead])[0]?.url.startsWith('#')) return false;
    if (lead.type !== 'text') return true;
    const [name = ''] = lead.value.split(/\s[-–—|]\s|[:：\n]/, 1);
    return name.length <= longestName && !/[.!?]$/.test(lead.value.trim());
  });
  return named.length * 4 >= items.length * 3;
}
