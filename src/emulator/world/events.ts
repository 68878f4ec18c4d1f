import type { FileChange } from '../git/changes.ts';
import type { CommitObject } from '../git/git-objects.ts';
import type {
  Account,
  CheckRun,
  Comment,
  Installation,
  Issue,
  Label,
  Repository,
} from './model.ts';

/** What something was before an edit. */
export interface Edit {
  readonly title?: { readonly from: string };
  readonly body?: { readonly from: string };
  /** Of a pull request: its branch, and where that was. */
  readonly base?: {
    readonly ref: { readonly from: string };
    readonly sha: { readonly from: string };
  };
}

/** A commit as a push names it. */
export interface PushedCommit {
  readonly oid: string;
  readonly treeOid: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string; readonly date: Date };
  readonly files: readonly FileChange[];
}

/** A branch or tag that was moved, made or deleted. */
export interface Push {
  /** Whole, as `refs/heads/main`. */
  readonly ref: string;
  /** Forty zeros where there was none, or is none anymore. */
  readonly before: string;
  readonly after: string;
  readonly isForced: boolean;
  readonly commits: readonly PushedCommit[];
}

interface RepositoryEvent {
  readonly repository: Repository;
  readonly sender: Account;
}

export interface IssueEvent extends RepositoryEvent {
  readonly event: 'issues';
  readonly action:
    | 'opened'
    | 'edited'
    | 'closed'
    | 'reopened'
    | 'labeled'
    | 'unlabeled'
    | 'locked'
    | 'unlocked'
    | 'deleted'
    | 'transferred';
  readonly issue: Issue;
  readonly label?: Label;
  readonly changes?: Edit;
  readonly movedTo?: Issue;
}

export interface CommentEvent extends RepositoryEvent {
  readonly event: 'issue_comment';
  readonly action: 'created' | 'edited' | 'deleted';
  readonly comment: Comment;
  readonly changes?: Edit;
}

export interface PullEvent extends RepositoryEvent {
  readonly event: 'pull_request';
  readonly action:
    | 'opened'
    | 'edited'
    | 'closed'
    | 'reopened'
    | 'labeled'
    | 'unlabeled'
    | 'synchronize';
  readonly issue: Issue;
  readonly label?: Label;
  readonly changes?: Edit;
  readonly before?: string;
  readonly after?: string;
}

export interface PushEvent extends RepositoryEvent {
  readonly event: 'push';
  readonly push: Push;
}

/** Somebody asks for a check again: for one, or for all of its commit. */
export interface CheckEvent extends RepositoryEvent {
  readonly event: 'check_run' | 'check_suite';
  readonly action: 'rerequested';
  readonly checkRun: CheckRun;
  /** Its commit. */
  readonly commit: CommitObject;
}

export interface InstallationEvent {
  readonly event: 'installation';
  readonly action: 'created' | 'deleted' | 'suspend' | 'unsuspend' | 'new_permissions_accepted';
  readonly installation: Installation;
  readonly sender: Account;
}

export interface InstallationRepositoriesEvent {
  readonly event: 'installation_repositories';
  readonly action: 'added' | 'removed';
  readonly installation: Installation;
  readonly repositories: readonly Repository[];
  readonly sender: Account;
}

/** Something that happened, from which a webhook is made. */
export type WorldEvent =
  | IssueEvent
  | CommentEvent
  | PullEvent
  | PushEvent
  | CheckEvent
  | InstallationEvent
  | InstallationRepositoriesEvent;
