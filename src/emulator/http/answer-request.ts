import type { Caller } from '../apps/authentication.ts';
import type { Faults } from '../faults.ts';
import {
  answerGraphql,
  isPrepared,
  prepareDocument,
  refusedDocument,
} from '../graphql/answer-graphql.ts';
import { isObject } from '../json-object.ts';
import type { RequestLog } from '../request-log.ts';
import { answerRest, refused } from '../rest/answer-rest.ts';
import type { RestAnswer, Service } from '../rest/call.ts';
import { grants } from '../rest/grants.ts';
import { findRoute } from '../rest/route.ts';
import { View } from '../world/view.ts';
import { type LimitWords, limitAnswer, limitHeaders } from './limit-answers.ts';
import type { Weight } from './limits.ts';
import type { ApiAnswer, ApiHandler, ApiRequest } from './server.ts';

/** What requests are answered with. */
export interface RequestContext extends Service {
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly limitWords: LimitWords;
  readonly violated: (message: string) => void;
}

/** A request that is understood, and not yet done. */
interface Work {
  readonly operation: string;
  readonly weight: Weight;
  readonly run: () => Promise<ApiAnswer>;
}

/** Makes the API: each request is understood, weighed, perhaps made to fail, answered, and logged. */
export function apiHandler(context: RequestContext): ApiHandler {
  return async (request) => {
    const time = context.world.clock.now();
    const started = performance.now();
    const { operation, answered } = await answerRequest(context, request);
    context.log.add({
      method: request.method,
      path: request.target.pathname + request.target.search,
      variables: variablesOf(request),
      operation,
      sent: request.body,
      received: answered?.body,
      status: answered?.status ?? 0,
      time,
      duration: performance.now() - started,
    });
    const date = context.world.clock.now().toUTCString();
    return answered && { ...answered, headers: { date, ...answered.headers } };
  };
}

function variablesOf({ target, body }: ApiRequest): Readonly<Record<string, unknown>> {
  if (target.pathname !== '/graphql' || !isObject(body)) return {};
  return isObject(body['variables']) ? body['variables'] : {};
}

interface Outcome {
  readonly operation: string;
  readonly answered: ApiAnswer | undefined;
}

async function answerRequest(context: RequestContext, request: ApiRequest): Promise<Outcome> {
  const caller = context.tokens.identify(request.authorization);
  if (typeof caller === 'string') return { operation: '', answered: refused(401, caller) };
  const work = understand(context, request, caller);
  if (!('run' in work)) return { operation: '', answered: work };
  const { operation } = work;
  const installation = caller.kind === 'installation' ? caller.installation : undefined;
  const before = context.faults.take(['bad-gateway-before', 'no-answer-before'], operation);
  if (before) return { operation, answered: badGateway(before) };
  // The app's own errands, as fetching a token, are not what the limits are about.
  if (!installation) return { operation, answered: await work.run() };
  const { limits, limitWords } = context;
  const { resource } = work.weight;
  const limit = context.faults.takeOrder(['primary-limit', 'secondary-limit'], operation);
  const milliseconds = (limit?.seconds ?? 60) * 1000;
  if (limit?.kind === 'primary-limit') limits.exhaust(installation, resource, milliseconds);
  if (limit?.kind === 'secondary-limit') limits.block(installation, milliseconds);
  const exceeded = limits.begin(installation, work.weight);
  if (exceeded) {
    const answered = limitAnswer(limits, installation, resource, exceeded, limitWords);
    return { operation, answered };
  }
  try {
    const answered = await work.run();
    const after = context.faults.take(['bad-gateway-after', 'no-answer-after'], operation);
    if (after) return { operation, answered: badGateway(after) };
    const headers = limitHeaders(limits, installation, resource);
    return { operation, answered: { ...answered, headers: { ...headers, ...answered.headers } } };
  } finally {
    limits.end(installation);
  }
}

function badGateway(fault: string): ApiAnswer | undefined {
  return fault.startsWith('no-answer') ? undefined : refused(502, 'Server Error');
}

function understand(
  context: RequestContext,
  request: ApiRequest,
  caller: Caller,
): Work | ApiAnswer {
  const { pathname } = request.target;
  const route = pathname === '/graphql' ? undefined : findRoute(request.method, pathname);
  if (caller.kind === 'nobody' && (!route || grants[route.operation] !== 'nobody')) {
    return refused(401, 'Requires authentication');
  }
  if (pathname === '/graphql') return understandGraphql(context, request, caller);
  if (!route) {
    context.violated(`The emulator does not answer ${request.method} ${pathname}`);
    return refused(404, 'Not Found');
  }
  const query = Object.fromEntries(request.target.searchParams);
  const { operation } = route;
  const isWrite = request.method !== 'GET';
  const rest = { ...route, caller, query, body: request.body };
  return {
    operation,
    weight: { resource: 'core', isWrite, cost: 1 },
    run: async () => {
      const service = { ...context, view: viewFor(context, operation, isWrite) };
      return withLinks(await answerRest(service, rest, context.violated), request, context);
    },
  };
}

function understandGraphql(
  context: RequestContext,
  request: ApiRequest,
  caller: Caller,
): Work | ApiAnswer {
  if (caller.kind !== 'installation') return refused(403, 'Resource not accessible by integration');
  const prepared = prepareDocument(request.body);
  if (!isPrepared(prepared)) {
    for (const message of prepared) context.violated(message);
    return { status: 200, body: refusedDocument(prepared) };
  }
  const { name: operation, isMutation: isWrite, cost } = prepared;
  const { app, installation, actor = context.world.bot } = caller;
  return {
    operation,
    weight: { resource: 'graphql', isWrite, cost },
    run: async () => {
      const view = viewFor(context, operation, isWrite);
      const graphql = { ...context, app, installation, actor, cost, view };
      const body = await answerGraphql(prepared, graphql, context.violated);
      return { status: 200, body };
    },
  };
}

/** What writes knows the newest. */
function viewFor({ world }: RequestContext, operation: string, isWrite: boolean): View {
  return isWrite ? View.newest : world.replica.viewFor(operation);
}

/** Lists name their other pages in a header. */
function withLinks(answered: RestAnswer, request: ApiRequest, context: RequestContext): ApiAnswer {
  const { pages, cursor, ...rest } = answered;
  const link = (relation: string, name: string, value: string | number): string => {
    const url = new URL(context.addresses.api + request.target.pathname + request.target.search);
    url.searchParams.set(name, String(value));
    return `<${url}>; rel="${relation}"`;
  };
  const { page, last } = pages ?? { page: 1, last: 1 };
  const back = page > 1 ? [link('prev', 'page', page - 1), link('first', 'page', 1)] : [];
  const on = page < last ? [link('next', 'page', page + 1), link('last', 'page', last)] : [];
  const further = cursor === undefined ? [] : [link('next', 'cursor', cursor)];
  const links = [...back, ...on, ...further];
  return links.length === 0 ? rest : { ...rest, headers: { link: links.join(', ') } };
}
