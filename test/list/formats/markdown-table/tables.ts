import type { EntryValues, List, ListLocation } from '../../../../src/list/format.ts';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { valueFrom } from '../edited-lists.ts';

/** A list read for editing. */
export function read(text: string, at: ListLocation = {}): List {
  return valueFrom(markdownTable.read({ path: 'ADOPTERS.md', text }, at));
}

/** The file after a company was added. */
export function withAdded(text: string, added: EntryValues, at: ListLocation = {}): string {
  return valueFrom(markdownTable.add(read(text, at), added, 'as-is')).text;
}

/** Three companies by date, each with a homepage behind its name. */
export const threeCompanies = `# Adopters

Those who use it:

| Organization | Contact | Description of Use |
|--------------|---------|--------------------|
| [Cedar](https://cedar.example) | [@cedric](https://github.com/cedric) | Sells chests. |
| [Anvil](https://anvil.example) | [@anna](https://github.com/anna) | Forges reports. |
| [Birch](https://birch.example) | [@bert](https://github.com/bert) | Counts trees. |

Thank you!
`;
