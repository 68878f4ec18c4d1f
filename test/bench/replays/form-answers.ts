import type { Configuration } from '../../../src/config/configuration.ts';
import type { EntryValues } from '../../../src/list/format.ts';

/** Why a submission with these answers is not accepted: what the form requires is missing, or a link begins with `http:`. */
export function objectionTo(
  values: EntryValues,
  { fields, httpLinks }: Configuration,
): string | undefined {
  const links = [values.homepage, values.link?.url].filter((url) => url !== undefined);
  if (!httpLinks && links.some((url) => /^http:/i.test(url))) return 'link-not-https';
  for (const [name, { role, required, choices }] of Object.entries(fields)) {
    const answer = answerOf(values, name, role);
    if (required === true && answer === '') return `required: ${name}`;
    if (choices && answer !== '' && !choices.includes(answer)) return `no choice: ${answer}`;
  }
  return undefined;
}

function answerOf(values: EntryValues, name: string, role: string): string {
  switch (role) {
    case 'name':
      return values.company;
    case 'homepage':
      return values.homepage ?? '';
    case 'text':
      return values.text;
    case 'logo':
      return values.logo;
    case 'link':
      return values.link?.url ?? values.fields?.[name] ?? '';
    default:
      return values.fields?.[name] ?? '';
  }
}
