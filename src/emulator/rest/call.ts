import type { AppManifests } from '../apps/app-manifests.ts';
import type { AppRegistration } from '../apps/app-registration.ts';
import type { Tokens } from '../apps/authentication.ts';
import type { Attachments } from '../attachments/attachments.ts';
import type { Limits } from '../http/limits.ts';
import { Refusal } from '../refusal.ts';
import type { Addresses } from '../shapes/addresses.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { Account, Comment, Installation, Issue, Repository } from '../world/model.ts';
import type { View } from '../world/view.ts';
import type { World } from '../world/world.ts';

/** What the handlers of requests work with. */
export interface Service {
  readonly world: World;
  /** The one that is installed here. */
  readonly app: AppRegistration;
  readonly manifests: AppManifests;
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly webhooks: Webhooks;
  readonly attachments: Attachments;
  readonly addresses: Addresses;
  /** Whether references listed by a prefix are named without all of it. */
  readonly cutsRefPrefix: boolean;
}

/** A service, with what one request sees of the world. */
export interface ViewedService extends Service {
  readonly view: View;
}

/** A request to one operation, checked. Its app is the one that asks. */
export interface RestCall extends ViewedService {
  /** Undefined where the app asks for itself. */
  readonly installation: Installation | undefined;
  /** Whose token it is that acts. */
  readonly actor: Account;
  /** Of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is answered. No body is an answer without one. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** The page of a list, and the last one. For the `Link` header. */
  readonly pages?: { readonly page: number; readonly last: number };
  /** Where a list without page numbers goes on. For the same header. */
  readonly cursor?: string;
}

export type RestHandler = (call: RestCall) => RestAnswer | Promise<RestAnswer>;

/** An answer with 200. */
export function answer(body: unknown): RestAnswer {
  return { status: 200, body };
}

/** GitHub's word for what is not there, or not for the caller's eyes. */
export function notFound(): Refusal {
  return new Refusal('NOT_FOUND', 'Not Found');
}

/** The repository that a request names, if the app is installed there. */
export function repositoryIn({ world, parameters, installation }: RestCall): Repository {
  const repository = world.findRepository(parameters['owner'] ?? '', parameters['repo'] ?? '');
  const isVisible =
    installation === undefined || (repository && installation.repositories.has(repository));
  if (repository && isVisible) return repository;
  throw notFound();
}

/** The issue or pull request that a request names. */
export function issueIn(call: RestCall): Issue {
  const number = Number(call.parameters['issue_number'] ?? call.parameters['pull_number']);
  const repository = repositoryIn(call);
  const issue = call.view.issue(repository, number);
  if (issue) return issue;
  if (repository.goneIssues.get(number) === null) {
    throw new Refusal('GONE', 'This issue was deleted');
  }
  throw notFound();
}

/** The texts of a body's list; none where there is no list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The comment that a request names. */
export function commentIn(call: RestCall): Comment {
  const id = Number(call.parameters['comment_id']);
  for (const issue of call.view.issues(repositoryIn(call))) {
    const comment = issue.comments.find((each) => each.id === id);
    if (comment) return comment;
  }
  throw notFound();
}

/** The part of a list that a request asks for: `per_page` of 30, 100 at most, and `page`. */
export function pageOf<Item>(
  items: readonly Item[],
  { query }: RestCall,
): { readonly items: readonly Item[]; readonly pages: { page: number; last: number } } {
  const size = Math.min(Number(query['per_page'] ?? 30), 100);
  const page = Number(query['page'] ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  return { items: items.slice((page - 1) * size, page * size), pages: { page, last } };
}

/** Text from a request's body. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
