import type { Issue } from '../../../emulator/world/model.ts';
import type { Entry, List } from '../../../list/list.ts';
import { logoPathOf } from '../../../proposal/logo-file.ts';
import { isSameCompany } from '../../../submission/same-company.ts';
import type { Playground } from '../../playground.ts';
import { configurationAt } from '../../read-configuration.ts';
import { listAt } from './list-at.ts';
import { mergeBaseOf } from './pull-facts.ts';

/** What a pull request does to a list. */
export interface ListChange {
  readonly kind: 'added' | 'updated' | 'removed';
  readonly company: string;
}

/** Compares the pages before a pull request and with it. @returns nothing where no page says anything new */
export async function listChangeOf(
  playground: Playground,
  { pull, repository }: Issue,
): Promise<ListChange | undefined> {
  const configuration = pull && (await configurationAt(playground, pull.headOid));
  if (!pull || !configuration?.ok) return undefined;
  const files = new Set(pull.changes.files.map(({ path }) => path));
  const base = await mergeBaseOf(repository, pull);
  for (const locale of configuration.value.locales) {
    const read = (oid: string) => listAt(playground, configuration.value, oid, locale);
    const [before, after] = await Promise.all([read(base), read(pull.headOid)]);
    const change = before && after && compare(before, after);
    if (change !== undefined) return change;
    // A new logo under the old name leaves the page as it is.
    const redrawn = after?.entries.find(({ logo }) =>
      files.has(logoPathOf(logo, configuration.value) ?? ''),
    );
    if (redrawn !== undefined) return { kind: 'updated', company: redrawn.company };
  }
  return undefined;
}

/** The entry of a company. */
export function entryIn({ entries }: List, company: string): Entry | undefined {
  return entries.find((entry) => isSameCompany(entry.company, company));
}

function compare(before: List, after: List): ListChange | undefined {
  const added = after.entries.find(({ company }) => !entryIn(before, company));
  if (added) return { kind: 'added', company: added.company };
  const updated = after.entries.find((entry) => {
    const old = entryIn(before, entry.company);
    return old && sourceOf(before, old) !== sourceOf(after, entry);
  });
  if (updated) return { kind: 'updated', company: updated.company };
  const removed = before.entries.find(({ company }) => !entryIn(after, company));
  return removed && { kind: 'removed', company: removed.company };
}

function sourceOf(list: List, entry: Entry): string {
  const parts = list.format.parts(list, entry).map(({ markup }) => markup);
  return [entry.group ?? '', ...parts].join('\n');
}
