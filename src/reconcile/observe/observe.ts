import { isCommand } from '../../command/parse-command.ts';
import type { Configuration } from '../../config/configuration.ts';
import { hasFormHeadings } from '../../form/read-body.ts';
import type { OwnAccount } from '../../github/client/account.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import type { Thread } from '../../github/nodes/thread.ts';
import {
  mostReactionIds,
  type OwnReactions,
  readOwnReactions,
} from '../../github/repository/read-own-reactions.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { readSubmission } from '../../github/submission/read-submission.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import type { BlobTexts } from '../../github/tree/blob-texts.ts';
import type { Problem } from '../../problem/problem.ts';
import { indispensableIds } from '../../submission/asked-fields.ts';
import { Behind } from './behind.ts';
import { type BranchNames, branchNames, prefixOfIssue } from './branch-names.ts';
import {
  type CommandComment,
  findCommands,
  wantsReactionDate,
} from './commands/command-comment.ts';
import { withoutRepeats } from './commands/repeated-commands.ts';
import type { ConfigurationCache, KnownConfiguration } from './configuration-cache.ts';
import { type Expectations, isAllShown } from './expectations.ts';
import { fallbackConfiguration } from './fallback-configuration.ts';
import { formOfIssue } from './form-of-issue.ts';
import { readOwnNote } from './notes/own-note.ts';
import { answeredIn } from './notes/replies.ts';
import type { OwnComments } from './own-comments.ts';
import { findWriters } from './writers/find-writers.ts';
import type { KnownWriters } from './writers/known-writers.ts';
import type { Writers } from './writers/writers.ts';

/** The issue to observe. */
export interface ObserveTarget {
  readonly repository: RepositoryName;
  readonly number: number;
  /** Whether our other pull requests are wanted. */
  readonly others: boolean;
  /** What people may do, as far as this job has asked for it already. */
  readonly writers?: Writers;
  /** What has to be shown; nothing where whatever is read has to do. */
  readonly expected: Expectations | undefined;
}

/** What is needed to observe. */
export interface ObserveServices {
  readonly client: GithubClient;
  readonly configurations: ConfigurationCache;
  readonly writers: KnownWriters;
  readonly ownComments: OwnComments;
  readonly texts: BlobTexts;
}

/** What was observed of a number: an issue, a pull request, or that there is neither. */
export interface ObservedState {
  readonly snapshot: SubmissionSnapshot;
  readonly configuration: Configuration;
  /** Of the issue's branches. */
  readonly names: BranchNames;
  /** What is wrong with the configuration's file; then `configuration` is a fallback. */
  readonly broken: readonly Problem[] | undefined;
  /** Of the issue and of our pull requests for it. */
  readonly commands: readonly CommandComment[];
  /** Of those whose commands are to be evaluated. */
  readonly writers: Writers;
  /** By whose token it was read. */
  readonly account: OwnAccount;
}

/**
 * Reads what is there for an issue, by the configuration as it is now.
 *
 * @returns undefined where there is nothing for us: no such repository, no configuration, or it is archived
 * @throws Behind where GitHub does not show yet what is known to be there; RequestFailed
 */
export async function observe(
  target: ObserveTarget,
  services: ObserveServices,
): Promise<ObservedState | undefined> {
  const { client, configurations } = services;
  const known = await configurations.get(client, target.repository);
  if (!known) return undefined;
  const observed = await observeBy(known, target, services);
  if (!observed || observed.snapshot.repository.isArchived) return undefined;
  if (observed.snapshot.configurationOid !== known.oid) {
    await configurations.forget(target.repository);
    return observe(target, services);
  }
  const { writers = new Map() } = target;
  const { subject } = observed.snapshot;
  // Anywhere else no command is carried out.
  const isEvaluated = subject !== 'gone' && subject.kind === 'issue' && !observed.broken;
  if (!isEvaluated) return { ...observed, writers };
  return {
    ...observed,
    writers: await findWriters(target.repository, observed.commands, writers, services),
  };
}

