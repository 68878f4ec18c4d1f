import { rerequestCheck } from './acts/check-runs.ts';
import { addComment, deleteComment, editComment } from './acts/comments.ts';
import { pushCommit } from './acts/commits.ts';
import { type ForkPull, openForkPull, pushToFork } from './acts/forks.ts';
import {
  closeIssue,
  deleteIssue,
  editIssue,
  type IssueText,
  openIssue,
  reopenIssue,
  setLocked,
  transferIssue,
} from './acts/issues.ts';
import { addLabels, createLabel, findLabel, removeLabel } from './acts/labels.ts';
import {
  approvePull,
  changeBase,
  mergePull,
  type NewPull,
  openPull,
  reopenPull,
} from './acts/pulls.ts';
import { addReaction, removeReaction } from './acts/reactions.ts';
import { createRef, moveRefs } from './acts/refs.ts';
import { signatureOf } from './acts/signatures.ts';
import type { Attachments } from './attachments/attachments.ts';
import { type Files, treeChange, type Upload } from './files.ts';
import type { Signature } from './git/git-objects.ts';
import { noOid } from './git/ref-mover.ts';
import { Refusal } from './refusal.ts';
import type {
  Account,
  CheckRun,
  Comment,
  Issue,
  Label,
  Reaction,
  ReactionContent,
  Repository,
} from './world/model.ts';
import type { World } from './world/world.ts';

/** A push of one commit. */
export interface PersonPush {
  /** The default branch, if left out. A branch that is not there is made, from the default branch. */
  readonly branch?: string;
  readonly message?: string;
  readonly files: Files;
}

/**
 * Somebody at the keyboard. What their role in the repository does not allow is refused, as on GitHub's pages, by a
 * `Refusal`.
 */
export class Person {
  readonly account: Account;
  readonly #world: World;
  readonly #attachments: Attachments;

  constructor(account: Account, world: World, attachments: Attachments) {
    this.account = account;
    this.#world = world;
    this.#attachments = attachments;
  }

