import type { Configuration } from '../config/configuration.ts';
import { isBesideEntry } from '../config/logo-place.ts';
import { type Edit, type Entry, filesOf, type List } from '../list/list.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { remark } from '../problem/remark.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { isSameCompany } from '../submission/same-company.ts';
import { slugOf } from '../submission/slug.ts';
import { type FileChange, listChanges } from './file-change.ts';
import { slugInUse } from './logo-file.ts';
import { isUsedInFolders, unusedLogos } from './logo-files/unused-logos.ts';
import { companyNotListed } from './not-listed.ts';
import type { OpenPage } from './open-pages.ts';
import type { Proposal } from './proposal.ts';

/** What a proposal to remove a company is made of. */
export interface RemovalRequest {
  readonly company: string;
  /** Whether its slot stays empty instead of the following entries moving up. */
  readonly leaveGap: boolean;
  /** Every locale's page, as `openPages` gives them. */
  readonly pages: readonly OpenPage[];
  /** The files in the logo folder, from the repository's root. */
  readonly logos: readonly string[];
  readonly configuration: Configuration;
}

/** Proposes to take a company off every page, and its logo with it where no page uses that anymore. */
export function proposeRemoval(request: RemovalRequest): Result<Proposal> {
  const { company, pages, logos, configuration } = request;
  const removed: Entry[] = [];
  const edits: Record<string, Edit> = {};
  const lists: List[] = [];
  const changes: FileChange[] = [];
  const problems: Problem[] = [];
  for (const { locale, list } of pages) {
    const result = removeAll(list, request);
    if (!result.ok) {
      problems.push(...result.problems);
      continue;
    }
    const { list: after, entries } = result.value;
    lists.push(after);
    if (entries[0] === undefined) continue;
    removed.push(...entries);
    edits[locale] = { text: after.text, list: after, place: entries[0].place };
    changes.push(...listChanges(list, after));
  }
  if (problems.length > 0) return failure(...problems);
  const [first] = removed;
  if (first === undefined) return failure(companyNotListed(company, pages));
  const beside = filesBeside(removed, pages, lists, configuration);
  if (!beside.ok) return beside;
  const unused = isBesideEntry(configuration.logo)
    ? []
    : unusedLogos(removed, lists, logos, configuration);
  return success({
    kind: 'remove',
    company: first.company,
    slug: slugInUse(first.logo, configuration) ?? slugOf(first.company),
    edits,
    changes: [
      ...changes,
      ...[...unused, ...beside.value.deleted]
        .filter((path) => changes.every((each) => each.path !== path))
        .map((path) => ({ path, content: undefined })),
    ],
    remarks: [
      ...(removed.length > Object.keys(edits).length
        ? [remark('removed-several', { company: first.company, count: removed.length })]
        : []),
      ...unused.map((path) => remark('logo-file-deleted', { path })),
      ...beside.value.kept.map((path) => remark('file-kept', { path })),
    ],
  });
}

/**
 * What becomes of the files beside entries that had a folder: they go with it, but for those that other entries show or are.
 *
 * @param lists those of all pages after the change
 */
function filesBeside(
  removed: readonly Entry[],
  pages: readonly OpenPage[],
  lists: readonly List[],
  configuration: Configuration,
): Result<{ readonly deleted: readonly string[]; readonly kept: readonly string[] }> {
  const folders = removed.map(({ place: { path = '' } }) =>
    path.slice(0, path.lastIndexOf('/') + 1),
  );
  const inside = pages.flatMap(({ list }) => list.folder?.inside ?? []);
  const own = [...new Set(inside)].filter((path) => folders.some((each) => path.startsWith(each)));
  const nested = own.find((path) => path.endsWith('/'));
  if (nested !== undefined) {
    const folder = folders.find((each) => nested.startsWith(each)) ?? nested;
    return failure(problem('entry-folder-nested', nested, { folder }));
  }
  const entries = new Set(lists.flatMap(filesOf).map(({ path }) => path));
  const kept = own.filter(
    (path) => entries.has(path) || isUsedInFolders(path, lists, configuration),
  );
  return success({ deleted: own.filter((path) => !kept.includes(path)), kept });
}

/** A list without a company, and the entries that it had: more than one where it was there twice. */
function removeAll(
  list: List,
  { company, leaveGap }: RemovalRequest,
): Result<{ list: List; entries: readonly Entry[] }> {
  const entries: Entry[] = [];
  let current = list;
  for (;;) {
    const entry = current.entries.find((each) => isSameCompany(each.company, company));
    if (entry === undefined) return success({ list: current, entries });
    const edit = current.format.remove(current, entry, { leaveGap });
    if (!edit.ok) return edit;
    entries.push(entry);
    current = edit.value.list;
  }
}
