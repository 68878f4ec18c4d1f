import type { AttributesFile } from '../../proposal/lfs/git-attributes.ts';
import type { Snapshot } from '../../proposal/snapshot.ts';
import type { Author } from '../nodes/author.ts';
import type { Thread } from '../nodes/thread.ts';

/** Everything that one job needs to know of a repository and an issue, read at one commit of the default branch. */
export interface SubmissionSnapshot {
  readonly repository: RepositoryFacts;
  readonly base: { readonly branch: string; readonly oid: string };
  /** Of the configuration's file; nothing where there is none. */
  readonly configurationOid: string | undefined;
  readonly form: { readonly oid: string; readonly text: string } | undefined;
  readonly files: Snapshot;
  /** The ids of the objects of the files in the logo folder, by path. */
  readonly logoOids: ReadonlyMap<string, string>;
  /** What is said of files by their names, the root's first. */
  readonly attributes: readonly AttributesFile[];
  /** Changes when a page, `.gitattributes` or a file in the logo folder does. */
  readonly filesDigest: string;
  /** The id of the configured label, where the repository has it. */
  readonly labelId: string | undefined;
  /** Our branch for the issue. */
  readonly branch: BranchFacts | undefined;
  /** The branch on which a new commit is made before ours is moved there. */
  readonly temporaryBranch: BranchFacts | undefined;
  readonly subject: IssueFacts | OtherPull | 'gone';
  /** Our pull requests for the issue, the newest first. */
  readonly pulls: readonly PullFacts[];
  /** Pull requests of ours for whatever issue, the newest first; only where it was asked for. */
  readonly others: readonly OurPull[] | undefined;
}

export interface RepositoryFacts {
  readonly id: string;
  /** As the REST API numbers it; GitHub's schema allows for none. */
  readonly databaseId: number | undefined;
  readonly owner: string;
  readonly name: string;
  readonly nameWithOwner: string;
  readonly url: string;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
}

export interface BranchFacts {
  /** Without `refs/heads/`. */
  readonly name: string;
  readonly oid: string;
  /** Whether its newest commit is one that we made. */
  readonly isOurs: boolean;
  /** When that was made, by the clock of whoever made it. */
  readonly committedAt: Date | undefined;
}

/** An issue that is no pull request. */
export interface IssueFacts {
  readonly kind: 'issue';
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** As GitHub shows it, with signed addresses of pictures. */
  readonly bodyHtml: string;
  readonly isOpen: boolean;
  readonly isLocked: boolean;
  readonly createdAt: Date;
  /** When it last changed, in whatever way. */
  readonly updatedAt: Date;
  /** When its text was last edited. */
  readonly editedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  /** When it was last reopened. */
  readonly reopenedAt: Date | undefined;
  readonly author: Author | undefined;
  readonly labels: readonly string[];
  /** Labels that were taken off, be they back by now or not. */
  readonly labelsTakenOff: readonly string[];
  readonly thread: Thread;
}

/** The number belongs to a pull request instead. */
export interface OtherPull {
  readonly kind: 'pull';
  readonly id: string;
  readonly number: number;
  readonly updatedAt: Date;
  readonly branch: string;
  readonly isOurs: boolean;
  readonly thread: Thread;
}

/** A pull request of ours. */
export interface PullFacts {
  readonly id: string;
  readonly number: number;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly title: string;
  readonly body: string;
  /** The commit that its branch was at last. */
  readonly headOid: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  readonly updatedAt: Date;
  readonly mergedAt: Date | undefined;
  /** When it was closed without being merged, and whether by us. */
  readonly closed: { readonly at: Date; readonly byUs: boolean } | undefined;
  readonly labels: readonly string[];
  readonly thread: Thread;
}

/** What is known of a pull request for another issue. */
export interface OurPull {
  readonly number: number;
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly createdAt: Date;
  readonly body: string;
}
