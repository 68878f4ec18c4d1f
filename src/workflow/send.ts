import type { GithubClient } from '../github/github-client.ts';
import type { Mutation, MutationOutcome } from '../github/mutation.ts';
import { TryAgain } from './try-again.ts';

export type Mutations = Readonly<Record<string, Mutation>>;
export type Outcomes = Readonly<Record<string, MutationOutcome>>;

/** Mutations for one document. Each has an alias of its own. */
export function together(parts: readonly Mutations[]): Mutations {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

/**
 * Sends mutations as one document, if there are any.
 *
 * @throws TryAgain where one of them failed; RequestFailed where nothing is known
 */
export async function send(client: GithubClient, mutations: Mutations): Promise<void> {
  if (Object.keys(mutations).length === 0) return;
  requireAll(mutations, await client.mutate(mutations));
}

/** @throws TryAgain where one of the mutations failed */
export function requireAll(mutations: Mutations, outcomes: Outcomes): void {
  for (const [alias, outcome] of Object.entries(outcomes)) {
    if (outcome.ok) continue;
    const { type = '', message } = outcome.error;
    throw new TryAgain(`${mutations[alias]?.field} failed: ${type} ${message}`);
  }
}
