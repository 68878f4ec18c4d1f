import type { Entry, EntryValues, List, ListLocation } from '../../../../src/list/format.ts';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import type { Result } from '../../../../src/problem/result.ts';

/** The value of a result that should be one. */
export function valueFrom<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The problems of a result that should have some, as `code line`. */
export function problemsOf(result: Result<unknown>): string[] {
  if (result.ok) return [];
  return result.problems.map(({ code, values }) => `${code} ${values['line'] ?? ''}`.trim());
}

/** A list read for editing. */
export function read(text: string, at: ListLocation = {}): List {
  return valueFrom(markdownTable.read({ path: 'ADOPTERS.md', text }, at));
}

/** What a company gives. */
export function values(company: string, others: Partial<EntryValues> = {}): EntryValues {
  return { company, logo: '', text: '', ...others };
}

/** The file after a company was added. */
export function withAdded(text: string, added: EntryValues, at: ListLocation = {}): string {
  return valueFrom(markdownTable.add(read(text, at), added, 'as-is')).text;
}

/** An entry of a list by its name. */
export function entryIn(list: List, company: string): Entry {
  const entry = list.entries.find((each) => each.company === company);
  if (entry === undefined) throw new Error(`${company} is not on the list`);
  return entry;
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
