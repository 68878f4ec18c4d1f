import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Repository } from '../../src/emulator/world/model.ts';
import { entriesOf } from '../../src/list/formats/front-matter-table/entries.ts';
import { readPage } from '../../src/list/formats/front-matter-table/read/read-page.ts';
import { pages, type World, type WorldOptions } from './world.ts';

/** A repository that takes as many submissions a day as come. */
export const unlimited: WorldOptions = {
  configuration: (text) => `${text}\nquota: {submitter: 10000, repository: 10000}\n`,
};

/** How many submissions fared that came all at once. */
export interface Fared {
  /** How many pull requests were open before the first was merged. */
  readonly opened: number;
  /** What was not as it should be, at any step. */
  readonly faults: readonly string[];
  /** How many requests to GitHub it took, tokens aside. */
  readonly requests: number;
}

/**
 * Has as many people submit a company each within a second, and then mary merge one pull request after the other, from
 * the middle. Whenever everything is done it looks at GitHub: whether a pull request is in conflict, and whether each
 * page holds those that were merged, in this order, behind those that were there.
 *
 * @param logo Markdown, for all of them; without it each has one of its own
 */
export async function submitAtOnce(
  made: World,
  { count, logo }: { readonly count: number; readonly logo?: string },
): Promise<Fared> {
  const { github, repository, settle, submit, open, merge } = made;
  const before = await companiesOn(github, repository);
  github.requests.clear();
  const companies = new Map<number, string>();
  for (let number = 1; number <= count; number++) {
    const company = `Company No. ${number}`;
    const answers = { company, ...(logo !== undefined && { logo }) };
    companies.set(submit(`submitter-${number}`, answers).number, company);
  }
  await settle();
  const opened = open().length;
  const faults: string[] = [];
  const merged: string[] = [];
  for (let left = open(); left.length > 0; left = open()) {
    const pull = left[Math.floor(left.length / 2)];
    if (!pull) break;
    await merge(pull);
    await settle();
    merged.push(companies.get(issueOf(pull.pull?.headRefName)) ?? pull.title);
    const step = `After the merge of ${merged.length}, #${pull.number}`;
    for (const other of open()) {
      if ((await github.isMergeable(other)) !== true) {
        faults.push(`${step}: #${other.number} is in conflict`);
      }
    }
    const now = await companiesOn(github, repository);
    for (const locale of Object.keys(now)) {
      const expected = [...(before[locale] ?? []), ...merged].join(', ');
      const found = now[locale]?.join(', ');
      if (found !== expected) faults.push(`${step}: ${locale} has ${found}, not ${expected}`);
    }
  }
  const refused = github.requests.all.filter(({ status }) => status === 403 || status === 429);
  faults.push(...refused.map(({ operation, status }) => `${operation} was answered ${status}`));
  return { opened, faults, requests: github.requests.counted.length };
}

function issueOf(branch = ''): number {
  return Number(branch.replace(/.*-/, ''));
}

/** The companies on the default branch's pages, in their order, by locale. */
async function companiesOn(
  github: Emulator,
  repository: Repository,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const [locale, path] of Object.entries(pages)) {
    const text = (await github.readFile(repository, path)) ?? '';
    const page = readPage(text, { table: 'powered-by', path });
    found[locale] = page.ok ? entriesOf(page.value).map(({ company }) => company) : [];
  }
  return found;
}