  /** As the author of a commit, now. */
  signature(): Signature {
    return signatureOf(this.#world, this.account);
  }

  /** Deletes the account. What it wrote stays. */
  deleteAccount(): void {
    this.#world.deleteAccount(this.account);
  }

  /** @param labels as an issue form sets them: those that the repository does not have are left out */
  openIssue(repository: Repository, text: IssueText, labels: readonly string[] = []): Issue {
    return openIssue(this.#world, this.account, repository, text, labels);
  }

  /** Edits an issue or a pull request. */
  edit(issue: Issue, text: Partial<IssueText>): void {
    editIssue(this.#world, this.account, issue, text);
  }

  /** Closes an issue or a pull request. */
  close(issue: Issue, reason: 'COMPLETED' | 'NOT_PLANNED' = 'COMPLETED'): void {
    closeIssue(this.#world, this.account, issue, reason);
  }

  async reopen(issue: Issue): Promise<void> {
    if (!issue.pull) return reopenIssue(this.#world, this.account, issue);
    const { git } = issue.repository;
    await git.serially(() => reopenPull(this.#world, this.account, issue));
  }

  lock(issue: Issue): void {
    setLocked(this.#world, this.account, issue, true);
  }

  unlock(issue: Issue): void {
    setLocked(this.#world, this.account, issue, false);
  }

  deleteIssue(issue: Issue): void {
    deleteIssue(this.#world, this.account, issue);
  }

  /** @returns the issue where it is now */
  transfer(issue: Issue, target: Repository): Issue {
    return transferIssue(this.#world, this.account, issue, target);
  }

  createLabel(repository: Repository, name: string, color = 'ededed'): Label {
    return createLabel(this.#world, this.account, repository, { name, color });
  }

  label(issue: Issue, name: string): void {
    addLabels(this.#world, this.account, issue, [this.#label(issue, name)]);
  }

  unlabel(issue: Issue, name: string): void {
    removeLabel(this.#world, this.account, issue, this.#label(issue, name));
  }

  comment(issue: Issue, body: string): Comment {
    return addComment(this.#world, this.account, issue, body);
  }

  editComment(comment: Comment, body: string): void {
    editComment(this.#world, this.account, comment, body);
  }

  deleteComment(comment: Comment): void {
    deleteComment(this.#world, this.account, comment);
  }

  /** Lets nobody see a comment, as GitHub's staff may: lists have null in its place. */
  hideComment(comment: Comment): void {
    comment.isHidden = true;
    this.#world.touch();
  }

  react(subject: Issue | Comment, content: ReactionContent): Reaction {
    return addReaction(this.#world, this.account, subject, content).reaction;
  }

  /** Takes a reaction of their own back. */
  unreact(reaction: Reaction): void {
    if (reaction.author !== this.account) throw new Refusal('FORBIDDEN', 'Not your reaction');
    removeReaction(this.#world, reaction);
  }

  /** Pushes a commit. @returns its object id */
  push(
    repository: Repository,
    { branch, message = 'A change', files }: PersonPush,
  ): Promise<string> {
    const commit = {
      branch: branch ?? repository.defaultBranch,
      message,
      ...treeChange(files),
    };
    return repository.git.serially(() => pushCommit(this.#world, this.account, repository, commit));
  }

  /** Moves a branch by force, wherever it was. @param oid of a commit; nothing deletes the branch */
  async forcePush(repository: Repository, branch: string, oid?: string): Promise<void> {
    const { git } = repository;
    await git.serially(async () => {
      const before = (await git.branch(branch)) ?? noOid;
      const move = { ref: `refs/heads/${branch}`, before, after: oid ?? noOid };
      await moveRefs(this.#world, this.account, repository, [move]);
    });
  }

  async createBranch(repository: Repository, branch: string, oid: string): Promise<void> {
    const ref = `refs/heads/${branch}`;
    const make = () => createRef(this.#world, this.account, repository, ref, oid);
    await repository.git.serially(make);
  }

  openPull(repository: Repository, pull: NewPull): Promise<Issue> {
    return repository.git.serially(() => openPull(this.#world, this.account, repository, pull));
  }

  /** Opens a pull request from a fork of theirs to the default branch. */
  openForkPull(
    repository: Repository,
    { files, ...pull }: Omit<ForkPull, 'deletions' | 'files'> & { readonly files: Files },
  ): Promise<Issue> {
    const open = () =>
      openForkPull(this.#world, this.account, repository, { ...pull, ...treeChange(files) });
    return repository.git.serially(open);
  }

  /** Pushes a commit to the fork of a pull request of theirs. @returns its object id */
  pushToFork(issue: Issue, files: Files): Promise<string> {
    return issue.repository.git.serially(() =>
      pushToFork(this.#world, this.account, issue, treeChange(files)),
    );
  }

  /** Asks for a check again: for one, or for all of its commit. */
  rerequest(
    repository: Repository,
    run: CheckRun,
    what: 'check_run' | 'check_suite',
  ): Promise<void> {
    return rerequestCheck(this.#world, this.account, repository, run, what);
  }

  /** Has a pull request merged into another branch. */
  changeBase(issue: Issue, base: string): Promise<void> {
    return changeBase(this.#world, this.account, issue, base);
  }

  /** Approves a pull request as it is now. */
  approve(issue: Issue): void {
    approvePull(this.#world, this.account, issue);
  }

  /** Merges a pull request. @returns the commit on the base branch */
  merge(issue: Issue, method: 'merge' | 'squash' = 'merge'): Promise<string> {
    const { git } = issue.repository;
    return git.serially(() => mergePull(this.#world, this.account, issue, method));
  }

  /**
   * Puts a file into a text box of a repository.
   *
   * @returns the Markdown that GitHub writes there
   */
  upload(repository: Repository, { name, type, bytes }: Upload): string {
    const { isPrivate } = repository;
    this.#world.touch();
    const address = this.#attachments.add({ name, type, bytes, isPrivate });
    return address.includes('/assets/') ? `![Image](${address})` : `[${name}](${address})`;
  }

  #label(issue: Issue, name: string): Label {
    const label = findLabel(issue.repository.labels, name);
    if (!label) throw new Refusal('NOT_FOUND', `There is no label ${name}`);
    return label;
  }
}
