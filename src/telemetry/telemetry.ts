/** How a job ended: it ran to its end, or threw. */
export type JobResult = 'done' | 'failed';

/**
 * Is told of what happens, to count it. What becomes a label is one of few words, never a stranger's text: every new one
 * is kept for as long as the process lives.
 */
export interface Telemetry {
  /** The status of a submission changed. @param outcome the new one */
  submission(outcome: string): void;
  /** A problem that a submitter was told of, by its code. */
  problem(code: string): void;
  /** How many jobs wait now. */
  jobsWaiting(count: number): void;
  jobStarted(): void;
  jobEnded(result: JobResult, seconds: number): void;
  /** A request that GitHub was sent. @param status of HTTP, or a word where there is none */
  githubRequest(kind: string, status: string): void;
  /** A logo was drawn. */
  logo(seconds: number): void;
  /** How many points of GitHub's hourly quota an installation has left. */
  rateLimit(installation: string, remaining: number): void;
}

/** Counts nothing. */
export const silentTelemetry: Telemetry = {
  submission() {},
  problem() {},
  jobsWaiting() {},
  jobStarted() {},
  jobEnded() {},
  githubRequest() {},
  logo() {},
  rateLimit() {},
};
