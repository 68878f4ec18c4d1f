import type { Configuration } from '../../../src/config/configuration.ts';
import type { EntryValues } from '../../../src/list/format.ts';
import type { List } from '../../../src/list/list.ts';
import { askedFields } from '../../../src/submission/asked-fields.ts';
import { checkSubmission } from '../../../src/submission/check-submission.ts';
import type { SubmissionFields } from '../../../src/submission/submission-fields.ts';
import { withoutBlanks } from './outcome.ts';

/**
 * What keeps a company from giving these answers: problems of the submission by their codes, or that the form does not ask for a part of
 * them or takes it for no answer. A list may have what nobody new can give.
 */
export function problemsOfSubmission(
  typed: EntryValues,
  list: List,
  configuration: Configuration,
): readonly string[] {
  const { groups } = list;
  const checked = checkSubmission(answersOf(typed, configuration), { configuration, groups });
  if (!checked.ok) return checked.problems.map(({ code, field }) => `${code} (${field})`);
  const { texts, homepage, link, fields = {} } = checked.value;
  const text = texts[configuration.sourceLocale] ?? '';
  const { homepage: _, link: target, ...others } = typed;
  const taken: EntryValues = {
    ...{ ...others, text, fields },
    ...(homepage !== undefined && { homepage }),
    ...(target && link !== undefined && { link: { ...target, url: link } }),
  };
  // What follows from the other entries need not be given.
  const written = [typed, taken].map((values) => {
    const edit = list.format.add(list, values, configuration.order);
    return edit.ok ? withoutBlanks(edit.value.text) : undefined;
  });
  return written[0] === written[1] ? [] : ['something is left out'];
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
