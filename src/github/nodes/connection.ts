/** A page of a list, as GraphQL gives it: what the reader may not see is null. */
interface Connection<Node> {
  readonly nodes: readonly (Node | null)[] | null;
}

/** What is there of a list, or of a part of it. */
export function nodesOf<Node>(connection: Connection<Node> | null | undefined): readonly Node[] {
  return (connection?.nodes ?? []).filter((node) => node !== null);
}

/** Where the next page of a list begins, where there is one. */
export function nextPage(
  connection:
    | { readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean } }
    | null
    | undefined,
): string | undefined {
  const { hasNextPage, endCursor } = connection?.pageInfo ?? {};
  return hasNextPage ? (endCursor ?? undefined) : undefined;
}
