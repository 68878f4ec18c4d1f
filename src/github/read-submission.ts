import { type Configuration, configurationPath } from '../config/configuration.ts';
import { formPath } from '../form/write-form.ts';
import type { PageText } from '../proposal/snapshot.ts';
import { type AuthorNode, authorOf } from './author.ts';
import { type FileNode, readText } from './file-node.ts';
import { type GithubClient, RequestFailed } from './github-client.ts';
import { isSameName } from './is-same-name.ts';
import type { RepositoryName } from './repository-name.ts';
import { pageAlias, personAlias, submissionDocument } from './submission-document.ts';
import type {
  BranchFacts,
  IssueFacts,
  OtherPull,
  OurPull,
  PullFacts,
  SubmissionSnapshot,
} from './submission-snapshot.ts';
import { readThread, type ThreadNode } from './thread.ts';

/** What is to be read. */
export interface SubmissionRequest {
  readonly repository: RepositoryName;
  /** Of the issue. */
  readonly number: number;
  readonly branch: string;
  readonly temporaryBranch: string;
  readonly configuration: Configuration;
  /** Whether our other pull requests are asked for, too. */
  readonly others: boolean;
  /** Whose permission is asked for. */
  readonly logins: readonly string[];
}

interface BranchNode {
  readonly id: string;
  readonly target: {
    readonly oid: string;
    readonly author?: { readonly email: string | null } | null;
    readonly signature?: { readonly isValid: boolean; readonly wasSignedByGitHub: boolean } | null;
  };
}

interface LabelNodes {
  readonly nodes: readonly { readonly name: string }[];
}

interface IssueNode extends ThreadNode {
  readonly __typename: 'Issue';
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly bodyHTML: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly locked: boolean;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly author: AuthorNode | null;
  readonly labels: LabelNodes;
  readonly reopened: { readonly nodes: readonly { readonly createdAt: string }[] };
}

interface OtherPullNode extends ThreadNode {
  readonly __typename: 'PullRequest';
  readonly id: string;
  readonly headRefName: string;
  readonly isCrossRepository: boolean;
  readonly viewerDidAuthor: boolean;
}

interface PullNode extends ThreadNode {
  readonly id: string;
  readonly number: number;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly title: string;
  readonly body: string;
  readonly headRefOid: string;
  readonly mergedAt: string | null;
  readonly closedAt: string | null;
  readonly isCrossRepository: boolean;
  readonly viewerDidAuthor: boolean;
  readonly labels: LabelNodes;
  readonly closed: { readonly nodes: readonly { readonly actor: AuthorNode | null }[] };
}

interface CommitNode {
  readonly oid: string;
  readonly configuration?: FileNode | null;
  readonly form?: FileNode | null;
  readonly logos?: {
    readonly object: {
      readonly oid: string;
      readonly entries?: readonly {
        readonly name: string;
        readonly type: string;
        readonly oid: string;
      }[];
    } | null;
  } | null;
  readonly [page: `page${number}`]: FileNode | null;
}

interface OtherNode {
  readonly number: number;
  readonly state: string;
  readonly createdAt: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
}

interface CollaboratorsNode {
  readonly edges: readonly {
    readonly permission: string;
    readonly node: { readonly login: string };
  }[];
}

interface SubmissionData {
  readonly viewer: { readonly login: string };
  readonly repository:
    | ({
        readonly id: string;
        readonly nameWithOwner: string;
        readonly url: string;
        readonly isArchived: boolean;
        readonly isPrivate: boolean;
        readonly defaultBranchRef: { readonly name: string; readonly target: CommitNode } | null;
        readonly labels: {
          readonly nodes: readonly { readonly id: string; readonly name: string }[];
        } | null;
        readonly branch: BranchNode | null;
        readonly temporaryBranch: BranchNode | null;
        readonly issueOrPullRequest: IssueNode | OtherPullNode | null;
        readonly newestPulls: { readonly nodes: readonly PullNode[] };
        readonly labelledPulls: { readonly nodes: readonly PullNode[] };
        readonly others?: { readonly nodes: readonly OtherNode[] };
        readonly openOthers?: { readonly nodes: readonly OtherNode[] };
      } & { readonly [person: `person${number}`]: CollaboratorsNode | null })
    | null;
}

