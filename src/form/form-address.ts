import { formPath } from './write-form.ts';

/** GitHub refuses much longer addresses. */
const longestAddress = 6_000;

/**
 * The address at which the issue form is opened, filled in by the fields' ids, as GitHub takes them for fields of text; what
 * would make it too long is left out.
 *
 * @param repository as `https://github.com/apache/flink`
 * @param prefill by the ids of the fields, what matters most first
 */
export function formAddress(
  repository: string,
  prefill: Readonly<Record<string, string>> = {},
): string {
  const name = formPath.slice(formPath.lastIndexOf('/') + 1);
  const parameters = new URLSearchParams({ template: name });
  for (const [id, value] of Object.entries(prefill)) {
    const longer = new URLSearchParams([...parameters, [id, value]]);
    if (longer.toString().length <= longestAddress) parameters.set(id, value);
  }
  return `${repository}/issues/new?${parameters}`;
}
