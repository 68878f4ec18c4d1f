import { type Configuration, formatTraits } from '../config/configuration.ts';
import type { Problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { ownValue } from '../text/own-value.ts';
import { askedFields } from './asked-fields.ts';
import { checkCompany } from './check/check-company.ts';
import { checkHomepage } from './check/check-homepage.ts';
import { checkAddress, withoutScheme } from './check/check-link.ts';
import { checkLinkTexts, checkTexts } from './check/check-texts.ts';
import { checkValue } from './check/check-value.ts';
import type { Checked } from './check/checked.ts';
import { type ListedAnswers, listedWords } from './check/listed-answers.ts';
import { furtherFields, notAsked, withOneAddress } from './check/not-asked.ts';
import { cleanText } from './clean-text.ts';
import type { Submission } from './submission.ts';
import type { SubmissionFields } from './submission-fields.ts';

export interface CheckOptions {
  readonly configuration: Configuration;
  /** Whether the company is on the page already: then only its name is required, and what is not given stays. */
  readonly update?: boolean;
  /** Whether the entry to update has a link, so that a new text for it makes sense alone. */
  readonly entryHasLink?: boolean;
  /** The parts of the list, as it shows them; one of them is what a group has to be. */
  readonly groups?: readonly string[];
  /** Further columns or keys that may be given although the form does not ask for them. */
  readonly furtherFields?: readonly string[];
  /** What the list has, by which an answer such as “Coming soon”, or the path of a document in the repository, is one. */
  readonly listed?: ListedAnswers;
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
  const { configuration, update = false, entryHasLink = false, groups = [], listed = {} } = options;
  const { sourceLocale } = configuration;
  const usual = askedFields(configuration);
  const typed = withOneAddress(fields, usual);
  const asked = [...usual, ...furtherFields(typed, usual, options)];
  const problems: Problem[] = [];
  const take = <Value>(checked: Checked<Value>): Value => {
    problems.push(...checked.problems);
    return checked.value;
  };
  const { hasLines } = formatTraits[configuration.format];
  let submission: Submission = { company: '', texts: {} };
  const given = new Map(Object.entries(typed.fields ?? {}));
  const values = new Map<string, string>();
  const completed: string[] = [];
  for (const field of asked) {
    const { kind, required, locale = sourceLocale } = field;
    if (locale !== sourceLocale) continue;
    const own = ownValue(listed, field.name ?? '');
    // An update that says nothing leaves what is there, and where an answer is required, this is none.
    const marks = update || required ? [] : own;
    switch (kind) {
      case 'company':
        submission = { ...submission, company: take(checkCompany(typed.company)) };
        break;
      case 'text': {
        const texts = take(
          checkTexts(typed.descriptions, configuration, required && !update, marks),
        );
        submission = { ...submission, texts };
        break;
      }
      case 'homepage': {
        const checked = checkHomepage(typed.homepage, field, !update, configuration);
        const { completed: here = [], ...homepage } = take(checked);
        submission = { ...submission, ...homepage };
        completed.push(...here);
        break;
      }
      case 'link': {
        const mark = listedWords(typed.link, marks);
        if (mark !== undefined) {
          values.set(field.name ?? '', mark);
          break;
        }
        const address = take(checkAddress(typed.link, field, !update, configuration, own));
        if (address !== '') submission = { ...submission, link: address };
        if (address !== '' && withoutScheme.test(cleanText(typed.link ?? ''))) {
          completed.push(address);
        }
        break;
      }
      case 'link-text': {
        // Whoever says that there is no link need not be asked about its text.
        const isExpected = entryHasLink || cleanText(typed.link ?? '') !== '';
        const { own: linkText, further } = take(checkLinkTexts(typed, configuration, isExpected));
        if (linkText !== '') submission = { ...submission, linkText };
        if (Object.keys(further).length > 0) submission = { ...submission, linkTexts: further };
        break;
      }
      case 'group': {
        const asGroup = groups.length > 0 ? { ...field, choices: groups, required: true } : field;
        const group = take(checkValue(typed.group, asGroup, !update));
        if (group !== '') submission = { ...submission, group };
        break;
      }
      case 'own': {
        const { name = '' } = field;
        const value = take(checkValue(given.get(name), field, !update, hasLines, marks));
        if (value !== '') values.set(name, value);
        break;
      }
      case 'logo':
      case 'logo-dark':
      case 'consent':
        break;
      default:
        throw kind satisfies never;
    }
  }
  problems.push(...notAsked(typed, asked));
  if (completed.length > 0) submission = { ...submission, completed };
  if (values.size > 0) submission = { ...submission, fields: Object.fromEntries(values) };
  return problems.length > 0 ? failure(...problems) : success(submission);
}