type RepositoryNode = NonNullable<SubmissionData['repository']>;

/**
 * Reads all that a job needs, with one request where no text is cut and no thread is longer than 150 comments.
 *
 * @returns undefined where we cannot see such a repository (any more), or it is empty
 * @throws RequestFailed
 */
export async function readSubmission(
  client: GithubClient,
  request: SubmissionRequest,
): Promise<SubmissionSnapshot | undefined> {
  const { data, errors } = await client.query<SubmissionData>(...queryOf(request));
  const { repository } = data;
  if (!repository?.defaultBranchRef) return undefined;
  // That the issue is gone is an answer. That anything else is not found is none.
  const failed = errors.find(({ path }) => path?.[1] !== 'issueOrPullRequest');
  if (failed) throw new RequestFailed('query', new Error(failed.message));
  const bot = data.viewer.login.replace(/\[bot\]$/, '');
  const { name: base, target } = repository.defaultBranchRef;
  const pulls = ownPulls(repository);
  const { owner, name } = request.repository;
  return {
    repository: {
      id: repository.id,
      owner: repository.nameWithOwner.split('/')[0] ?? owner,
      name: repository.nameWithOwner.split('/')[1] ?? name,
      nameWithOwner: repository.nameWithOwner,
      url: repository.url,
      isArchived: repository.isArchived,
      isPrivate: repository.isPrivate,
    },
    base: { branch: base, oid: target.oid },
    configurationOid: target.configuration?.object?.oid,
    ...(await readFiles(client, request, target)),
    labelId: repository.labels?.nodes.find(({ name }) =>
      isSameName(name, request.configuration.label),
    )?.id,
    branch: branchOf(repository.branch, request.branch, bot),
    temporaryBranch: branchOf(repository.temporaryBranch, request.temporaryBranch, bot),
    subject: await subjectOf(client, repository.issueOrPullRequest),
    pulls: await Promise.all(pulls.map((pull) => pullOf(client, pull, bot))),
    others: othersOf(repository),
    writers: writersOf(repository, request.logins),
  };
}

function queryOf(request: SubmissionRequest): [string, Record<string, unknown>] {
  const { configuration, logins, repository, number, branch, temporaryBranch, others } = request;
  const { locales, pages, label, logo } = configuration;
  const document = submissionDocument({ pages: locales.length, people: logins.length });
  return [
    document,
    {
      ...repository,
      number,
      others,
      label,
      branch,
      branchRef: `refs/heads/${branch}`,
      temporaryRef: `refs/heads/${temporaryBranch}`,
      configuration: configurationPath,
      form: formPath,
      logos: logo.directory,
      ...Object.fromEntries(locales.map((locale, index) => [pageAlias(index), pages[locale]])),
      ...Object.fromEntries(logins.map((login, index) => [personAlias(index), login])),
    },
  ];
}

async function readFiles(
  client: GithubClient,
  { configuration, repository }: SubmissionRequest,
  commit: CommitNode,
): Promise<Pick<SubmissionSnapshot, 'files' | 'filesDigest' | 'form' | 'logoOids'>> {
  const { locales, logo } = configuration;
  const nodes = locales.map((_, index) => commit[`page${index}`] ?? undefined);
  const texts = await Promise.all(
    nodes.map((node) => (node === undefined ? undefined : readText(client, repository, node))),
  );
  const pages = locales.map((locale, index): [string, PageText | undefined] => {
    const text = texts[index];
    return [locale, text === undefined || text === 'not-utf8' ? text : { text }];
  });
  const entries = commit.logos?.object?.entries ?? [];
  const logoOids = new Map(
    entries
      .filter(({ type }) => type !== 'tree')
      .map(({ name, oid }) => [`${logo.directory}/${name}`, oid]),
  );
  const oids = [...nodes.map((node) => node?.object?.oid), commit.logos?.object?.oid];
  const form = commit.form ?? undefined;
  const formText = form && (await readText(client, repository, form));
  const isForm = formText !== undefined && formText !== 'not-utf8';
  return {
    files: { pages: Object.fromEntries(pages), logos: [...logoOids.keys()].sort() },
    logoOids,
    filesDigest: oids.map((oid) => oid ?? '').join(' '),
    form: isForm ? { oid: form?.object?.oid ?? '', text: formText } : undefined,
  };
}

