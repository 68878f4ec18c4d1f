import { type Access, isGranted } from '../apps/app-registration.ts';
import type { Faults } from '../faults.ts';
import type { GitObject } from '../git/git-objects.ts';
import { notAccessible, Refusal } from '../refusal.ts';
import type { Service } from '../rest/call.ts';
import type {
  Account,
  Comment,
  Installation,
  Issue,
  Repository,
  WorldNode,
} from '../world/model.ts';
import type { View } from '../world/view.ts';

/** What resolvers work with. */
export interface GraphqlContext extends Service {
  readonly installation: Installation;
  /** Whose token it is that acts. */
  readonly actor: Account;
  readonly view: View;
  readonly faults: Faults;
  readonly cost: number;
}

/** A branch or tag, where it was when it was read. */
export interface RefNode {
  readonly kind: 'ref';
  readonly repository: Repository;
  /** Whole, as `refs/heads/main`. */
  readonly ref: string;
  /** What its name leaves out, as `refs/heads/`. */
  readonly prefix: string;
  readonly oid: string;
}

/** A blob, tree or commit. */
export interface ObjectNode {
  readonly kind: 'object';
  readonly repository: Repository;
  readonly object: GitObject;
}

/** A field's arguments, which graphql has checked against the schema. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Gives a field of a source. */
export type Resolver<Source> = (
  source: Source,
  args: Arguments,
  context: GraphqlContext,
) => unknown;

/** A type's fields. Fields that are not named are not answered. */
export type Fields<Source> = Readonly<Record<string, Resolver<Source>>>;

/** @throws Refusal where the app was not granted access to a kind of thing */
export function requireGrant({ app }: GraphqlContext, kind: string, access: Access): void {
  if (!isGranted(app, kind, access)) throw notAccessible();
}

/** A pull request, and what is said of it, is open to those with either permission. */
export function requireSubject(
  context: GraphqlContext,
  subject: Issue | Comment,
  access: Access,
): void {
  const issue = subject.kind === 'comment' ? subject.issue : subject;
  const { app } = context;
  if (isGranted(app, 'issues', access)) return;
  if (issue.pull && isGranted(app, 'pull_requests', access)) return;
  throw notAccessible();
}

/** A node by its id, where the app is installed. */
export function nodeIn(context: GraphqlContext, id: unknown): WorldNode {
  const node = context.view.node(context.world.node(String(id)));
  const repository = node && repositoryOf(node);
  if (node && (!repository || context.installation.repositories.has(repository))) return node;
  throw unresolved(String(id));
}

/** @throws Refusal for a node of another kind */
export function nodeOf<Kind extends WorldNode['kind']>(
  context: GraphqlContext,
  id: unknown,
  ...kinds: readonly Kind[]
): Extract<WorldNode, { kind: Kind }> {
  const node = nodeIn(context, id);
  const isOfKind = (each: WorldNode): each is Extract<WorldNode, { kind: Kind }> =>
    kinds.some((kind) => kind === each.kind);
  if (isOfKind(node)) return node;
  throw unresolved(String(id));
}

/** An issue by its id: `pull` says whether it has to be a pull request. */
export function issueOf(context: GraphqlContext, id: unknown, pull: boolean): Issue {
  const issue = nodeOf(context, id, 'issue');
  if ((issue.pull !== undefined) === pull) return issue;
  throw unresolved(String(id));
}

/** What GitHub says of an id that it does not know, or not as what was asked for. */
function unresolved(id: string): Refusal {
  return new Refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}

function repositoryOf(node: WorldNode): Repository | undefined {
  if (node.kind === 'account') return undefined;
  if (node.kind === 'repository') return node;
  if (node.kind === 'comment') return node.issue.repository;
  if (node.kind === 'reaction') return repositoryOf(node.subject);
  if (node.kind === 'event') return node.issue.repository;
  return node.repository;
}

/** A branch's node id, which holds what it names. */
export function refId(repository: Repository, ref: string): string {
  return `REF_${Buffer.from(`${repository.id}:${ref}`).toString('base64url')}`;
}

/** The branch or tag of a node id. */
export async function refOf(context: GraphqlContext, id: unknown): Promise<RefNode> {
  const decoded = Buffer.from(String(id).replace(/^REF_/, ''), 'base64url').toString();
  const [number, ref = ''] = decoded.split(/:(.*)/s);
  for (const repository of context.installation.repositories) {
    if (String(repository.id) !== number) continue;
    const found = await readRef(repository, ref);
    if (found) return found;
  }
  throw unresolved(String(id));
}

/** A branch or tag by its whole name. @param prefix what its name leaves out */
export async function readRef(
  repository: Repository,
  ref: string,
  prefix = /^refs\/(?:heads|tags)\//.exec(ref)?.[0] ?? 'refs/',
): Promise<RefNode | null> {
  if (!ref.startsWith('refs/')) return null;
  const oid = await repository.git.resolve(ref);
  return oid === undefined ? null : { kind: 'ref', repository, ref, prefix, oid };
}

/** A git object as a node. */
export async function readObject(
  repository: Repository,
  expression: string,
): Promise<ObjectNode | null> {
  const object = await repository.git.read(expression);
  return object ? { kind: 'object', repository, object } : null;
}
