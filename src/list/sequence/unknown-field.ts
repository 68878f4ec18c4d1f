import { type Problem, problem } from '../../problem/problem.ts';
import type { EntryValues } from '../format.ts';
import type { SequenceList } from './sequence.ts';

/** What is wrong with values of which the list has no such field. */
export function unknownField(
  { path, fields }: SequenceList,
  values: EntryValues,
): Problem | undefined {
  const own = fields.map(({ name }) => name);
  const unknown = Object.keys(values.fields ?? {}).find((name) => !own.includes(name));
  if (unknown === undefined) return undefined;
  const names = own.map((name) => `“${name}”`).join(', ');
  return problem('list-field-unknown', path, { line: 1, name: unknown, fields: names });
}
