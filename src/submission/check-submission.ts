import * as z from 'zod';
import type { Configuration } from '../config/configuration.ts';
import { type CodeNaming, type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { withoutComments } from '../text/without-comments.ts';
import { checkLink } from './check-link.ts';
import { cleanText } from './clean-text.ts';
import { descriptionId, fieldIds, linkTextId } from './field-ids.ts';
import { languageName } from './language-name.ts';
import { lengthOf, limits } from './limits.ts';
import { saysNothing } from './no-answer.ts';
import { isPlainName } from './plain-name.ts';
import type { Submission } from './submission.ts';
import type { SubmissionFields } from './submission-fields.ts';

export interface CheckOptions {
  readonly configuration: Configuration;
  /** Whether the company is on the page already: then only its name is required, and what is not given stays. */
  readonly update?: boolean;
  /** Whether the entry to update has a link, so that a new text for it makes sense alone. */
  readonly entryHasLink?: boolean;
}

/**
 * Makes a submission of what somebody typed.
 *
 * @returns the submission, or all of its problems, in the order of the form's fields; each `field` is a field's id.
 */
export function checkSubmission(
  fields: SubmissionFields,
  options: CheckOptions,
): Result<Submission> {
  const parsed = submissionSchema(fields, options).safeParse(fields);
  return parsed.success ? success(parsed.data) : failure(...parsed.error.issues.map(problemOf));
}

function submissionSchema(fields: SubmissionFields, options: CheckOptions) {
  // Whoever says that there is no link need not be asked about its text.
  const linkExpected = options.entryHasLink === true || cleanText(fields.link ?? '') !== '';
  return z
    .object({
      company: company(),
      descriptions: descriptions(options),
      link: link(),
      linkText: linkText(linkExpected),
      linkTexts: linkTexts(options.configuration),
    })
    .transform(({ company, descriptions, link, linkText, linkTexts }): Submission => {
      const furtherTexts = Object.entries(linkTexts).filter(([, words]) => words !== '');
      const texts = Object.entries(descriptions).filter(([, text]) => text !== '');
      return {
        company,
        texts: Object.fromEntries(texts),
        ...(link === '' ? {} : { link }),
        ...(linkText === '' ? {} : { linkText }),
        ...(furtherTexts.length > 0 && { linkTexts: Object.fromEntries(furtherTexts) }),
      };
    });
}

/** Any text, cleaned; empty where nothing was given, or words that say so. */
function text(isName = false) {
  return z
    .string()
    .optional()
    .transform((typed) => {
      const cleaned = cleanText(withoutComments(typed ?? ''));
      return saysNothing(cleaned, isName) ? '' : cleaned;
    });
}

function company() {
  return text(true).superRefine((name, context) => {
    if (name === '') return refuse(context, problem('company-missing', fieldIds.company));
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(name)) {
      refuse(context, problem('company-unreadable', fieldIds.company, { company: name }));
    }
    if (!isPlainName(name)) {
      refuse(context, problem('company-not-plain', fieldIds.company, { company: name }));
    }
    refuseTooLong(context, 'company-too-long', fieldIds.company, name, limits.company);
  });
}

function descriptions({ configuration, update }: CheckOptions) {
  const { locales, sourceLocale, language } = configuration;
  return z.record(z.string(), text()).superRefine((byLocale, context) => {
    if (update !== true && (byLocale[sourceLocale] ?? '') === '') {
      const field = descriptionId(sourceLocale, sourceLocale);
      const name = languageName(sourceLocale, language);
      refuse(
        context,
        problem('description-missing', field, { locale: sourceLocale, language: name }),
      );
    }
    for (const [locale, description] of Object.entries(byLocale)) {
      if (description === '') continue;
      const field = descriptionId(locale, sourceLocale);
      if (!locales.includes(locale)) {
        const known = locales.join(', ');
        refuse(context, problem('description-locale-unknown', field, { locale, known }));
        continue;
      }
      const length = lengthOf(description);
      const { description: limit } = limits;
      if (length <= limit) continue;
      const values = { locale, language: languageName(locale, language), length, limit };
      refuse(context, problem('description-too-long', field, values));
    }
  });
}

function link() {
  return text().transform((typed, context) => {
    if (typed === '') return '';
    const checked = checkLink(typed);
    if (checked.ok) return checked.value;
    for (const each of checked.problems) refuse(context, each);
    return z.NEVER;
  });
}

function linkText(linkExpected: boolean) {
  return text().superRefine((words, context) => {
    if (words !== '' && !linkExpected) {
      refuse(context, problem('link-text-without-link', fieldIds.linkText, { linkText: words }));
    }
    refuseTooLong(context, 'link-text-too-long', fieldIds.linkText, words, limits.linkText);
  });
}

function linkTexts({ locales, sourceLocale }: Configuration) {
  return z
    .record(z.string(), text())
    .default({})
    .superRefine((byLocale, context) => {
      for (const [locale, words] of Object.entries(byLocale)) {
        if (words === '') continue;
        const field = linkTextId(locale, sourceLocale);
        if (locales.includes(locale)) {
          refuseTooLong(context, 'link-text-too-long', field, words, limits.linkText);
          continue;
        }
        const known = locales.join(', ');
        refuse(context, problem('description-locale-unknown', field, { locale, known }));
      }
    });
}

function refuseTooLong(
  context: z.RefinementCtx,
  code: CodeNaming<'length' | 'limit'>,
  field: string,
  words: string,
  limit: number,
): void {
  const length = lengthOf(words);
  if (length > limit) refuse(context, problem(code, field, { length, limit }));
}

/** Adds an issue that carries a problem; `problemOf` takes it out again. */
function refuse(context: z.RefinementCtx, problem: Problem): void {
  context.addIssue({ code: 'custom', params: { problem } });
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'custom') return issue.params?.['problem'];
  throw new TypeError(`A submission's ${issue.path.join('.')} is not text: ${issue.message}`);
}
