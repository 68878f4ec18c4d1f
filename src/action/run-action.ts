import { InstallationGate } from '../app/installation-gate.ts';
import { octokitFor, withTimeout } from '../app/probot/octokit-for.ts';
import { probotLog } from '../app/probot/probot-log.ts';
import { defaultLanguage } from '../config/reply-languages.ts';
import type { DownloadOptions } from '../download/download-logo.ts';
import { sharedAccount } from '../github/client/account.ts';
import { GithubClient } from '../github/client/github-client.ts';
import type { CheckRunContent } from '../github/pull-check/check-runs.ts';
import { inProcessState } from '../queue/shared-state.ts';
import type { RepositoryJob } from '../reconcile/jobs/job.ts';
import { Reconciler } from '../reconcile/jobs/reconciler.ts';
import { ConfigurationCache } from '../reconcile/observe/configuration-cache.ts';
import { KnownWriters } from '../reconcile/observe/writers/known-writers.ts';
import type { DrawnLogos } from '../reconcile/prepare/drawings.ts';
import { LogoLoader } from '../reconcile/prepare/logo-loader.ts';
import type { Logger } from '../telemetry/logger.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { checkPullRequest, type PullCommit } from './check-pull-request.ts';
import { ReadOnlyClient, WouldWrite } from './read-only-client.ts';
import { type CheckedPull, RunRecord } from './run-record.ts';
import type { RunReport } from './run-report.ts';
import type { RunSettings } from './run-settings.ts';

/** How a run goes about its jobs. */
export interface RunActionOptions
  extends Pick<RunSettings, 'repository' | 'token' | 'key' | 'githubApiUrl'> {
  /** Where the repository keeps its configuration; the usual place, if left out. */
  readonly configurationPath?: string | undefined;
  readonly jobs: readonly RepositoryJob[];
  readonly pull?: PullCommit | undefined;
  /** Whether nothing is written, and what would be is only told. */
  readonly isDryRun: boolean;
  /** No job begins after so many milliseconds. */
  readonly patience: number;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Sends requests, in the place of Node's own `fetch`. */
  readonly fetch?: typeof fetch;
  /** From where logos come; GitHub, unless told otherwise. */
  readonly downloads?: DownloadOptions;
  /** Logos that were drawn already, for runs that share them. */
  readonly drawnLogos?: DrawnLogos;
  readonly retryRequests?: boolean;
  /** Milliseconds between two requests; as GitHub asks for, if left out. */
  readonly requestSpacing?: number;
}

/** A drawing is waited for: there is nobody else to be served meanwhile. */
const drawingPatience = 60_000;

/** Runs jobs, and what follows from them, to their end. @returns what came of them */
export async function runAction(options: RunActionOptions): Promise<RunReport> {
  const { clock = systemClock, logger, patience, jobs, isDryRun, requestSpacing } = options;
  const { downloads = {}, drawnLogos } = options;
  const state = inProcessState({ clock, ...(requestSpacing !== undefined && { requestSpacing }) });
  const record = new RunRecord(isDryRun);
  const client = createClient(
    options,
    new InstallationGate(state, logger, { key: 'run', priority: 0 }),
    () => record.written(),
  );
  const configurations = new ConfigurationCache(clock);
  const reconciler = new Reconciler({
    client: async () => {
      record.begin();
      return client;
    },
    configurations,
    logos: new LogoLoader(downloads, silentTelemetry, {
      clock,
      patience: drawingPatience,
      ...(drawnLogos && { drawn: drawnLogos }),
    }),
    writers: new KnownWriters(),
    onStatus: (issue, status) => record.status(issue, status),
    clock,
    telemetry: silentTelemetry,
    logger,
    state,
  });
  const { failed, left } = await reconciler.runAll(jobs, clock.now() + patience);
  const check = await checked(options.pull, (pull) =>
    checkPullRequest(client, options.repository, pull, { configurations, clock }),
  );
  // It is known from the jobs, unless GitHub did not even answer for those.
  const isUnknown =
    check.error !== undefined || failed.some(({ error }) => !(error instanceof WouldWrite));
  const known = isUnknown ? undefined : await configurations.get(client, options.repository);
  const language = known?.read.ok ? known.read.value.language : defaultLanguage;
  // Who proposes the first configuration has none yet.
  const isMissing = !isUnknown && !known && jobs.length > 0;
  const missing = isMissing ? client.configurationPath : undefined;
  return record.report(language, { failed, left, missing, check });
}

async function checked(
  pull: PullCommit | undefined,
  check: (pull: PullCommit) => Promise<CheckRunContent | undefined>,
): Promise<CheckedPull> {
  if (!pull) return {};
  const { number } = pull;
  try {
    return { number, content: await check(pull) };
  } catch (error) {
    return { number, error };
  }
}

function createClient(
  options: RunActionOptions,
  gate: InstallationGate,
  onWrite: () => void,
): GithubClient {
  const { token, key, githubApiUrl, configurationPath, logger } = options;
  const { isDryRun, retryRequests = true } = options;
  const Octokit = octokitFor(githubApiUrl, retryRequests);
  const octokit = new Octokit({
    auth: { token },
    baseUrl: githubApiUrl,
    log: probotLog(logger),
    request: { fetch: withTimeout(options.fetch ?? fetch) },
  });
  // A token of an app, as a workflow's is, opens what is attached in its own repositories. A person's opens all of theirs.
  const account = sharedAccount(key, { opensAttachments: token.startsWith('ghs_') });
  const Client = isDryRun ? ReadOnlyClient : GithubClient;
  return new Client(octokit, {
    telemetry: silentTelemetry,
    installation: 0,
    onWrite,
    gate,
    account,
    ...(configurationPath !== undefined && { configurationPath }),
  });
}
