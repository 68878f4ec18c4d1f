import { type Access, type AppRegistration, isGranted } from '../apps/app-registration.ts';
import type { Caller } from '../apps/authentication.ts';
import { EmulatorGap, requireNoGap } from '../gaps.ts';
import { isObject } from '../json-object.ts';
import { notAccessible, Refusal, type RefusalType } from '../refusal.ts';
import type { RestOperation } from '../schemas/rest-operations.ts';
import { checkParameters, checkRequestBody, checkResponseBody } from '../schemas/validators.ts';
import { appHandlers, requireActive } from './apps.ts';
import {
  commentIn,
  issueIn,
  type RestAnswer,
  type RestCall,
  type RestHandler,
  type ViewedService,
} from './call.ts';
import { checkHandlers } from './checks.ts';
import { grants } from './grants.ts';
import { issueHandlers } from './issues.ts';
import { labelHandlers } from './labels.ts';
import { pullHandlers } from './pulls.ts';
import { reactionHandlers } from './reactions.ts';
import { repositoryHandlers } from './repositories.ts';
import type { Route } from './route.ts';

const handlers: Readonly<Record<RestOperation, RestHandler>> = {
  ...appHandlers,
  ...repositoryHandlers,
  ...issueHandlers,
  ...labelHandlers,
  ...reactionHandlers,
  ...pullHandlers,
  ...checkHandlers,
};

const statuses: Readonly<Record<RefusalType, number>> = {
  NOT_FOUND: 404,
  GONE: 410,
  FORBIDDEN: 403,
  UNPROCESSABLE: 422,
  STALE_DATA: 409,
  BRANCH_PROTECTION_RULE_VIOLATION: 422,
  MISSING_PAGINATION_BOUNDARIES: 422,
  EXCESSIVE_PAGINATION: 422,
  INTERNAL: 500,
};

/** A request that was matched to an operation. */
export interface RestRequest extends Route {
  readonly caller: Caller;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * Answers a REST request: as GitHub does, and strictly by its published description.
 *
 * @param violated is told of everything that breaks the description, in the request and in the answer
 */
export async function answerRest(
  service: ViewedService,
  request: RestRequest,
  violated: (message: string) => void,
): Promise<RestAnswer> {
  const { operation, parameters, query, caller } = request;
  const wrong = [
    ...checkParameters(operation, 'path', parameters),
    ...checkParameters(operation, 'query', query),
    ...checkRequestBody(operation, request.body),
  ];
  for (const message of wrong) violated(message);
  if (wrong.length > 0) return refused(422, `Invalid request.\n\n${wrong.join('\n')}`);
  const installation = caller.kind === 'installation' ? caller.installation : undefined;
  const app = caller.kind === 'nobody' ? service.app : caller.app;
  const body = isObject(request.body) ? request.body : {};
  const actor = (caller.kind === 'installation' && caller.actor) || service.world.bot;
  const call: RestCall = { ...service, app, installation, actor, parameters, query, body };
  try {
    requireGrant(call, operation);
    requireInstalled(service, app, operation);
    requireNoGap(operation, { ...query, ...body });
    const answered = await handlers[operation](call);
    for (const message of checkResponseBody(operation, answered.status, answered.body)) {
      violated(message);
    }
    return answered;
  } catch (error) {
    if (error instanceof Refusal) return refused(statuses[error.type], error.message);
    if (!(error instanceof EmulatorGap)) throw error;
    violated(error.message);
    return refused(501, error.message);
  }
}

/** An answer in GitHub's form for errors. */
export function refused(status: number, message: string): RestAnswer {
  return {
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: `${status}` },
  };
}

function requireGrant(call: RestCall, operation: RestOperation): void {
  const grant = grants[operation];
  const { installation } = call;
  if (grant === 'anybody' || grant === 'nobody') return;
  if (grant === 'app') {
    if (installation === undefined) return;
    throw new Refusal('FORBIDDEN', 'A JSON web token could not be decoded');
  }
  if (installation === undefined) throw notAccessible();
  requireActive(installation);
  const [kind, access] = grant;
  if (!isReached(call, kind, access)) throw notAccessible();
}

/** An app that is registered beside the one that is installed can ask who it is, and no more. */
function requireInstalled(
  service: ViewedService,
  app: AppRegistration,
  operation: RestOperation,
): void {
  if (app.id === service.app.id || operation === 'apps/get-authenticated') return;
  throw new EmulatorGap(`The emulator does not have ${operation} for a second app`);
}

function isReached(call: RestCall, kind: string, access: Access): boolean {
  if (kind !== 'subject') return isGranted(call.app, kind, access);
  if (isGranted(call.app, 'issues', access)) return true;
  return isAboutPull(call) && isGranted(call.app, 'pull_requests', access);
}

/** Labels belong to issues and pull requests alike. */
function isAboutPull(call: RestCall): boolean {
  if ('issue_number' in call.parameters) return issueIn(call).pull !== undefined;
  if ('comment_id' in call.parameters) return commentIn(call).issue.pull !== undefined;
  return true;
}
