import { type Problem, problem } from '../../problem/problem.ts';
import type { EntryValues } from '../format.ts';

/** What is wrong with values of which the list has no such field. */
export function unknownField(
  list: { readonly path: string; readonly fields: readonly { readonly name: string }[] },
  values: Partial<EntryValues>,
): Problem | undefined {
  const own = list.fields.map(({ name }) => name);
  const unknown = Object.keys(values.fields ?? {}).find((name) => !own.includes(name));
  if (unknown === undefined) return undefined;
  const fields = own.map((name) => `“${name}”`).join(', ');
  return problem('list-field-unknown', list.path, { line: 1, name: unknown, fields });
}
