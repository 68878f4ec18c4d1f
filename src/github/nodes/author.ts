import type { AuthorFragment } from '../generated/operations.ts';

/** A person or a bot. */
export interface Author {
  readonly login: string;
  /** Of the account, as commits' addresses name it. */
  readonly id: number | undefined;
  readonly isPerson: boolean;
}

/** A fragment for authors. */
export const authorFields =
  'fragment author on Actor { __typename login ... on User { databaseId } }';

/** @param node null where the account is gone */
export function authorOf(node: AuthorFragment | null): Author | undefined {
  if (node === null) return undefined;
  const isPerson = node.__typename === 'User' || node.__typename === 'Mannequin';
  const id = 'databaseId' in node ? (node.databaseId ?? undefined) : undefined;
  return { login: node.login, id, isPerson };
}
