import { randomBytes } from 'node:crypto';
import { acceptedPermissions } from '../apps/authentication.ts';
import { timestamp } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { appShape } from '../shapes/app-shape.ts';
import { installationShape } from '../shapes/installation-shape.ts';
import { repositoryShape } from '../shapes/repository-shape.ts';
import type { Installation } from '../world/model.ts';
import { answer, notFound, pageOf, type RestCall, type RestHandler, repositoryIn } from './call.ts';
import { scopeOf } from './token-scope.ts';

const getApp: RestHandler = ({ app, manifests, world, addresses }) => {
  const isInstalled = manifests.find(String(app.id)) === undefined;
  const installations_count = isInstalled ? world.installations.size : 0;
  return answer({ ...appShape(app, world, addresses), installations_count });
};

const convertManifest: RestHandler = ({ manifests, parameters, world, addresses }) => {
  const app = manifests.convert(parameters['code'] ?? '');
  if (!app) throw notFound();
  const secrets = {
    client_secret: randomBytes(20).toString('hex'),
    webhook_secret: app.webhookSecret,
    pem: app.privateKey,
  };
  return { status: 201, body: { ...appShape(app, world, addresses), ...secrets } };
};

const listInstallations: RestHandler = (call) => {
  const { items, pages } = pageOf([...call.world.installations.values()], call);
  const shapes = items.map((each) => installationShape(each, call.app, call.addresses));
  return { status: 200, body: shapes, pages };
};

const getRepositoryInstallation: RestHandler = (call) => {
  const installation = call.world.installationFor(repositoryIn(call));
  if (!installation) throw notFound();
  return answer(installationShape(installation, call.app, call.addresses));
};

const createToken: RestHandler = (call) => {
  const installation = call.world.installations.get(Number(call.parameters['installation_id']));
  if (!installation) throw notFound();
  requireActive(installation);
  const { permissions, repositories } = scopeOf(call, installation);
  const { token, expires } = call.tokens.issue(installation, {
    permissions,
    ...(repositories && { repositories: new Set(repositories) }),
  });
  const body = {
    token,
    expires_at: timestamp(expires),
    permissions: acceptedPermissions({ permissions }, installation),
    repository_selection: 'selected',
    ...(repositories && {
      repositories: repositories.map((each) => repositoryShape(each, call.addresses)),
    }),
  };
  return { status: 201, body };
};

/** A suspended installation does nothing until it is taken up again. */
export function requireActive(installation: Installation): void {
  if (installation.suspendedAt === null) return;
  throw new Refusal('FORBIDDEN', 'This installation has been suspended');
}

const listRepositories: RestHandler = (call) => {
  const all = [...(call.installation?.repositories ?? [])];
  const { items, pages } = pageOf(all, call);
  const repositories = items.map((each) => repositoryShape(each, call.addresses));
  return { status: 200, body: { total_count: all.length, repositories }, pages };
};

const listDeliveries: RestHandler = ({ query, webhooks }) => {
  const size = Math.min(Number(query['per_page'] ?? 30), 100);
  // The newest come first: a cursor names the last one that was given.
  const older = Number(/^v1_(\d+)$/.exec(query['cursor'] ?? '')?.[1] ?? Number.POSITIVE_INFINITY);
  const wanted = webhooks.recentDeliveries().filter((delivery) => {
    const { status_code } = delivery.item();
    const isSuccess = status_code >= 200 && status_code < 400;
    const { status } = query;
    return delivery.id < older && (status === undefined || isSuccess === (status === 'success'));
  });
  const given = wanted.slice(0, size);
  const body = given.map((delivery) => delivery.item());
  const last = given.at(-1);
  return {
    status: 200,
    body,
    ...(last && wanted.length > size ? { cursor: `v1_${last.id}` } : {}),
  };
};

function deliveryIn(call: RestCall) {
  const id = Number(call.parameters['delivery_id']);
  const delivery = call.webhooks.recentDeliveries().find((each) => each.id === id);
  if (!delivery) throw notFound();
  return delivery;
}

const getDelivery: RestHandler = (call) => answer(deliveryIn(call).whole());

const redeliver: RestHandler = (call) => {
  call.webhooks.redeliver(deliveryIn(call));
  return { status: 202, body: {} };
};

const getRateLimit: RestHandler = ({ limits, installation }) => {
  const core = limits.standing(installation, 'core');
  const graphql = limits.standing(installation, 'graphql');
  const search = { limit: 30, used: 0, remaining: 30, reset: core.reset };
  return answer({ resources: { core, graphql, search }, rate: core });
};

/** What an app asks about itself. */
export const appHandlers = {
  'apps/get-authenticated': getApp,
  'apps/create-from-manifest': convertManifest,
  'apps/list-installations': listInstallations,
  'apps/get-repo-installation': getRepositoryInstallation,
  'apps/create-installation-access-token': createToken,
  'apps/list-repos-accessible-to-installation': listRepositories,
  'apps/list-webhook-deliveries': listDeliveries,
  'apps/get-webhook-delivery': getDelivery,
  'apps/redeliver-webhook-delivery': redeliver,
  'rate-limit/get': getRateLimit,
};
