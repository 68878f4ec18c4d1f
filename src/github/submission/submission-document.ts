import type { TypedDocument } from '../client/typed-document.ts';
import type {
  FileFragment,
  SubmissionQuery,
  SubmissionQueryVariables,
} from '../generated/operations.ts';
import { fileFields } from '../nodes/file-node.ts';
import { type FolderNode, folderFields, nestedFolderFields } from '../nodes/folder-node.ts';
import { branchFields } from '../nodes/own-commit.ts';
import { threadFields } from '../nodes/thread.ts';
import { branchesFields } from './own-branches.ts';

type PageAlias = `page${number}`;
type AttributesAlias = `attributes${number}`;

/** Beside those that are always the same, the paths of pages and of `.gitattributes`. */
export type SubmissionVariables = SubmissionQueryVariables & {
  readonly [alias: PageAlias | AttributesAlias]: string;
};

/** The answer: its generated types, and those of those of the files there are as many of as is asked for. */
type SubmissionData = SubmissionQuery & {
  readonly repository: {
    readonly defaultBranchRef: {
      readonly target:
        | ({ readonly [file: AttributesAlias]: FileFragment | null } & {
            readonly [page: PageAlias]: FileFragment | FolderNode | null;
          })
        | null;
    } | null;
  } | null;
};

/** A repository that we can see. */
export type RepositoryNode = NonNullable<SubmissionData['repository']>;

type TargetNode = NonNullable<RepositoryNode['defaultBranchRef']>['target'];

/** The newest commit of the default branch, with the files that matter. */
export type CommitNode = Extract<TargetNode, { readonly __typename: 'Commit' }>;

/** A file, a folder with a file for each entry, or one with a folder for each. */
export type PageKind = 'file' | 'folder' | 'nestedFolder';

/** What the query is made for. */
export interface DocumentSize {
  /** The pages that the configuration names. */
  readonly pages: readonly PageKind[];
  /** In how many folders `.gitattributes` may say something of the logos. */
  readonly attributes: number;
}

/** The alias of a page, in the order of the locales. */
export function pageAlias(index: number): PageAlias {
  return `page${index}`;
}

/** The alias of a folder's `.gitattributes`, the root's first. */
export function attributesAlias(index: number): AttributesAlias {
  return `attributes${index}`;
}

/**
 * The one query that a job begins with: the files as they are at the newest commit of the default branch, and all that
 * is there for an issue. Files are read through that commit, so that all are of one. Pull requests of ours have the label,
 * or at least our branch, if a job was broken off before it was set: anybody can open others from a fork's branch of the
 * same name, and so many that ours would not be among the newest.
 */
export function submissionDocument({
  pages,
  attributes,
}: DocumentSize): TypedDocument<SubmissionData, SubmissionVariables> {
  const aliases = [
    ...pages.map((kind, index) => [pageAlias(index), kind]),
    ...Array.from({ length: attributes }, (_, index) => [attributesAlias(index), 'file']),
  ];
  const parameters = aliases.map(([alias]) => `, $${alias}: String!`);
  const files = aliases.map(([alias, kind]) => `${alias}: file(path: $${alias}) { ...${kind} }`);
  const folders = [
    ...(pages.includes('folder') ? [folderFields] : []),
    ...(pages.includes('nestedFolder') ? [nestedFolderFields] : []),
  ];
  const text = `query Submission(
  $owner: String!, $name: String!, $number: Int!, $branch: String!, $branchRef: String!, $temporaryRef: String!, $refPrefix: String!,
  $configuration: String!, $form: String!, $logos: String!, $label: String!, $others: Boolean!${parameters.join('')}
) {
  viewer { login }
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    id databaseId nameWithOwner url isArchived isPrivate
    defaultBranchRef {
      name
      target {
        __typename oid
        ... on Commit {
          configuration: file(path: $configuration) { object { oid } }
          form: file(path: $form) { ...file }
          logos: file(path: $logos) { object { __typename oid ... on Tree { entries { name type oid } } } }
          ${files.join('\n          ')}
        }
      }
    }
    label(name: $label) { id }
    branch: ref(qualifiedName: $branchRef) {
      ...branch
      open: associatedPullRequests(states: [OPEN], first: 5) { nodes { ...pull ...endsOfThread } }
    }
    temporaryBranch: ref(qualifiedName: $temporaryRef) { ...branch }
    issueOrPullRequest(number: $number) {
      __typename
      ... on Issue {
        id number title url body bodyHTML state locked createdAt updatedAt lastEditedAt closedAt
        author { ...author }
        reactionGroups { content createdAt viewerHasReacted }
        labels(first: 100) { nodes { name } }
        reopened: timelineItems(itemTypes: [REOPENED_EVENT], last: 1) { nodes { ... on ReopenedEvent { createdAt } } }
        unlabeled: timelineItems(itemTypes: [UNLABELED_EVENT], last: 20) { nodes { ... on UnlabeledEvent { label { name } } } }
        ...threadOfIssue
      }
      ... on PullRequest { id number updatedAt headRefName isCrossRepository viewerDidAuthor ...threadOfPull }
    }
    newestPulls: pullRequests(headRefName: $branch, first: 5, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { ...pull ...threadOfPull }
    }
    labelledPulls: pullRequests(
      headRefName: $branch, labels: [$label], first: 5, orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes { ...pull ...endsOfThread }
    }
    others: pullRequests(labels: [$label], first: 100, orderBy: { field: CREATED_AT, direction: DESC }) @include(if: $others) {
      nodes { ...other }
    }
    branches: refs(refPrefix: $refPrefix, first: 100) @include(if: $others) { ...branches }
  }
}
fragment pull on PullRequest {
  id number state title body headRefOid baseRefName updatedAt mergedAt closedAt isCrossRepository viewerDidAuthor
  labels(first: 100) { nodes { name } }
  closed: timelineItems(itemTypes: [CLOSED_EVENT], last: 1) { nodes { ... on ClosedEvent { actor { ...author } } } }
}
${branchFields}
${branchesFields}
${[fileFields, ...folders].join('\n')}
${threadFields}`;
  return { text };
}
