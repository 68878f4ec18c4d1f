import type { ChangesMutation, ChangesMutationVariables } from '../generated/operations.ts';

/** A field of GitHub's `Mutation` that we use. */
export type MutationField = keyof ChangesMutationVariables;

/** One mutation of a document. */
export type Mutation = {
  [Field in MutationField]: {
    readonly field: Field;
    readonly input: ChangesMutationVariables[Field];
  };
}[MutationField];

/** What one mutation answers: one of these, null where it failed. */
export type MutationAnswer = ChangesMutation[MutationField];

/** What is asked of the answer of each. */
const selections: Readonly<Record<MutationField, string>> = {
  addComment: 'clientMutationId',
  addLabelsToLabelable: 'clientMutationId',
  addReaction: 'clientMutationId',
  closeIssue: 'clientMutationId',
  closePullRequest: 'clientMutationId',
  createCommitOnBranch: 'commit { oid }',
  createLabel: 'label { id }',
  createPullRequest: 'pullRequest { id number }',
  createRef: 'clientMutationId',
  deleteIssueComment: 'clientMutationId',
  minimizeComment: 'clientMutationId',
  removeReaction: 'clientMutationId',
  updateIssue: 'clientMutationId',
  updateIssueComment: 'clientMutationId',
  updatePullRequest: 'clientMutationId',
  updateRefs: 'clientMutationId',
};

/** One field of a document. */
interface DocumentField {
  /** Under which it answers, and its input is passed. */
  readonly alias: string;
  readonly field: string;
  readonly selection: string;
}

/**
 * A document of mutations. GitHub runs them in their order, each regardless of whether those before it failed, and none can
 * use another's result.
 *
 * @param fields at least one, by the alias under which each answers and its input is passed
 */
export function mutationDocument(fields: ReadonlyMap<string, MutationField>): string {
  return documentOf(
    Array.from(fields, ([alias, field]) => ({ alias, field, selection: selections[field] })),
  );
}

/**
 * Each mutation once, under its own name: the types of inputs and answers are generated from it.
 *
 * @internal
 */
export const changesDocument = documentOf(
  Object.entries(selections).map(([field, selection]) => ({ alias: field, field, selection })),
);

function documentOf(fields: readonly DocumentField[]): string {
  const parameters = fields.map(({ alias, field }) => `$${alias}: ${inputTypeOf(field)}!`);
  const lines = fields.map(
    ({ alias, field, selection }) => `  ${alias}: ${field}(input: $${alias}) { ${selection} }`,
  );
  return `mutation Changes(${parameters.join(', ')}) {\n${lines.join('\n')}\n}`;
}

function inputTypeOf(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
}
