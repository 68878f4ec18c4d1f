import type { Configuration } from '../config/configuration.ts';
import {
  comparisonIn,
  type Edit,
  type Entry,
  type List,
  namesInGroup,
  namesOutOfOrder,
} from '../list/list.ts';
import { findNewlyActive } from '../list/markup.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { type Remark, remark } from '../problem/remark.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { checkSubmission } from '../submission/check-submission.ts';
import { fieldIds } from '../submission/field-ids.ts';
import { languageAmong } from '../submission/language-name.ts';
import { isSameCompany } from '../submission/same-company.ts';
import { slugOf } from '../submission/slug.ts';
import { alignmentRemark } from './alignment.ts';
import { type FileChange, listChanges } from './file-change.ts';
import { type DefaultLinkTexts, linkTextFor } from './link-text.ts';
import { slugInUse } from './logo-file.ts';
import { companyNotListed } from './not-listed.ts';
import { entryOf, type OpenPage } from './open-pages.ts';
import type { Proposal } from './proposal.ts';

/** What a proposal to rename a company is made of. */
export interface RenamingRequest {
  readonly company: string;
  /** As it was typed. */
  readonly newName: string;
  /** Every locale's page, as `openPages` gives them. */
  readonly pages: readonly OpenPage[];
  readonly configuration: Configuration;
  readonly defaultLinkTexts: DefaultLinkTexts;
}

/**
 * Proposes another name for a company on every page. Its logo, texts and links stay, but for the text of a link that we found
 * for the old name.
 */
export function proposeRenaming(request: RenamingRequest): Result<Proposal> {
  const { company, pages, configuration } = request;
  const checked = checkSubmission(
    { company: request.newName, descriptions: {} },
    { configuration, update: true },
  );
  if (!checked.ok) return checked;
  const { company: newName } = checked.value;
  const isOther = !isSameCompany(company, newName);
  if (isOther && pages.some((page) => entryOf(page, newName))) {
    return failure(problem('company-listed-already', fieldIds.company, { company: newName }));
  }
  const edits: Record<string, Edit> = {};
  const renamed: Entry[] = [];
  const changes: FileChange[] = [];
  const layout: Remark[] = [];
  const problems: Problem[] = [];
  for (const page of pages) {
    const entry = entryOf(page, company);
    if (entry === undefined) continue;
    renamed.push(entry);
    const edit = renameOn(page, entry, newName, request);
    if (!edit.ok) {
      problems.push(...edit.problems);
      continue;
    }
    edits[page.locale] = edit.value;
    layout.push(
      ...misplacedRemark(page, entry, edit.value, newName, configuration),
      ...alignmentRemark(page, edit.value, newName, configuration),
    );
    changes.push(...listChanges(page.list, edit.value.list));
  }
  if (problems.length > 0) return failure(...problems);
  const [first] = renamed;
  if (first === undefined) return failure(companyNotListed(company, pages));
  return success({
    kind: 'update',
    company: newName,
    formerName: first.company,
    slug: slugInUse(first.logo, configuration) ?? slugOf(newName),
    edits,
    changes,
    remarks: [...(isOther ? [renamedRemark(first, newName)] : []), ...layout],
  });
}

function renamedRemark({ company: former, logo }: Entry, company: string): Remark {
  return remark('company-renamed', { company, former, hasLogo: logo ? 'yes' : '' });
}

/** That a list was in alphabetical order around an entry, and is not with its new name: the entry stays where it is. */
function misplacedRemark(
  { locale, list }: OpenPage,
  { place }: Entry,
  after: Edit,
  company: string,
  configuration: Configuration,
): Remark[] {
  // A table of logos is filled as places get free.
  if (list.format.look === 'grid' && configuration.order === 'as-is') return [];
  const compare = comparisonIn(namesInGroup(list, place.group), configuration.order);
  const countIn = (some: List) =>
    namesOutOfOrder(namesInGroup(some, place.group).names, compare).length;
  if (countIn(after.list) <= countIn(list)) return [];
  const language = languageAmong(locale, configuration);
  return [remark('renamed-out-of-order', { company, locale, language })];
}

function renameOn(
  { locale, list }: OpenPage,
  entry: Entry,
  company: string,
  { configuration, defaultLinkTexts }: RenamingRequest,
): Result<Edit> {
  const textFor = (name: string) => linkTextFor(locale, name, configuration, defaultLinkTexts);
  const { link } = entry;
  const isFound = link !== undefined && link.text === textFor(entry.company);
  const values = { company, ...(isFound && { link: { ...link, text: textFor(company) } }) };
  const edit = list.format.replace(list, entry, values);
  const isNamed = edit.ok && entryOf({ locale, list: edit.value.list }, company) !== undefined;
  if (edit.ok && !isNamed) {
    return failure(problem('company-without-name', fieldIds.company, { company: entry.company }));
  }
  const active = edit.ok ? findNewlyActive(list, entry, edit.value) : undefined;
  return active === undefined
    ? edit
    : failure(problem('page-cell-active', list.path, { excerpt: active.excerpt }));
}
