import { fieldIds } from '../submission/field-ids.ts';
import { formPath } from './write-form.ts';

/** What the form is filled in with. */
export interface Prefill {
  readonly company?: string;
  readonly description?: string;
  readonly link?: string;
}

/** GitHub refuses much longer addresses. */
const longestAddress = 6_000;

/**
 * The address at which the issue form is opened, filled in by the fields' ids, as GitHub takes them for fields of text; what
 * would make it too long is left out.
 *
 * @param repository as `https://github.com/apache/flink`
 */
export function formAddress(repository: string, prefill: Prefill = {}): string {
  const name = formPath.slice(formPath.lastIndexOf('/') + 1);
  const parameters = new URLSearchParams({ template: name });
  const given: readonly (readonly [string, string | undefined])[] = [
    [fieldIds.company, prefill.company],
    [fieldIds.link, prefill.link],
    [fieldIds.description, prefill.description],
  ];
  for (const [id, value] of given) {
    if (value === undefined) continue;
    const longer = new URLSearchParams([...parameters, [id, value]]);
    if (longer.toString().length <= longestAddress) parameters.set(id, value);
  }
  return `${repository}/issues/new?${parameters}`;
}
