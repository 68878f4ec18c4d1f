import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { jobsForRun } from '../../action/jobs-for-run.ts';
import { pullToCheck } from '../../action/pull-to-check.ts';
import { type RunActionOptions, runAction } from '../../action/run-action.ts';
import type { RunReport } from '../../action/run-report.ts';
import { type RunSettings, readRunSettings } from '../../action/run-settings.ts';
import { fileAnnotation, stopCommands } from '../../action/workflow-commands.ts';
import { writeOutputs } from '../../action/write-outputs.ts';
import { writeSummary } from '../../action/write-summary.ts';
import { createLogger } from '../../server/log/create-logger.ts';
import { logLevels } from '../../server/settings/settings.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { loadTemplates } from '../../templates.ts';
import { workflowCommand } from '../../text/workflow-command.ts';
import type { Templates } from '../../words/templates.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { refuse } from '../output/refuse.ts';
import { print, printableLines } from '../output/terminal.ts';

/** The options of `run`. */
export interface RunCommandOptions {
  readonly repository?: string;
  /** Where the repository keeps its configuration. */
  readonly configuration?: string;
  readonly issue?: readonly number[];
  readonly sweep?: boolean;
  readonly dryRun?: boolean;
  /** How long new tasks are begun. */
  readonly minutes?: number;
}

/** A job of GitHub Actions that does what people wait for should not take longer. */
const usualMinutes = 5;

/** Runs `poweredby run`. @param surroundings where these are other than usual */
export async function runRun(
  options: RunCommandOptions,
  surroundings: Pick<RunActionOptions, 'downloads' | 'requestSpacing' | 'retryRequests'> = {},
): Promise<ExitCode> {
  const { issue: issues = [], sweep: isSweep = false, minutes = usualMinutes } = options;
  const isExplicit = issues.length > 0 || isSweep;
  const { env } = process;
  const settings = readRunSettings({ ...options, isExplicit }, env, (path) =>
    readFileSync(path, 'utf8'),
  );
  if (!settings.ok) return refuse(settings.problems, { onlyReads: true });
  const { repository, event, githubUrl, token } = settings.value;
  // Nothing that a stranger typed may be taken for a command.
  const commands = env['GITHUB_ACTIONS'] === 'true' ? stopCommands(randomUUID()) : undefined;
  if (commands) print(commands.stop);
  const report = await runAction({
    ...settings.value,
    ...surroundings,
    jobs: jobsForRun(repository, { event, issues, isSweep }),
    pull: event && pullToCheck(event),
    isDryRun: options.dryRun ?? env['POWEREDBY_DRY_RUN'] === 'true',
    patience: minutes * 60_000,
    logger: loggerFor(settings.value),
  });
  const templates = loadTemplates(report.language, settings.value.configurationPath);
  const isAppToken = token.startsWith('ghs_');
  const summary = writeSummary(report, templates, { repository, githubUrl, isAppToken });
  print(printableLines(summary.trimEnd()));
  if (commands) print(commands.resume, ...annotations(report, templates));
  await tell(settings.value, summary, report);
  return report.failures.length > 0 || report.check?.conclusion === 'failure' ? 1 : 0;
}

function loggerFor({ token, key = '' }: RunSettings): Logger {
  const { LOG_LEVEL: wanted = '', RUNNER_DEBUG: debug } = process.env;
  const named = logLevels.find((each) => each === wanted.toLowerCase());
  return createLogger({
    level: debug === '1' ? 'debug' : (named ?? 'warn'),
    format: 'pretty',
    secrets: [token, key],
    write: (line) => process.stderr.write(line),
  });
}

function annotations(
  { failures, check }: RunReport,
  { action }: Pick<Templates, 'action'>,
): string[] {
  const hints = new Set(failures.map(({ reason }) => action.hints[reason]));
  const ofFiles = check?.annotations.map(fileAnnotation) ?? [];
  return [...[...hints].map((hint) => workflowCommand('error', hint)), ...ofFiles];
}

async function tell(
  { summaryFile, outputFile }: RunSettings,
  summary: string,
  report: RunReport,
): Promise<void> {
  if (summaryFile !== undefined) await appendFile(summaryFile, summary);
  if (outputFile !== undefined) await appendFile(outputFile, writeOutputs(report));
}