/** @param prefix of the issue's branches; the configured one, if left out */
async function observeBy(
  known: KnownConfiguration,
  target: ObserveTarget,
  services: ObserveServices,
  prefix?: string,
): Promise<Omit<ObservedState, 'writers'> | undefined> {
  const { read } = known;
  const { repository, number, others, expected } = target;
  const { client, ownComments, texts } = services;
  const configuration = read.ok ? read.value : fallbackConfiguration(client.configurationPath);
  const names = branchNames(prefix ?? configuration.pullRequest.branchPrefix, number);
  const snapshot = await readSubmission(client, {
    repository,
    number,
    others,
    configuration,
    texts,
    branch: names.branch,
    temporaryBranch: names.temporary,
    branchPrefix: names.prefix,
  });
  if (!snapshot) return undefined;
  const kept = prefix ?? prefixBefore(snapshot, number, client.account);
  if (kept !== undefined && kept !== names.prefix) return observeBy(known, target, services, kept);
  if (expected) await requireShown(snapshot, number, expected, ownComments);
  return {
    snapshot,
    configuration,
    names,
    broken: read.ok ? undefined : read.problems,
    commands: await findAllCommands(snapshot, configuration, client),
    account: client.account,
  };
}

/** The prefix of the issue's branches, where it has had a pull request. */
function prefixBefore(
  { subject, others, pulls }: SubmissionSnapshot,
  number: number,
  account: OwnAccount,
): string | undefined {
  if (subject !== 'gone' && subject.kind === 'pull') return undefined;
  const thread = subject === 'gone' ? [] : subject.thread;
  if (account.isProven) return prefixOfIssue(number, readOwnNote(thread, pulls, account), others);
  return pulls.length > 0 ? undefined : prefixOfIssue(number, undefined, others);
}

/** @throws Behind */
async function requireShown(
  snapshot: SubmissionSnapshot,
  number: number,
  expected: Expectations,
  ownComments: OwnComments,
): Promise<void> {
  const { subject, pulls } = snapshot;
  const threads = subject === 'gone' ? pulls : [subject, ...pulls];
  const areShown = await Promise.all(threads.map((thread) => ownComments.isShownIn(thread)));
  const isNewest = isAllShown(expected, number, snapshot) && !areShown.includes(false);
  if (!isNewest) throw new Behind(`GitHub shows #${number} as it was before`);
}

/** Where our note does not know commands that we answered, as after our comment was deleted, it is asked when we did. */
async function findAllCommands(
  snapshot: SubmissionSnapshot,
  configuration: Configuration,
  client: GithubClient,
): Promise<readonly CommandComment[]> {
  const { subject, pulls } = snapshot;
  const thread = subject === 'gone' ? [] : subject.thread;
  const own =
    subject === 'gone' ? [] : commandThread(subject, snapshot, configuration, client.account);
  const threads = [own, ...pulls.map(({ thread }) => thread)];
  const noted = readOwnNote(thread, pulls, client.account)?.answered;
  const answered = Object.assign({}, ...threads.map(answeredIn), noted);
  const { account } = client;
  const find = (reactions?: OwnReactions) =>
    withoutRepeats(
      threads.map((thread) =>
        findCommands(thread, configuration, answered, { reactions, account }),
      ),
    );
  const commands = find();
  const unknown = commands.filter((given) => wantsReactionDate(given, answered));
  const ids = unknown.map(({ comment }) => comment.id);
  if (ids.length === 0) return commands;
  return find(await readOwnReactions(client, ids.slice(-mostReactionIds)));
}

/** What may hold commands: the answers of a form hold none. */
function commandThread(
  subject: Exclude<SubmissionSnapshot['subject'], 'gone'>,
  snapshot: SubmissionSnapshot,
  configuration: Configuration,
  account: OwnAccount,
): Thread {
  const { kind, thread } = subject;
  if (kind === 'pull' || !isCommand(subject.body)) return thread;
  const note = readOwnNote(thread, snapshot.pulls, account);
  const form = formOfIssue(subject, note, snapshot, configuration);
  if (!hasFormHeadings(subject.body, form, indispensableIds(configuration))) return thread;
  return thread.filter(({ id }) => id !== subject.id);
}
