import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document asks for. */
export interface DocumentWeight {
  /** As `query repository`, or `mutation createRef createCommitOnBranch`. */
  readonly name: string;
  readonly isMutation: boolean;
  /** Points of the hourly limit. */
  readonly cost: number;
  /** Nodes that could be answered; GitHub refuses more than 500,000. */
  readonly nodes: number;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Weighs a document by GitHub's published formula: each connection takes as many requests as there can be nodes above
 * it, and a hundred requests cost a point, at least one in all.
 */
export function weighDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): DocumentWeight {
  const fragments: Fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const count = { requests: 0, nodes: 0 };
  const visit = (set: SelectionSetNode | undefined, above: number): void => {
    for (const field of fieldsOf(set, fragments)) {
      const size = connectionSize(field, variables);
      if (size !== undefined) {
        count.requests += above;
        count.nodes += above * size;
      }
      visit(field.selectionSet, above * (size ?? 1));
    }
  };
  visit(operation.selectionSet, 1);
  const roots = fieldsOf(operation.selectionSet, fragments).map((field) => field.name.value);
  return {
    name: [operation.operation, ...roots].join(' '),
    isMutation: operation.operation === 'mutation',
    cost: Math.max(1, Math.round(count.requests / 100)),
    nodes: count.nodes,
  };
}

function fieldsOf(set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet;
    return fieldsOf(inner, fragments);
  });
}

function connectionSize(
  field: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.VARIABLE) return Number(variables[value.name.value]) || undefined;
  }
  return undefined;
}
