import type { Clock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { Comment, Issue, Repository } from './model.ts';
import { type Version, View } from './view.ts';

/** By how much a read is behind that the fault `stale-read` hits, in milliseconds. */
const staleBy = 5_000;

/**
 * What reads are answered from. Where it lags, they see issues, pull requests, comments and labels as these were before, while
 * webhooks and whatever writes know the newest. Branches and files do not lag: git is read where it is written.
 */
export class Replica {
  readonly #clock: Clock;
  readonly #faults: Faults;
  readonly #past = new Map<Repository, Map<Issue, Version[]>>();
  /** In milliseconds. What changed before it was set is seen as it is. */
  lag = 0;

  constructor(clock: Clock, faults: Faults) {
    this.#clock = clock;
    this.#faults = faults;
  }

  /** Keeps an issue as it is, where a read may ask for that later. To be called before it changes. */
  keep(issue: Issue): void {
    const isWanted = this.lag > 0 || this.#faults.waits('stale-read');
    if (!isWanted) return;
    const { repository } = issue;
    const ofRepository = this.#past.get(repository) ?? new Map<Issue, Version[]>();
    this.#past.set(repository, ofRepository);
    const now = this.#clock.now().getTime();
    const oldest = now - Math.max(this.lag, staleBy);
    const kept = (ofRepository.get(issue) ?? []).filter(({ until }) => until > oldest);
    ofRepository.set(issue, [...kept, { until: now, issue: copyOf(issue) }]);
  }

  /** What one request that reads sees. @param operation its name in the request log */
  viewFor(operation: string): View {
    const isStale = this.#faults.take(['stale-read'], operation) !== undefined;
    const lag = isStale ? Math.max(this.lag, staleBy) : this.lag;
    if (lag === 0) return View.newest;
    return new View(this.#clock.now().getTime() - lag, (repository) => this.#past.get(repository));
  }
}

function copyOf(issue: Issue): Issue {
  const { labels, timeline, reactions, comments, pull } = issue;
  const copy: Issue = {
    ...issue,
    labels: [...labels],
    timeline: [...timeline],
    reactions: [...reactions],
    pull: pull && { ...pull },
    comments: [],
  };
  copy.comments = comments.map(
    (comment): Comment => ({ ...comment, issue: copy, reactions: [...comment.reactions] }),
  );
  return copy;
}
