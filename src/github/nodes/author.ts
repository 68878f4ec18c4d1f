/** A person or a bot. */
export interface Author {
  readonly login: string;
  /** Of the account, as commits' addresses name it. */
  readonly id: number | undefined;
  readonly isPerson: boolean;
}

/** An author as GraphQL gives one; null where the account is gone. */
export interface AuthorNode {
  readonly __typename: string;
  readonly login: string;
  readonly databaseId?: number | null;
}

/** A fragment for authors. */
export const authorFields =
  'fragment author on Actor { __typename login ... on User { databaseId } }';

export function authorOf(node: AuthorNode | null): Author | undefined {
  if (node === null) return undefined;
  const isPerson = node.__typename === 'User' || node.__typename === 'Mannequin';
  return { login: node.login, id: node.databaseId ?? undefined, isPerson };
}
