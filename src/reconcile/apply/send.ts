import type { Mutation, MutationOutcome } from '../../github/changes/mutation.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { Conflict } from './conflict.ts';

export type Mutations = Readonly<Record<string, Mutation>>;
export type Outcomes = Readonly<Record<string, MutationOutcome>>;

/** Mutations for one document. Each has an alias of its own. */
export function together(parts: readonly Mutations[]): Mutations {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

/**
 * Sends mutations as one document, if there are any.
 *
 * @throws Conflict where one of them failed; RequestFailed where nothing is known
 */
export async function send(client: GithubClient, mutations: Mutations): Promise<void> {
  if (Object.keys(mutations).length === 0) return;
  requireAll(mutations, await client.mutate(mutations));
}

/** @throws Conflict where one of the mutations failed */
export function requireAll(mutations: Mutations, outcomes: Outcomes): void {
  for (const [alias, outcome] of Object.entries(outcomes)) {
    if (outcome.ok) continue;
    const { type = '', message } = outcome.error;
    throw new Conflict(`${mutations[alias]?.field} failed: ${type} ${message}`);
  }
}
