import * as z from 'zod';
import { issueOfBranch } from '../reconcile/observe/branch-names.ts';
import { readPullNote } from '../reconcile/observe/notes/notes.ts';

const payloadShape = z.object({
  action: z.enum(['opened', 'reopened', 'synchronize', 'edited']),
  repository: z.object({ full_name: z.string() }),
  pull_request: z.object({
    number: z.int().positive(),
    body: z.string().nullish(),
    updated_at: z.iso.datetime({ offset: true }),
    head: z.object({
      ref: z.string(),
      sha: z.string(),
      repo: z.object({ full_name: z.string() }).nullish(),
    }),
  }),
});

/** A pull request whose commits, or whose base, changed. */
export interface PullToCheck {
  readonly number: number;
  /** The commit that the run is for, by its object id. */
  readonly headOid: string;
  /** When it changed: what is read is not older. In milliseconds since 1970. */
  readonly changedAt: number;
  /** Whether it is one of ours, so that its issue is reconciled, too. */
  readonly isOurs: boolean;
}

/** The pull request that a run is to check; nothing for other events. */
export function pullToCheck({
  name,
  payload,
}: {
  readonly name: string;
  readonly payload: object;
}): PullToCheck | undefined {
  if (name !== 'pull_request' && name !== 'pull_request_target') return undefined;
  const { repository, pull_request: pull } = payloadShape.safeParse(payload).data ?? {};
  if (!repository || !pull) return undefined;
  const { number, body, head, updated_at: changedAt } = pull;
  const issue = issueOfBranch(head.ref);
  // A branch of that name alone may be anybody's.
  const isNoted = issue !== undefined && readPullNote(body ?? '')?.issue === issue;
  return {
    number,
    headOid: head.sha,
    changedAt: Date.parse(changedAt),
    isOurs: isNoted && head.repo?.full_name === repository.full_name,
  };
}
