import type { Changes } from '../git/changes.ts';
import type { GitRepository } from '../git/git-repository.ts';
import type { RepositoryRules } from './repository-rules.ts';

/** A person, an organization, or an app's bot. */
export interface Account {
  readonly kind: 'account';
  readonly id: number;
  readonly nodeId: string;
  readonly login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
  readonly createdAt: Date;
  /** Deleted: what it wrote stays, with nobody for its author. */
  isGone: boolean;
}

/** What somebody may do in a repository, from nothing upward. */
export const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof roles)[number];

/** GitHub's reactions by their names in GraphQL, with those in REST. */
export const reactionContents = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  CONFUSED: 'confused',
  HEART: 'heart',
  HOORAY: 'hooray',
  ROCKET: 'rocket',
  EYES: 'eyes',
} as const;
export type ReactionContent = keyof typeof reactionContents;

export interface Reaction {
  readonly kind: 'reaction';
  readonly id: number;
  readonly nodeId: string;
  readonly content: ReactionContent;
  readonly author: Account;
  readonly subject: Issue | Comment;
  readonly createdAt: Date;
}

export interface Label {
  readonly kind: 'label';
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string | null;
  readonly createdAt: Date;
}

export interface Comment {
  readonly kind: 'comment';
  readonly id: number;
  readonly nodeId: string;
  readonly issue: Issue;
  readonly author: Account;
  readonly createdAt: Date;
  body: string;
  updatedAt: Date;
  lastEditedAt: Date | null;
  /** Why it is folded away, by GraphQL's names of classifiers; null where it is not. */
  minimizedReason: string | null;
  reactions: Reaction[];
  /** Null among the nodes of lists, which GitHub's schema allows for everywhere. */
  isHidden: boolean;
}

/** What happened to an issue or a pull request beside words, by the names of GraphQL's types. */
export type Happening =
  | { readonly type: 'ClosedEvent'; readonly closer: Issue | null }
  | { readonly type: 'ReopenedEvent' | 'LockedEvent' | 'UnlockedEvent' | 'HeadRefDeletedEvent' }
  | { readonly type: 'LabeledEvent' | 'UnlabeledEvent'; readonly label: Label }
  | { readonly type: 'MergedEvent'; readonly oid: string }
  | { readonly type: 'RenamedTitleEvent'; readonly from: string; readonly to: string }
  | { readonly type: 'HeadRefForcePushedEvent'; readonly before: string; readonly after: string }
  /** An approval, of the commit that was the head then. */
  | { readonly type: 'PullRequestReview'; readonly state: 'APPROVED'; readonly oid: string };

/** An entry of what happened. */
export interface TimelineEvent {
  readonly kind: 'event';
  readonly id: number;
  readonly nodeId: string;
  readonly issue: Issue;
  readonly actor: Account;
  readonly createdAt: Date;
  readonly happening: Happening;
}

/** An issue, or a pull request: to GitHub that is an issue too. */
export interface Issue {
  readonly kind: 'issue';
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  readonly repository: Repository;
  readonly author: Account;
  readonly createdAt: Date;
  readonly pull: Pull | undefined;
  title: string;
  body: string;
  isOpen: boolean;
  stateReason: 'COMPLETED' | 'NOT_PLANNED' | 'REOPENED' | null;
  closedAt: Date | null;
  closedBy: Account | null;
  isLocked: boolean;
  updatedAt: Date;
  /** Of the body: a new title is an entry of the timeline. */
  lastEditedAt: Date | null;
  labels: Label[];
  /** By login. */
  assignees: string[];
  comments: Comment[];
  /** The oldest first. */
  timeline: TimelineEvent[];
  reactions: Reaction[];
}

/** What a pull request has beyond an issue. Object ids are 40 hexadecimal digits. */
export interface Pull {
  readonly id: number;
  /** Of the branch, without `refs/heads/`. */
  readonly headRefName: string;
  /** Whose fork the branch is in; null where it is in the repository itself. */
  readonly fork: Account | null;
  baseRefName: string;
  headOid: string;
  /** The base's commit when the head was last seen to move. */
  baseOid: string;
  commits: number;
  changes: Changes;
  isDraft: boolean;
  /** Who is asked for a review: logins, and slugs of teams. */
  requestedReviewers: string[];
  requestedTeams: string[];
  merged: { readonly at: Date; readonly by: Account; readonly oid: string } | null;
}

/** What an app found in a commit. */
export interface CheckRun {
  readonly id: number;
  readonly nodeId: string;
  readonly headOid: string;
  readonly startedAt: Date;
  name: string;
  externalId: string;
  detailsUrl: string | null;
  status: 'queued' | 'in_progress' | 'completed';
  /** As `success`; null until it is completed. */
  conclusion: string | null;
  completedAt: Date | null;
  title: string | null;
  /** In Markdown. */
  summary: string | null;
  text: string | null;
  annotations: CheckAnnotation[];
}

/** What a check run says of lines of a file, by the names of REST. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string | undefined;
}

/** A team of an organization, with what it may do in one repository. */
export interface Team {
  readonly role: Role;
  /** Logins in small letters. */
  readonly members: readonly string[];
}

export interface Repository {
  readonly kind: 'repository';
  readonly id: number;
  readonly nodeId: string;
  readonly owner: Account;
  readonly git: GitRepository;
  readonly createdAt: Date;
  defaultBranch: string;
  readonly isPrivate: boolean;
  /** "Automatically delete head branches". */
  deletesMergedBranches: boolean;
  name: string;
  isArchived: boolean;
  rules: RepositoryRules;
  pushedAt: Date;
  /** By login, in small letters: those who were added themselves. The owner is an administrator without being named. */
  readonly roles: Map<string, Role>;
  /** By name. */
  readonly teams: Map<string, Team>;
  labels: Label[];
  /** By number. */
  readonly issues: Map<number, Issue>;
  /** Where issues went that are not here anymore: to another repository, or nowhere. */
  readonly goneIssues: Map<number, Issue | null>;
  /** The oldest first. */
  checkRuns: CheckRun[];
  nextNumber: number;
}

/** An app installed by an account, on some of its repositories. */
export interface Installation {
  readonly id: number;
  readonly account: Account;
  readonly repositories: Set<Repository>;
  readonly createdAt: Date;
  suspendedAt: Date | null;
  /** Where the account has not accepted yet that the app may write, by the permissions' names in manifests. */
  unaccepted: readonly string[];
}

/** What may be changed of a repository. Open pull requests keep their base when the default branch changes, as on GitHub. */
export type RepositorySettings = Partial<
  Pick<Repository, 'isArchived' | 'deletesMergedBranches' | 'defaultBranch'>
>;

/** What has a node id. */
export type WorldNode = Account | Repository | Issue | Comment | Label | Reaction | TimelineEvent;
