import type { EntryValues, List, ListLocation } from '../../../../src/list/format.ts';
import { markdownList } from '../../../../src/list/formats/markdown-list/markdown-list.ts';
import { entryIn, valueFrom } from '../edited-lists.ts';

/** A list read for editing. */
export function read(text: string, at: ListLocation = {}): List {
  return valueFrom(markdownList.read({ path: 'ADOPTERS.md', text }, at));
}

/** The file after a company was added. */
export function withAdded(text: string, added: EntryValues, at: ListLocation = {}): string {
  return valueFrom(markdownList.add(read(text, at), added, 'as-is')).text;
}

/** The file after parts of a company were changed. */
export function withChanged(
  text: string,
  company: string,
  values: Partial<EntryValues>,
  at: ListLocation = {},
): string {
  const list = read(text, at);
  return valueFrom(markdownList.replace(list, entryIn(list, company), values)).text;
}

/** The file after a company was taken off. */
export function withRemoved(text: string, company: string, at: ListLocation = {}): string {
  const list = read(text, at);
  return valueFrom(markdownList.remove(list, entryIn(list, company), { leaveGap: false })).text;
}

/** Three companies by date, each with a link on its name and a text behind a dash. */
export const threeCompanies = `# Adopters

Those who use it:

- [Cedar](https://cedar.example) - Sells chests.
- [Anvil](https://anvil.example) - Forges reports.
- [Birch](https://birch.example) - Counts trees.

Thank you!
`;