/** Our pull requests, the newest first. */
function ownPulls({ newestPulls, labelledPulls }: RepositoryNode): readonly PullNode[] {
  const found = [...newestPulls.nodes, ...labelledPulls.nodes].filter(
    (pull) => pull.viewerDidAuthor && !pull.isCrossRepository,
  );
  const each = new Map(found.map((pull) => [pull.id, pull]));
  return [...each.values()].sort((one, other) => other.number - one.number);
}

function othersOf({ others, openOthers }: RepositoryNode): readonly OurPull[] | undefined {
  if (!others) return undefined;
  const found = [...others.nodes, ...(openOthers?.nodes ?? [])].filter(
    ({ viewerDidAuthor }) => viewerDidAuthor,
  );
  const each = new Map(found.map((pull) => [pull.number, pull]));
  return Array.from(each.values(), ({ number, state, createdAt, body }) => ({
    number,
    isOpen: state === 'OPEN',
    createdAt: new Date(createdAt),
    body,
  })).sort((one, other) => other.number - one.number);
}

function branchOf(node: BranchNode | null, name: string, bot: string): BranchFacts | undefined {
  if (node === null) return undefined;
  const { oid, author, signature } = node.target;
  // Anybody can write our name into a commit; only for us does GitHub sign one with it.
  const isSigned = signature?.isValid === true && signature.wasSignedByGitHub;
  const isByUs = author?.email?.includes(`+${bot}[bot]@users.noreply.`) === true;
  return { refId: node.id, name, oid, isOurs: isSigned && isByUs };
}

async function subjectOf(
  client: GithubClient,
  node: RepositoryNode['issueOrPullRequest'],
): Promise<IssueFacts | OtherPull | 'gone'> {
  if (node === null) return 'gone';
  const thread = await readThread(client, node.id, node);
  if (node.__typename === 'PullRequest') {
    const isOurs = node.viewerDidAuthor && !node.isCrossRepository;
    return { kind: 'pull', id: node.id, branch: node.headRefName, isOurs, thread };
  }
  const [reopened] = node.reopened.nodes;
  return {
    kind: 'issue',
    id: node.id,
    number: node.number,
    body: node.body,
    bodyHtml: node.bodyHTML,
    isOpen: node.state === 'OPEN',
    isLocked: node.locked,
    createdAt: new Date(node.createdAt),
    closedAt: dateOf(node.closedAt),
    reopenedAt: reopened && new Date(reopened.createdAt),
    author: authorOf(node.author),
    labels: node.labels.nodes.map(({ name }) => name),
    thread,
  };
}

async function pullOf(client: GithubClient, node: PullNode, bot: string): Promise<PullFacts> {
  const { id, number, state, title, body, labels } = node;
  const actor = node.closed.nodes[0]?.actor;
  const byUs = actor?.__typename === 'Bot' && actor.login.replace(/\[bot\]$/, '') === bot;
  const closedAt = state === 'CLOSED' ? dateOf(node.closedAt) : undefined;
  return {
    id,
    number,
    state,
    title,
    body,
    headOid: node.headRefOid,
    mergedAt: dateOf(node.mergedAt),
    closed: closedAt && { at: closedAt, byUs },
    labels: labels.nodes.map(({ name }) => name),
    thread: await readThread(client, id, node),
  };
}

function writersOf(
  repository: RepositoryNode,
  logins: readonly string[],
): ReadonlyMap<string, boolean> {
  const permissions = ['WRITE', 'MAINTAIN', 'ADMIN'];
  return new Map(
    logins.map((login, index) => {
      const edges = repository[`person${index}`]?.edges ?? [];
      const isWriter = edges.some(
        ({ node, permission }) => isSameName(node.login, login) && permissions.includes(permission),
      );
      return [login.toLowerCase(), isWriter];
    }),
  );
}

function dateOf(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}
