import type { Values } from '../../problem/values.ts';
import type { Templates } from '../templates.ts';

/** Values in which quoted names are separated as the language does it: “a”、“b” in Chinese. */
export function listedValues(values: Values, { comment }: Pick<Templates, 'comment'>): Values {
  const { between } = comment.help.head;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('”, “', () => `”${between}“`) : value,
    ]),
  );
}
