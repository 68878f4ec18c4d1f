import type { Configuration } from '../config/configuration.ts';
import type { GithubClient } from '../github/github-client.ts';
import {
  mostReactionIds,
  type OwnReactions,
  readOwnReactions,
} from '../github/read-own-reactions.ts';
import { readSubmission } from '../github/read-submission.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import type { SubmissionSnapshot } from '../github/submission-snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import { branchFor, branchPrefix, temporaryBranchFor } from './branch-names.ts';
import type { KnownConfiguration } from './configuration-store.ts';
import { findCommands, type GivenCommand, wantsReactionDate } from './given-command.ts';
import { readCommentNote } from './notes.ts';
import type { Services } from './services.ts';
import { findSticky } from './sticky-comment.ts';
import { withoutPages } from './without-pages.ts';

/** The issue that is to be looked at. */
export interface Target {
  readonly repository: RepositoryName;
  readonly number: number;
  /** People whose commands are expected: what they may do is asked for at once. */
  readonly logins: readonly string[];
  /** Whether our other pull requests are wanted. */
  readonly others: boolean;
}

/** What was seen. */
export interface Sight {
  readonly snapshot: SubmissionSnapshot;
  readonly configuration: Configuration;
  /** What is wrong with the configuration's file; then `configuration` is a makeshift. */
  readonly broken: readonly Problem[] | undefined;
  /** Of the issue and of our pull requests for it. */
  readonly commands: readonly GivenCommand[];
}

/**
 * Reads what is there for an issue, by the configuration as it stands now.
 *
 * @returns undefined where there is nothing for us: no such repository, no configuration, or it is archived
 * @throws RequestFailed
 */
export async function look(target: Target, services: Services): Promise<Sight | undefined> {
  const { client, configurations } = services;
  const known = await configurations.get(client, target.repository);
  if (!known) return undefined;
  const sight = await lookBy(known, target, services);
  if (!sight || sight.snapshot.repository.isArchived) return undefined;
  if (sight.snapshot.configurationOid === known.oid) return askAboutPeople(sight, target, services);
  configurations.forget(target.repository);
  return look(target, services);
}

async function lookBy(
  { read }: KnownConfiguration,
  { repository, number, logins, others }: Target,
  { client }: Services,
): Promise<Sight | undefined> {
  const configuration = read.ok ? read.value : withoutPages();
  const snapshot = await readSubmission(client, {
    repository,
    number,
    logins,
    others,
    configuration,
    branch: branchFor(number),
    temporaryBranch: temporaryBranchFor(number),
    branchPrefix,
  });
  if (!snapshot) return undefined;
  return {
    snapshot,
    configuration,
    broken: read.ok ? undefined : read.problems,
    commands: await findAllCommands(snapshot, configuration, client),
  };
}

/** Where our note does not know commands that we answered, as after our comment was deleted, it is asked when we did. */
async function findAllCommands(
  { subject, pulls }: SubmissionSnapshot,
  configuration: Configuration,
  client: GithubClient,
): Promise<readonly GivenCommand[]> {
  const sticky = subject === 'gone' ? undefined : findSticky(subject.thread);
  const judged = readCommentNote(sticky?.body ?? '')?.judged ?? {};
  const threads = [subject === 'gone' ? [] : subject.thread, ...pulls.map(({ thread }) => thread)];
  const find = (reactions?: OwnReactions) =>
    threads.flatMap((thread) => findCommands(thread, configuration, judged, reactions));
  const commands = find();
  const unknown = commands.filter((given) => wantsReactionDate(given, judged));
  const ids = unknown.map(({ comment }) => comment.id);
  if (ids.length === 0) return commands;
  return find(await readOwnReactions(client, ids.slice(-mostReactionIds)));
}

/** A command may be found whose author was not expected: then it is asked, once more, what that person may do. */
async function askAboutPeople(
  sight: Sight,
  target: Target,
  services: Services,
): Promise<Sight | undefined> {
  const unknown = sight.commands
    .filter(({ state, isUnproven }) => state === 'pending' || isUnproven)
    .filter(({ read }) => read.ok && read.value.name !== 'help')
    .map(({ author }) => author.login)
    .filter((login) => !sight.snapshot.writers.has(login.toLowerCase()));
  if (unknown.length === 0) return sight;
  const logins = [...new Set([...target.logins, ...unknown])];
  return look({ ...target, logins }, services);
}
