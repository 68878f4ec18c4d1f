import { Refusal } from '../../refusal.ts';
import { type Fields, type GraphqlContext, nodeIn, refOf, requireSubject } from '../context.ts';

async function node(id: unknown, context: GraphqlContext) {
  if (String(id).startsWith('REF_')) return refOf(context, id);
  const found = nodeIn(context, id);
  if (found.kind === 'issue' || found.kind === 'comment') requireSubject(context, found, 'read');
  return found;
}

/** Where queries begin. */
export const queryFields: Fields<unknown> = {
  repository: (_, { owner, name, followRenames }, { world, installation }) => {
    const repository = world.findRepository(String(owner), String(name));
    const isRenamed = repository?.name.toLowerCase() !== String(name).toLowerCase();
    const isVisible = repository && installation.repositories.has(repository);
    if (isVisible && (followRenames !== false || !isRenamed)) return repository;
    const asked = `${owner}/${name}`;
    const message = `Could not resolve to a Repository with the name '${asked}'.`;
    throw new Refusal('NOT_FOUND', message);
  },
  node: (_, { id }, context) => node(id, context),
  nodes: (_, { ids }, context) =>
    Array.isArray(ids) ? ids.map((id: unknown) => node(id, context)) : [],
  viewer: (_, __, { actor }) => actor,
  rateLimit: (_, __, { limits, installation, cost }) => {
    const { limit, used, remaining, reset } = limits.standing(installation, 'graphql');
    const resetAt = new Date(reset * 1000).toISOString();
    return { kind: 'rate-limit', cost, limit, used, remaining, resetAt };
  },
};
