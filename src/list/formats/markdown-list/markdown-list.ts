import { markdownEnding } from '../../file-endings.ts';
import type { Field } from '../../format.ts';
import type { PartStyle } from '../../markdown/entry/entry.ts';
import { proseFormat } from '../../markdown/entry/prose-format.ts';
import { withoutSeparators } from '../../markdown/entry/read-name.ts';
import { cutItem } from './cut-item.ts';
import { listsIn, listsOfOrganizations } from './find-lists.ts';
import { markerAt } from './marker.ts';
import { toItemList } from './to-item-list.ts';

/** A list with bullets or numbers in a Markdown file. */
export const markdownList = proseFormat({
  id: 'markdown-list',
  look: 'items',
  mayHold: ({ path, text }) =>
    markdownEnding.test(path) && /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/m.test(text),
  all: listsIn,
  ofOrganizations: listsOfOrganizations,
  toList: toItemList,
  opener: ({ openers }, row) => markerAt(openers, row),
  usualStyle,
  plainName: withoutSeparators,
  cut: cutItem,
  isEntry([list, ...more]) {
    return list?.type === 'list' && list.children.length === 1 && more.length === 0;
  },
});

/** How an item is written where none has such a part yet: as in most of the real lists that were read. */
function usualStyle({ name, role }: Field): PartStyle {
  if (role === 'text') return { before: ': ', label: '', after: '' };
  if (role === 'contact') return { before: ' (', label: '', after: ')' };
  return { before: '\n  - ', label: `${name}: `, after: '' };
}
