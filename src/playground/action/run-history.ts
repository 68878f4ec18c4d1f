/** How far a run is, in GitHub's words. */
export type RunState = 'queued' | 'in progress' | 'success' | 'failure' | 'cancelled';

/** One run of the workflow. */
export interface WorkflowRun {
  readonly number: number;
  /** As `millrace/millrace`. */
  readonly repository: string;
  /** As `issues.opened`. */
  readonly event: string;
  /** The issue or pull request that the event is about. */
  readonly issue: number | undefined;
  readonly queuedAt: Date;
  /** What happened, as the run's event file has it. */
  readonly payload: Readonly<Record<string, unknown>>;
  state: RunState;
  /** Once it began, by the machine's clock in milliseconds. */
  startedAt?: number;
  /** Once it ended. */
  seconds?: number;
  /** What it printed. */
  log: string;
  /** The job summary, in Markdown. */
  summary: string;
}

/** So many runs are kept. */
const mostKept = 200;

/** The runs of all repositories. They outlive a workflow that is disabled and enabled again. */
export class RunHistory {
  readonly #runs: WorkflowRun[] = [];
  #last = 0;

  /** The newest first. */
  get all(): readonly WorkflowRun[] {
    return this.#runs.toReversed();
  }

  add(
    run: Pick<WorkflowRun, 'repository' | 'event' | 'issue' | 'queuedAt' | 'payload'>,
  ): WorkflowRun {
    this.#last += 1;
    const added: WorkflowRun = {
      ...run,
      number: this.#last,
      state: 'queued',
      log: '',
      summary: '',
    };
    this.#runs.push(added);
    if (this.#runs.length > mostKept) this.#runs.shift();
    return added;
  }
}
