import * as z from 'zod';
import type { Emulator } from '../../emulator/emulator.ts';
import type { Repository } from '../../emulator/world/model.ts';
import { workflowPath } from '../../setup/workflow/write-workflow.ts';
import type { AppJob } from '../running-app.ts';
import { decideRun, type WorkflowEvent } from './decide-run.ts';
import type { RunHistory, WorkflowRun } from './run-history.ts';
import { runProcess } from './run-process.ts';

/** What runs are started with. */
export interface WorkflowRunsOptions {
  readonly emulator: Emulator;
  readonly history: RunHistory;
  /** The program of the command line. */
  readonly program: string;
  /** Is told whenever a run is queued, begins or ends. */
  readonly changed: () => void;
}

/** More is not kept of what a run prints, in UTF-16 code units. */
const longestLog = 200_000;

const subject = z.object({
  issue: z.object({ number: z.number() }).optional(),
  pull_request: z.object({ number: z.number() }).optional(),
});

/** The runs of the workflow in all repositories: for each repository one at a time, the others in a line (`queue: max`). */
export class WorkflowRuns {
  readonly #options: WorkflowRunsOptions;
  readonly #lines = new Map<Repository, Promise<void>>();
  readonly #killed = new AbortController();
  #isEnding = false;

  constructor(options: WorkflowRunsOptions) {
    this.#options = options;
  }

  /** Starts a run for an event, or not. @returns what is told of it */
  async receive(repository: Repository, event: WorkflowEvent): Promise<string> {
    const { emulator } = this.#options;
    const text = await emulator.readFile(repository, workflowPath);
    if (text === undefined) return `No run: there is no ${workflowPath} on the default branch.`;
    const { pull_request: pull } = subject.safeParse(event.payload).data ?? {};
    const { changes } = repository.issues.get(pull?.number ?? 0)?.pull ?? {};
    const decision = decideRun(
      text,
      event,
      changes?.files.map(({ path }) => path),
    );
    if (decision.kind === 'skipped') return `No run: ${decision.reason}`;
    const run = this.#queue(
      repository,
      event,
      emulator.actionsToken(repository, decision.permissions),
    );
    return `Run ${run.number} is queued.`;
  }

  /** Does what the schedule does, in each repository. Resolves when all of these runs ended. */
  async schedule(): Promise<void> {
    const { emulator } = this.#options;
    for (const repository of emulator.repositories) {
      const full_name = `${repository.owner.login}/${repository.name}`;
      const payload = { schedule: '23 * * * *', repository: { full_name } };
      await this.receive(repository, { name: 'schedule', payload });
    }
    await this.idle();
  }

  /** What waits and what runs. */
  jobs(): readonly AppJob[] {
    return this.#options.history.all
      .filter(({ state }) => state === 'queued' || state === 'in progress')
      .map(({ repository: lane, event, issue, state }) => ({
        lane,
        key: issue === undefined ? event : String(issue),
        state: state === 'queued' ? 'waiting' : 'running',
      }))
      .toReversed();
  }

  /** Resolves when nothing waits and nothing runs. */
  async idle(): Promise<void> {
    await Promise.all(this.#lines.values());
  }

  /** Lets what runs come to its end, and cancels what waits. @param patience in milliseconds, after which it is killed */
  async stop(patience: number): Promise<void> {
    this.#isEnding = true;
    const timer = setTimeout(() => this.#killed.abort(), patience);
    await this.idle();
    clearTimeout(timer);
  }

  #queue(repository: Repository, event: WorkflowEvent, token: string): WorkflowRun {
    const { emulator, history, changed } = this.#options;
    const { name, payload } = event;
    const action = typeof payload['action'] === 'string' ? `.${payload['action']}` : '';
    const { issue, pull_request: pull } = subject.safeParse(payload).data ?? {};
    const run = history.add({
      repository: `${repository.owner.login}/${repository.name}`,
      event: `${name}${action}`,
      issue: issue?.number ?? pull?.number,
      queuedAt: emulator.clock.now(),
      payload,
    });
    const line = this.#lines.get(repository) ?? Promise.resolve();
    const turn = line.then(() => this.#run(run, event, token)).finally(changed);
    this.#lines.set(repository, turn);
    changed();
    return run;
  }

  async #run(run: WorkflowRun, event: WorkflowEvent, token: string): Promise<void> {
    const { emulator, program, changed } = this.#options;
    if (this.#isEnding) return void Object.assign(run, { state: 'cancelled' });
    const startedAt = performance.now();
    Object.assign(run, { state: 'in progress', startedAt });
    changed();
    const seconds = () => (performance.now() - startedAt) / 1000;
    const append = (text: string) => {
      run.log = `${run.log}${text}`.slice(-longestLog);
    };
    try {
      const { exitCode, summary } = await runProcess({
        program,
        repository: run.repository,
        event,
        token,
        apiUrl: emulator.url,
        serverUrl: emulator.webUrl,
        downloads: emulator.downloads(),
        onOutput: append,
        signal: this.#killed.signal,
      });
      const ended = exitCode === 0 ? 'success' : 'failure';
      const state = exitCode === undefined ? 'cancelled' : ended;
      Object.assign(run, { state, seconds: seconds(), summary });
    } catch (error) {
      append(String(error));
      Object.assign(run, { state: 'failure', seconds: seconds() });
    }
  }
}
