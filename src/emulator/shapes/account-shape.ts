import type { Account, Issue } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Addresses } from './addresses.ts';

/** An account as REST and webhooks show it. */
export function accountShape(account: Account, { api, web }: Addresses) {
  const url = `${api}/users/${encodeURIComponent(account.login)}`;
  const page =
    account.type === 'Bot' ? `apps/${account.login.replace('[bot]', '')}` : account.login;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `${web}/avatars/${account.id}`,
    gravatar_id: '',
    url,
    html_url: `${web}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** Accounts by their logins. */
export function accountShapes(logins: readonly string[], world: World, addresses: Addresses) {
  return logins.map((login) => accountShape(world.addAccount(login), addresses));
}

/** Who is assigned to an issue or a pull request. */
export function assigneesShape({ assignees: logins }: Issue, world: World, addresses: Addresses) {
  const assignees = accountShapes(logins, world, addresses);
  return { assignee: assignees[0] ?? null, assignees };
}
