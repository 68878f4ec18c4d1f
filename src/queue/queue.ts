/** Something to be done. Plain data: jobs for one thing are merged, and what is merged is copied. */
export interface Job {
  /** Jobs of one lane run one after the other: the repository. */
  readonly lane: string;
  /** What it is about, within its lane: the issue. */
  readonly key: string;
  /** Lower goes first; within one priority who came first. */
  readonly priority: number;
}

/** How many jobs there are. */
export interface QueueSize {
  readonly waiting: number;
  readonly running: number;
}

/**
 * Runs jobs: those of one lane one after the other, lanes beside each other. It may forget jobs when the process ends:
 * whoever adds them must be able to find again what is to be done.
 */
export interface Queue<Each extends Job> {
  /** Takes a job, unless the queue was stopped. One that waits for the same thing takes it in. */
  add(job: Each): void;
  /** Resolves when nothing waits or runs any more. */
  idle(): Promise<void>;
  /**
   * Takes and starts no more, and forgets what waits.
   *
   * @param milliseconds how long running jobs are waited for at most
   */
  stop(milliseconds: number): Promise<void>;
  readonly size: QueueSize;
  /** Those that wait, in the order in which their lane would run them. */
  waiting(): readonly Each[];
  running(): readonly Each[];
}
