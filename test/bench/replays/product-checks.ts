import type { Configuration } from '../../../src/config/configuration.ts';
import type { EntryValues } from '../../../src/list/format.ts';
import type { List } from '../../../src/list/list.ts';
import { askedFields } from '../../../src/submission/asked-fields.ts';
import { checkSubmission } from '../../../src/submission/check-submission.ts';
import type { SubmissionFields } from '../../../src/submission/submission-fields.ts';
import { ownValue } from '../../../src/text/own-value.ts';

/**
 * What keeps a company from giving these answers: problems of the submission by their codes, and what the form does not ask for or takes
 * for no answer. A list may have what nobody new can give.
 */
export function problemsOfSubmission(
  typed: EntryValues,
  { groups }: List,
  configuration: Configuration,
): readonly string[] {
  const checked = checkSubmission(answersOf(typed, configuration), { configuration, groups });
  if (!checked.ok) return checked.problems.map(({ code, field }) => `${code} (${field})`);
  const { texts, homepage, link, fields = {} } = checked.value;
  const taken = { text: texts[configuration.sourceLocale], homepage, link, ...fields };
  const { text, homepage: own, link: target, fields: others } = typed;
  const given = Object.entries({ text, homepage: own, link: target?.url, ...others });
  const lost = given.filter(([name, value = '']) => value !== '' && !ownValue(taken, name));
  return lost.map(([name]) => `left out (${name})`);
}

/** What goes into a form that asks for no more than the configuration says. */
function answersOf(
  { company, text, homepage, link, group, fields = {} }: EntryValues,
  configuration: Configuration,
): SubmissionFields {
  const asked = askedFields(configuration);
  const asks = (kind: (typeof asked)[number]['kind']) => asked.some((each) => each.kind === kind);
  const own = asked.flatMap(({ kind, name = '' }) => (kind === 'own' ? [name] : []));
  return {
    // A list of pictures alone has no names, but the form asks for one.
    company: company || 'Juniper Parcel',
    descriptions: asks('text') ? { [configuration.sourceLocale]: text } : {},
    homepage: asks('homepage') ? homepage : undefined,
    link: asks('link') ? link?.url : undefined,
    linkText: asks('link-text') ? link?.text : undefined,
    group,
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => own.includes(name))),
  };
}
