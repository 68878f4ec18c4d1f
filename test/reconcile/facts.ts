import type { Reaction } from '../../src/github/changes/reaction.ts';
import type { Author } from '../../src/github/nodes/author.ts';
import type { CommentFacts } from '../../src/github/nodes/thread.ts';
import type {
  BranchFacts,
  IssueFacts,
  OurPull,
  PullFacts,
  SubmissionSnapshot,
} from '../../src/github/submission/submission-snapshot.ts';
import type { Problem } from '../../src/problem/problem.ts';
import type { CommandResult } from '../../src/reconcile/history/history-state.ts';
import { branchNames } from '../../src/reconcile/observe/branch-names.ts';
import type { CommandComment } from '../../src/reconcile/observe/commands/command-comment.ts';
import { formFieldsOf } from '../../src/reconcile/observe/form-fields.ts';
import { withMarker } from '../../src/reconcile/observe/notes/marker.ts';
import type { PullNote } from '../../src/reconcile/observe/notes/notes.ts';
import type { ObservedIssue } from '../../src/reconcile/observe/observed-issue.ts';
import { configurationOf } from '../submission/configuration.ts';

/** A time of the day on which the tests play. @param minute since its beginning */
export function at(minute: number): Date {
  return new Date(Date.UTC(2026, 0, 10) + minute * 60_000);
}

export function person(login: string): Author {
  return { login, id: 5, isPerson: true };
}

/** A comment of ann's. @param number the smaller, the older: it is written in that minute */
export function comment(number: number, changes: Partial<CommentFacts> = {}): CommentFacts {
  return {
    id: `C_${number}`,
    sequence: BigInt(number),
    url: `https://github.com/acme/site/issues/12#issuecomment-${number}`,
    body: 'Hello',
    createdAt: at(number),
    updatedAt: at(number),
    editedAt: undefined,
    author: person('ann'),
    isOurs: false,
    isMinimized: false,
    reactions: new Map<Reaction, Date>(),
    ...changes,
  };
}

/** Number 12, opened by ann, with the label. */
export function issue(changes: Partial<IssueFacts> = {}): IssueFacts {
  return {
    kind: 'issue',
    id: 'I_12',
    number: 12,
    title: 'Add us',
    body: '### Company\n\nJuniper',
    bodyHtml: '',
    isOpen: true,
    isLocked: false,
    createdAt: at(0),
    updatedAt: at(0),
    editedAt: undefined,
    closedAt: undefined,
    reopenedAt: undefined,
    author: person('ann'),
    labels: ['powered-by'],
    labelsTakenOff: [],
    thread: [],
    ...changes,
  };
}

/** The body of a pull request of ours that notes this. */
export function pullBody(note: Partial<PullNote> = {}): string {
  const usual: PullNote = {
    issue: 12,
    company: 'Juniper',
    change: 'add',
    submitter: 'ann',
    closesIssue: true,
  };
  return withMarker('Closes #12', { ...usual, ...note });
}

/** Our pull request for the issue, open. */
export function pull(changes: Partial<PullFacts> = {}): PullFacts {
  return {
    id: 'PR_13',
    number: 13,
    state: 'OPEN',
    title: 'Add Juniper to Powered By',
    body: pullBody(),
    headOid: 'c'.repeat(40),
    base: 'main',
    updatedAt: at(0),
    mergedAt: undefined,
    closed: undefined,
    labels: [],
    thread: [],
    ...changes,
  };
}

/** An open pull request of ours for another issue, of this minute. */
export function otherPull(changes: Partial<OurPull> = {}): OurPull {
  return {
    number: 20,
    branch: 'poweredby/issue-19',
    isOpen: true,
    isMerged: false,
    createdAt: at(0),
    body: pullBody({ issue: 19 }),
    ...changes,
  };
}

/** A repository with nothing in it but the issue. */
export function snapshot(changes: Partial<SubmissionSnapshot> = {}): SubmissionSnapshot {
  return {
    repository: {
      id: 'R_1',
      databaseId: 1,
      owner: 'acme',
      name: 'site',
      nameWithOwner: 'acme/site',
      url: 'https://github.com/acme/site',
      isArchived: false,
      isPrivate: false,
    },
    base: { branch: 'main', oid: 'b'.repeat(40) },
    configurationOid: 'configuration',
    form: undefined,
    files: { pages: {}, logos: [] },
    logoOids: new Map(),
    attributes: [],
    filesDigest: 'files',
    labelId: 'LA_1',
    branch: undefined,
    temporaryBranch: undefined,
    subject: issue(),
    pulls: [],
    others: undefined,
    ...changes,
  };
}

/** What is observed of the issue: a form, in a repository with nothing else in it. */
export function observedIssue(changes: Partial<ObservedIssue> = {}): ObservedIssue {
  const configuration = changes.configuration ?? configurationOf();
  const seen = changes.snapshot ?? snapshot();
  return {
    issue: issue(),
    snapshot: seen,
    configuration,
    names: branchNames(configuration.pullRequest.branchPrefix, 12),
    form: formFieldsOf(seen, configuration),
    issueText: {},
    picture: undefined,
    isForm: true,
    commands: [],
    writers: new Map(),
    note: undefined,
    reviewed: {},
    isReviewClaimed: false,
    openPull: seen.pulls.find(({ state }) => state === 'OPEN'),
    isLabelTakenOff: false,
    pushedAt: undefined,
    ...changes,
  };
}

/** Our branch for the issue, at a commit of ours. */
export function branch(changes: Partial<BranchFacts> = {}): BranchFacts {
  return {
    name: 'poweredby/issue-12',
    oid: 'c'.repeat(40),
    isOurs: true,
    committedAt: at(1),
    ...changes,
  };
}

/** What comes of a comment's commands: all are accepted, or with problems none is. */
export function resultOf(given: CommandComment, problems: readonly Problem[] = []): CommandResult {
  const read = given.reads.flatMap((each) => (each.ok ? [each.value] : []));
  return { given, accepted: problems.length > 0 ? [] : read, problems };
}
