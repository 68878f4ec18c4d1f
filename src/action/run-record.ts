import type { Language } from '../config/reply-languages.ts';
import { RequestFailed } from '../github/client/github-client.ts';
import { Limited } from '../github/client/limited.ts';
import type { CheckRunContent } from '../github/pull-check/check-runs.ts';
import type { RepositoryJob } from '../reconcile/jobs/job.ts';
import type { FailedJob } from '../reconcile/jobs/reconciler.ts';
import { shorten } from '../text/shorten.ts';
import { toSingleLine } from '../text/single-line.ts';
import type { Status } from '../words/comment-content.ts';
import { WouldWrite } from './read-only-client.ts';
import type { RunFailure, RunFailureReason, RunReport } from './run-report.ts';

/** GitHub does not accept the token, or not for this. */
const deniedStatuses = [401, 403, 404];

/** Of what went wrong, in UTF-16 code units. */
const mostWords = 300;

/** What came of checking a pull request. */
export interface CheckedPull {
  readonly number?: number;
  /** Nothing where it touches nothing that is checked, or none was to be checked. */
  readonly content?: CheckRunContent | undefined;
  /** Why it could not be checked. */
  readonly error?: unknown;
}

/** Keeps what happens in a run, one issue after the other. */
export class RunRecord {
  readonly #isDryRun: boolean;
  readonly #statuses = new Map<number, Status>();
  readonly #changed = new Set<number>();
  #current: number | undefined;

  constructor(isDryRun: boolean) {
    this.#isDryRun = isDryRun;
  }

  /** A job begins: what it is about is not known yet. */
  begin(): void {
    this.#current = undefined;
  }

  /** It was decided what an issue comes to, or that was done. */
  status(issue: number, status: Status): void {
    this.#current = issue;
    this.#statuses.set(issue, status);
  }

  /** A request that writes is about to be sent, or would be. */
  written(): void {
    if (this.#current !== undefined) this.#changed.add(this.#current);
  }

  /** @param ended what the jobs left, and the path of the configuration where there is none */
  report(
    language: Language,
    ended: {
      readonly failed: readonly FailedJob[];
      readonly left: readonly RepositoryJob[];
      readonly missing: string | undefined;
      readonly check: CheckedPull;
    },
  ): RunReport {
    const { failed, left, missing, check } = ended;
    const unconfigured = {
      issue: undefined,
      reason: 'unconfigured',
      words: missing ?? '',
    } as const;
    const outcomes = [...this.#statuses]
      .map(([issue, status]) => ({ issue, status, isChanged: this.#changed.has(issue) }))
      .toSorted((one, other) => one.issue - other.issue);
    return {
      language,
      isDryRun: this.#isDryRun,
      outcomes,
      check: check.content,
      failures: [
        ...failed.filter(({ error }) => !(error instanceof WouldWrite)).map(failureOf),
        ...(missing === undefined ? [] : [unconfigured]),
        ...(check.error === undefined
          ? []
          : [{ issue: check.number, reason: reasonOf(check.error), words: wordsOf(check.error) }]),
      ],
      left: left.length,
    };
  }
}

function issueOf(job: RepositoryJob): number | undefined {
  return job.kind === 'issue' ? job.number : undefined;
}

function failureOf({ job, error }: FailedJob): RunFailure {
  return { issue: issueOf(job), reason: reasonOf(error), words: wordsOf(error) };
}

function reasonOf(error: unknown): RunFailureReason {
  if (error instanceof Limited) return 'limited';
  const status = error instanceof RequestFailed ? (error.status ?? 0) : 0;
  // GitHub answers with the status of what is not found, or not shown.
  if (status === 404 && /\bno common ancestor\b/i.test(messageOf(error))) return 'unrelated';
  if (deniedStatuses.includes(status)) return 'denied';
  return status >= 500 ? 'unavailable' : 'failed';
}

/** The message of what went wrong first, with the status that GitHub answered with. */
function wordsOf(error: unknown): string {
  const words = toSingleLine(messageOf(error)).replace(/ - https:\S+$|[.\s]+$/, '');
  const status = error instanceof RequestFailed ? error.status : undefined;
  return shorten(status === undefined ? words : `${words} (${status})`, mostWords);
}

/** What was said by what went wrong first. */
function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
