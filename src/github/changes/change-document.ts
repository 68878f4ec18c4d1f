import type { GraphqlError } from '../client/graphql-error.ts';
import type { Change } from './change.ts';
import type { ChangeResult } from './change-result.ts';
import { type Mutation, type MutationAnswer, mutationDocument } from './mutation.ts';
import { mutationOf } from './mutation-of.ts';
import { resultOf } from './result-of.ts';

/** A document that makes changes, to be sent once. */
export interface ChangeDocument {
  readonly text: string;
  readonly variables: Readonly<Record<string, Mutation['input']>>;
}

/** What GitHub answers to it: each alias that failed is null or absent. */
export type ChangeAnswers = Readonly<Record<string, MutationAnswer>>;

/** Puts changes into one document, in their order. @param changes at least one */
export function changeDocument(changes: readonly Change[]): ChangeDocument {
  const mutations = changes.map((change, index) => [aliasOf(index), mutationOf(change)] as const);
  return {
    text: mutationDocument(new Map(mutations.map(([alias, { field }]) => [alias, field]))),
    variables: Object.fromEntries(mutations.map(([alias, { input }]) => [alias, input])),
  };
}

/** What became of each change, in their order. */
export function resultsOf(
  changes: readonly Change[],
  answers: ChangeAnswers | null | undefined,
  errors: readonly GraphqlError[],
): readonly ChangeResult[] {
  const ofDocument = errors.find(({ path }) => path === undefined);
  return changes.map((change, index) => {
    const alias = aliasOf(index);
    const error = errors.find(({ path }) => path?.[0] === alias);
    const answer = error ? undefined : answers?.[alias];
    return resultOf(change, answer, error ?? ofDocument);
  });
}

function aliasOf(index: number): string {
  return `change${index}`;
}
