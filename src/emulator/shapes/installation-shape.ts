import type { AppRegistration } from '../apps/app-registration.ts';
import { acceptedPermissions } from '../apps/authentication.ts';
import { timestamp } from '../clock.ts';
import type { Installation } from '../world/model.ts';
import { accountShape } from './account-shape.ts';
import type { Addresses } from './addresses.ts';
import { timestampOrNull } from './issue-shape.ts';

/** An installation as REST and webhooks show it. */
export function installationShape(
  installation: Installation,
  app: AppRegistration,
  addresses: Addresses,
) {
  const { id, account } = installation;
  return {
    id,
    client_id: `Iv1.${app.id}`,
    account: accountShape(account, addresses),
    repository_selection: 'selected',
    access_tokens_url: `${addresses.api}/app/installations/${id}/access_tokens`,
    repositories_url: `${addresses.api}/installation/repositories`,
    html_url: `${addresses.web}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: acceptedPermissions(app, installation),
    events: app.events,
    created_at: timestamp(installation.createdAt),
    updated_at: timestamp(installation.createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: timestampOrNull(installation.suspendedAt),
  };
}
