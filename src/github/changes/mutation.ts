import type { GraphqlError } from '../client/graphql-error.ts';

/** One mutation of a document. */
export interface Mutation {
  /** Its field of GitHub's `Mutation`, as `createRef`. */
  readonly field: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What is asked of its result, as `ref { id }`. */
  readonly selection: string;
}

/** What became of one mutation. */
export type MutationOutcome =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: GraphqlError };

/** A document to send. */
export interface MutationDocument {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Puts mutations into one document. GitHub runs them in their order, each regardless of whether those before it failed,
 * and none can use another's result.
 *
 * @param mutations at least one, by the alias under which each answers
 */
export function mutationDocument(mutations: Readonly<Record<string, Mutation>>): MutationDocument {
  const entries = Object.entries(mutations);
  const parameters = entries.map(([alias, { field }]) => `$${alias}: ${inputTypeOf(field)}!`);
  const fields = entries.map(
    ([alias, { field, selection }]) => `  ${alias}: ${field}(input: $${alias}) { ${selection} }`,
  );
  return {
    document: `mutation(${parameters.join(', ')}) {\n${fields.join('\n')}\n}`,
    variables: Object.fromEntries(entries.map(([alias, { input }]) => [alias, input])),
  };
}

/** Tells what became of each mutation. @param data by alias; an alias that failed is null or absent */
export function mutationOutcomes<Alias extends string>(
  aliases: readonly Alias[],
  data: unknown,
  errors: readonly GraphqlError[],
): Readonly<Record<Alias, MutationOutcome>> {
  const results = (data ?? {}) as Readonly<
    Record<string, Readonly<Record<string, unknown>> | null>
  >;
  const outcomes = aliases.map((alias): [Alias, MutationOutcome] => {
    const result = results[alias];
    const error = errors.find(({ path }) => path?.[0] === alias);
    if (result !== null && result !== undefined && error === undefined) {
      return [alias, { ok: true, data: result }];
    }
    const unnamed: GraphqlError = errors.find(({ path }) => path === undefined) ?? {
      message: 'No result and no reason were given',
    };
    return [alias, { ok: false, error: error ?? unnamed }];
  });
  return Object.fromEntries(outcomes) as Record<Alias, MutationOutcome>;
}

function inputTypeOf(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
}
