/** Something to be done. Plain data: jobs for one thing are merged, and what is merged is copied. */
export interface Job {
  /** Jobs of one lane run one after the other: the repository. */
  readonly lane: string;
  /** What it is about, within its lane: the issue. */
  readonly key: string;
  /** Whose it is: places to run are shared fairly between groups. The installation. */
  readonly group: string;
  /** Lower goes first, whatever the lane; within one priority the lanes take turns. */
  readonly priority: number;
  /** Milliseconds since 1970 before which it does not run; at once, if left out. */
  readonly notBefore?: number;
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
  /** Those that wait, each lane's in the order in which it would run them. */
  waiting(): readonly Each[];
  running(): readonly Each[];
}
