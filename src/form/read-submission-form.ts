import type { Configuration } from '../config/configuration.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { askedFields, indispensableIds } from '../submission/asked-fields.ts';
import { fieldIds } from '../submission/field-ids.ts';
import type { SubmissionFields } from '../submission/submission-fields.ts';
import { typedFields } from '../submission/typed-fields.ts';
import { checkConsent } from './body/check-consent.ts';
import { checkHeadings } from './body/check-headings.ts';
import { readShown } from './body/read-shown.ts';
import { withoutExamples } from './body/without-examples.ts';
import { findAttachments } from './find-attachments.ts';
import type { FormField } from './form-field.ts';
import { isTooLarge, readAnswers, readBody } from './read-body.ts';

/** What an issue's body says of a submission, not yet checked but for what only the form can tell. */
export interface SubmissionForm {
  readonly fields: SubmissionFields;
  /** The address of the logo, if there is exactly one. */
  readonly logo?: string;
  /** The same of the logo for dark pages. */
  readonly darkLogo?: string;
  /**
   * The ids of fields whose headings are missing. A problem says so; that such a field has no answer is no further
   * problem.
   */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

export interface SubmissionFormOptions {
  /** Whether the logo comes from elsewhere, so that the form need not have one. */
  readonly logoGiven?: boolean;
}

/**
 * Reads a submission out of an issue's body.
 *
 * Descriptions are taken for the configured locales only: a form may have fields of the maintainers' own.
 *
 * @param fields the repository's form, as `readForm` gives it.
 * @returns what was typed, and the problems of headings, consent and logo; each `field` is a form field's id.
 */
export function readSubmissionForm(
  body: string,
  fields: readonly FormField[],
  configuration: Configuration,
  { logoGiven = false }: SubmissionFormOptions = {},
): SubmissionForm {
  if (isTooLarge(body)) {
    return { fields: { descriptions: {} }, missing: [], problems: readBody(body, fields).problems };
  }
  const shown = readShown(body);
  const { answers: all, ticked, problems } = readAnswers(shown, fields);
  const answers = withoutExamples(all, fields);
  const asked = askedFields(configuration);
  const asksLogo = asked.some(({ kind }) => kind === 'logo');
  const needed = asked
    .filter(({ required, kind }) => required && !(kind === 'logo' && logoGiven))
    .map(({ id }) => id);
  const headings = checkHeadings(shown, fields, needed);
  const { missing } = headings;
  const isThere = (id: string) => !missing.includes(id);
  const logos = logoGiven || !asksLogo ? [] : findAttachments(answers[fieldIds.logo] ?? '');
  const isLogoMissing = needed.includes(fieldIds.logo) && isThere(fieldIds.logo);
  const asksDark = asked.some(({ kind }) => kind === 'logo-dark');
  const darkLogos = asksDark ? findAttachments(answers[fieldIds.darkLogo] ?? '') : [];
  const [[logo], [darkLogo]] = [logos, darkLogos];
  return {
    fields: typedFields(answers, configuration),
    ...(logo !== undefined && logos.length === 1 ? { logo } : {}),
    ...(darkLogo !== undefined && darkLogos.length === 1 ? { darkLogo } : {}),
    missing,
    problems: [
      ...onceForAll(problems, indispensableIds(configuration)),
      ...headings.problems,
      ...logoProblems(fieldIds.logo, logos.length, isLogoMissing),
      ...logoProblems(fieldIds.darkLogo, darkLogos.length, false),
      ...checkConsent(fields, ticked).filter(({ field }) => isThere(field)),
    ],
  };
}

/** Two forms in one issue are one thing to say, whatever headings that repeats. */
function onceForAll(problems: readonly Problem[], needed: readonly string[]): readonly Problem[] {
  const repeated = problems.filter(({ code }) => code === 'form-heading-repeated');
  const isWhole = needed.every((id) => repeated.some(({ field }) => field === id));
  if (!isWhole) return problems;
  const others = problems.filter((each) => !repeated.includes(each));
  return [problem('form-several', ''), ...others];
}

function logoProblems(id: string, count: number, isMissing: boolean): readonly Problem[] {
  if (count > 1) return [problem('attachment-several', id, { count })];
  return count === 0 && isMissing ? [problem('attachment-missing', id)] : [];
}
