import { Refusal } from '../refusal.ts';
import type { Arguments } from './context.ts';

/** GitHub gives this many at once, at most. */
const most = 100;

/** A part of a list, in GraphQL's form. */
export interface Connection<Node> {
  readonly kind: 'connection';
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

/**
 * Takes a part of a list.
 *
 * @param field the connection's name, for GitHub's complaints
 * @param keyOf what stays the same about an item while others come and go
 * @throws Refusal without `first` or `last`, and for more than a hundred, as GitHub's documentation asks for
 */
export function connect<Node>(
  field: string,
  items: readonly Node[],
  args: Arguments,
  keyOf: (item: Node) => string,
): Connection<Node> {
  const first = sizeOf(field, 'first', args['first']);
  const last = sizeOf(field, 'last', args['last']);
  if (first === undefined && last === undefined) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`;
    throw new Refusal('MISSING_PAGINATION_BOUNDARIES', message);
  }
  const cursorOf = (item: Node) => Buffer.from(`cursor:v2:${keyOf(item)}`).toString('base64');
  const placeOf = (cursor: unknown) => items.findIndex((item) => cursorOf(item) === cursor);
  const after = placeOf(args['after']);
  const before = placeOf(args['before']);
  let start = after + 1;
  let end = before === -1 ? items.length : before;
  if (first !== undefined) end = Math.min(end, start + first);
  if (last !== undefined) start = Math.max(start, end - last);
  const nodes = items.slice(start, end);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    kind: 'connection',
    nodes,
    edges,
    totalCount: items.length,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
    },
  };
}

function sizeOf(field: string, name: string, value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined;
  if (value >= 0 && value <= most) return value;
  const message = `Requesting ${value} records on the \`${field}\` connection exceeds the \`${name}\` limit of ${most} records.`;
  throw new Refusal('EXCESSIVE_PAGINATION', message);
}
