import type { Playground } from '../../playground.ts';

/** What pages call that which does the work, and what can be done about it. */
export interface WorkerWords {
  readonly name: string;
  readonly start: string;
  readonly stop: string;
  readonly sweep: string;
  readonly isRunning: string;
  readonly isStopped: string;
  readonly isSwept: string;
  /** Where people wait for it, and why it does not come. */
  readonly nothingAnswers: string;
  readonly hasMissed: string;
}

const app: WorkerWords = {
  name: 'The app',
  start: 'Start the app',
  stop: 'Stop the app',
  sweep: 'Sweep now',
  isRunning:
    'The app is running. When it starts, and every 15 minutes, it sweeps: it checks all repositories for work that no webhook told it about. Stopping it is like a power failure: it misses whatever happens meanwhile.',
  isStopped:
    'The app is stopped and misses whatever happens now. When it starts again, it finds what it missed.',
  isSwept: 'The app is sweeping. It finds what it missed in a moment.',
  nothingAnswers:
    'The app is stopped, so nothing answers. It finds what it missed when it starts again.',
  hasMissed:
    'A webhook was lost, so the app does not know what happened. Its next sweep finds it, within 15 minutes.',
};

const action: WorkerWords = {
  name: 'The workflow',
  start: 'Enable the workflow',
  stop: 'Disable the workflow',
  sweep: 'Run the schedule now',
  isRunning:
    'No app is installed. Each event that the workflow names starts a run, a process of its own with its own GITHUB_TOKEN; the next one waits until it ends. Once an hour, a scheduled run does what was missed. Disabling the workflow cancels its runs.',
  isStopped:
    'The workflow is disabled and misses whatever happens now. When it is enabled again, its next scheduled run finds what it missed.',
  isSwept: 'A scheduled run is queued. It finds what was missed in a moment.',
  nothingAnswers:
    'The workflow is disabled, so nothing answers. When it is enabled again, its next scheduled run finds what it missed.',
  hasMissed:
    'The workflow was not told of something that happened. Its next scheduled run finds it, within an hour.',
};

/** The words for the app, or for the Action. */
export function workerWords({ runs }: Pick<Playground, 'runs'>): WorkerWords {
  return runs ? action : app;
}
