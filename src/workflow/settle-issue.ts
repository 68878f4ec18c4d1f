import { RequestFailed } from '../github/github-client.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import { answerElsewhere } from './answer-elsewhere.ts';
import { issueOfBranch } from './branch-names.ts';
import { clearUp } from './clear-up.ts';
import { look, type Target } from './look.ts';
import { Publisher } from './publisher.ts';
import type { Services } from './services.ts';
import { settleBroken } from './settle-broken.ts';
import { settleSubmission } from './settle-submission.ts';
import { TryAgain } from './try-again.ts';

/** An issue, or one of our pull requests for it, that something happened to. */
export interface Matter {
  readonly repository: RepositoryName;
  readonly number: number;
  /** Who gave commands, as far as that is known. */
  readonly logins: readonly string[];
  /** Whether something may be asked for that is new: then it matters what else is open. */
  readonly isNew: boolean;
}

/** In milliseconds. GitHub may need some seconds until it shows what was just made. */
const pauses = [1_000, 3_000, 8_000, 20_000];

/**
 * Makes it so: reads what an issue asks for and what is there, and does the difference. It may run twice, late, or after one
 * that was broken off anywhere: the result is the same.
 *
 * @returns whether commands are left, which the next job for the issue answers
 * @throws Postponed where something takes long; Error where it does not succeed within some attempts: the next job for the
 *   issue begins anew
 */
export async function settleIssue(matter: Matter, services: Services): Promise<boolean> {
  const publisher = new Publisher(services);
  for (let failures = 0; ; failures++) {
    try {
      return await attempt(matter, services, publisher);
    } catch (error) {
      const pause = pauses[failures];
      const isPassing =
        error instanceof TryAgain || (error instanceof RequestFailed && !isRefused(error));
      if (!isPassing || pause === undefined) throw error;
      const { repository, number } = matter;
      services.logger.info('Reading again', { ...repository, number, error });
      await services.clock.wait(pause);
    }
  }
}

/** GitHub has had enough of us, or does not let us: to ask again at once makes it no better. */
function isRefused({ status }: RequestFailed): boolean {
  return status === 401 || status === 403 || status === 429;
}

async function attempt(matter: Matter, services: Services, publisher: Publisher): Promise<boolean> {
  const { repository, number, logins } = matter;
  const target: Target = { repository, number, logins, others: matter.isNew };
  const sight = await look(target, services);
  if (!sight) return false;
  const { subject } = sight.snapshot;
  if (subject === 'gone') {
    await clearUp(sight.snapshot, number, services);
    return false;
  }
  if (subject.kind === 'issue') {
    if (sight.broken) {
      await settleBroken(subject, sight, sight.broken, services);
      return false;
    }
    return settleSubmission(subject, sight, target, services, publisher);
  }
  const issue = subject.isOurs ? issueOfBranch(subject.branch) : undefined;
  if (issue === undefined) return answerElsewhere(subject, sight, services);
  return attempt({ ...matter, number: issue }, services, publisher);
}
