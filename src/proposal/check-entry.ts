import { type Configuration, singleRoles } from '../config/configuration.ts';
import { type Entry, type List, namedGroups } from '../list/list.ts';
import type { ProblemCode } from '../problem/codes.ts';
import type { Problem } from '../problem/problem.ts';
import { type CheckOptions, checkSubmission } from '../submission/check-submission.ts';
import { cleanText } from '../submission/clean-text.ts';
import type { Submission } from '../submission/submission.ts';
import type { SubmissionFields } from '../submission/submission-fields.ts';
import { ownValue } from '../text/own-value.ts';
import { entryOf, type OpenPage, showsLogos } from './open-pages.ts';

/** What somebody typed for an entry, and what only the place where it was typed can tell. */
export interface TypedEntry {
  readonly fields: SubmissionFields;
  readonly problems: readonly Problem[];
  /** The ids of fields whose answers cannot be found, for which a problem says so already. */
  readonly missing: readonly string[];
  /** Whether it comes from somebody who may edit the list: then any of its fields may be given, asked for or not. */
  readonly isByEditor?: boolean;
}

/** An entry that was looked at as a whole. */
export interface CheckedEntry {
  /** Nothing where the fields have problems. */
  readonly submission: Submission | undefined;
  readonly isUpdate: boolean;
  /** The company's entries as they are on the pages. */
  readonly entries: readonly Entry[];
  /** All of them, each once. */
  readonly problems: readonly Problem[];
}

const lacksLogo: readonly ProblemCode[] = ['attachment-missing', 'command-logo-missing'];

/**
 * Checks what was typed for an entry against the pages: a company that is on one of them needs to give only what changes.
 *
 * @param isUpdate whether only an update is asked for, wherever the company is.
 */
export function checkEntry(
  typed: TypedEntry,
  pages: readonly OpenPage[],
  configuration: Configuration,
  isUpdate = false,
): CheckedEntry {
  const company = cleanText(typed.fields.company ?? '');
  const entries = pages.flatMap((page) => entryOf(page, company) ?? []);
  const update = isUpdate || entries.length > 0;
  const source = pages.find(({ locale }) => locale === configuration.sourceLocale)?.list;
  const checked = checkSubmission(typed.fields, {
    configuration,
    update,
    entryHasLink: entries.some(({ link }) => link !== undefined),
    groups: namedGroups(source?.groups ?? []),
    listed: listedAnswers(source),
    furtherFields: typed.isByEditor ? ownFieldsOf(source) : [],
  });
  const known = { isUpdate: update, entries };
  const notTheForm = typed.problems.find(({ code }) => code === 'form-not-the-form');
  if (notTheForm) return { ...known, submission: undefined, problems: [notTheForm] };
  const hasLogos = pages.some(({ list }) => showsLogos(list));
  const isNeedless = (code: ProblemCode) =>
    (update && code === 'attachment-missing') || (!hasLogos && lacksLogo.includes(code));
  const ofFields = checked.ok ? [] : checked.problems;
  return {
    ...known,
    submission: checked.ok ? checked.value : undefined,
    problems: [
      // That an answer is missing whose heading is missing is no further problem.
      ...ofFields.filter(({ field }) => !typed.missing.includes(field)),
      ...typed.problems.filter(({ code }) => !isNeedless(code)),
    ],
  };
}

/** The columns or keys that only the list itself knows; all others are known by what they say. */
function ownFieldsOf(list: List | undefined): readonly string[] {
  const fields = list?.fields ?? [];
  return fields.filter(({ role }) => !singleRoles.includes(role)).map(({ name }) => name);
}

/** What the entries of a list have for each field that may say words; of links, their addresses. */
function listedAnswers(list: List | undefined): NonNullable<CheckOptions['listed']> {
  const { fields, entries } = list ?? { fields: [], entries: [] };
  return Object.fromEntries(
    fields.map(({ name, role }) => {
      const said = entries.map((entry) => {
        const own = ownValue(entry.fields, name);
        if (role === 'link') return entry.link?.url ?? own;
        return role === 'text' ? entry.text : own;
      });
      return [name, said.filter((each) => each !== undefined)];
    }),
  );
}
