import type { Operations } from '../generated/operations.ts';

/** A query with the types of its variables and of its answer. */
export interface TypedDocument<Data, Variables> {
  readonly text: string;
  /** Never there: it holds the types. */
  readonly types?: (variables: Variables) => Data;
}

/** The generated types of a query, by the name in its text. */
type OperationIn<Text extends string> =
  Text extends `query ${infer Name extends keyof Operations}(${string}` ? Operations[Name] : never;

/**
 * Gives a query the types that were generated for its name.
 *
 * @param text begins with `query NAME(`; it is listed in `scripts/graphql-types/documents.ts`
 */
export function typedDocument<const Text extends string>(
  text: Text,
): TypedDocument<OperationIn<Text>['data'], OperationIn<Text>['variables']> {
  return { text };
}
