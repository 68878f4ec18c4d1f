import { RequestFailed } from '../../github/client/github-client.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { type AttemptMemory, forgetLackOfPermission, noAttempts } from '../apply/attempt-memory.ts';
import { Conflict, Refused } from '../apply/conflict.ts';
import { issueOfBranch } from '../observe/branch-names.ts';
import { type Expectations, isToldThere } from '../observe/expectations.ts';
import { type ObserveTarget, observe } from '../observe/observe.ts';
import type { Services } from '../services.ts';
import { answerOtherPullRequest } from './answer-other-pull-request.ts';
import { type Certainty, cleanUp } from './clean-up.ts';
import { reconcileSubmission } from './reconcile-submission.ts';
import { reportBrokenConfiguration } from './report-broken-configuration.ts';
import { unlessRefused } from './unless-refused.ts';

/** An issue, or one of our pull requests for it, that something happened to. */
export interface IssueRef {
  readonly repository: RepositoryName;
  readonly number: number;
  /** Whether something may be asked for that is new: then it matters what else is open. */
  readonly isNew: boolean;
  /** What a webhook told of. */
  readonly expected: Expectations;
  /** Whether GitHub was given time enough to show it: then we go on with what is read. */
  readonly isLastLook: boolean;
}

/** In milliseconds. GitHub may need some seconds until it shows what was just made. */
const pauses = [1_000, 3_000, 8_000, 20_000];

/** Credentials or permissions are missing: a repetition at once would not help. A limit is no failed request, but `Limited`. */
const refusedStatuses = [401, 403];

/**
 * Reconciles an issue: observes what it asks for and what is there, and applies the difference. It may run twice, late, or
 * after one that was interrupted anywhere: the result is the same.
 *
 * @returns whether commands are left, which the next job for the issue answers
 * @throws NotReady where something takes long; Limited where GitHub wants no requests for a time; Behind where it is to be looked
 *   at again a little later; Error where it does not succeed within some attempts: the next job for the
 *   issue starts again
 */
export async function reconcileIssue(issueRef: IssueRef, services: Services): Promise<boolean> {
  const memory = noAttempts();
  let conflicts = 0;
  for (let failures = 0; ; ) {
    memory.isLastAttempt = conflicts === pauses.length;
    try {
      return await attempt(issueRef, services, memory);
    } catch (error) {
      const isRefused = error instanceof Refused;
      // What is refused is not tried again: this ends.
      const pause = pauses[isRefused ? 0 : failures];
      if (!isRefused) failures += 1;
      if (!isRefused && error instanceof Conflict) conflicts += 1;
      const isPassing =
        error instanceof Conflict || (error instanceof RequestFailed && !isDenied(error));
      if (!isPassing || pause === undefined) throw error;
      const { repository, number } = issueRef;
      const job = { ...repository, number, error };
      // Somebody may have accepted it since the token was made.
      if (isRefused && forgetLackOfPermission(memory)) await services.client.refreshToken();
      else if (isRefused) services.logger.warn('GitHub permanently refuses a change', job);
      else services.logger.info('Retrying an issue', job);
      await services.clock.wait(pause);
    }
  }
}

function isDenied({ status }: RequestFailed): boolean {
  return status !== undefined && refusedStatuses.includes(status);
}

async function attempt(
  issueRef: IssueRef,
  services: Services,
  memory: AttemptMemory,
): Promise<boolean> {
  const { repository, number, isLastLook } = issueRef;
  const expected = isLastLook ? undefined : issueRef.expected;
  const target: ObserveTarget = {
    repository,
    number,
    others: issueRef.isNew,
    expected,
    ...(memory.writers && { writers: memory.writers }),
  };
  const observed = await observe(target, services);
  if (!observed) return false;
  memory.writers = observed.writers;
  const { subject } = observed.snapshot;
  if (subject === 'gone') {
    await unlessRefused(issueRef, 'gone', services, memory, () =>
      cleanUp(observed.snapshot, number, certaintyOf(issueRef), services, memory),
    );
    return false;
  }
  if (subject.kind === 'issue') {
    const { broken } = observed;
    if (broken) {
      await unlessRefused(issueRef, 'broken', services, memory, () =>
        reportBrokenConfiguration(subject, observed, broken, services, memory),
      );
      return false;
    }
    return reconcileSubmission(subject, observed, target, services, memory);
  }
  const issue = subject.isOurs ? issueOfBranch(subject.branch) : undefined;
  if (issue === undefined) return answerOtherPullRequest(subject, observed, services, memory);
  return attempt({ ...issueRef, number: issue }, services, memory);
}

function certaintyOf({ number, expected, isLastLook }: IssueRef): Certainty {
  const isThere = isToldThere(expected, number);
  if (isThere === undefined) return isLastLook ? 'not-found-for-long' : 'not-found';
  return isThere ? 'contradicted' : 'told';
}
