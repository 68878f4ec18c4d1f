import type { AppRegistration } from '../apps/app-registration.ts';
import { timestamp } from '../clock.ts';
import type { World } from '../world/world.ts';
import { accountShape } from './account-shape.ts';
import type { Addresses } from './addresses.ts';

/** An app as REST shows it. */
export function appShape(app: AppRegistration, world: World, addresses: Addresses) {
  const since = timestamp(world.bot.createdAt);
  return {
    id: app.id,
    slug: app.slug,
    client_id: `Iv1.${app.id}`,
    node_id: world.nodeId('A', app.id),
    owner: accountShape(world.bot, addresses),
    name: app.name,
    description: app.description,
    external_url: app.url || addresses.web,
    html_url: `${addresses.web}/apps/${app.slug}`,
    created_at: since,
    updated_at: since,
    permissions: app.permissions,
    events: app.events,
  };
}
