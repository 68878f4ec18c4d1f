import type { MutationOutcome } from './mutation.ts';

/** The id of the label that `createLabel` made, if it did. */
export function madeLabelId(outcome: MutationOutcome | undefined): string | undefined {
  return outcome?.ok ? (outcome.data['label'] as { readonly id: string }).id : undefined;
}
