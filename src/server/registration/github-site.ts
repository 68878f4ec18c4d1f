import { publicApiUrl } from '../settings/settings.ts';

/** A GitHub, and whose apps are registered on it. Addresses have no slash at their end. */
export interface GithubSite {
  readonly web: string;
  readonly api: string;
  /** A person's own apps, if left out. */
  readonly organization: string | undefined;
}

/**
 * The site at an address: GitHub's own, GitHub Enterprise Cloud with data residency (`https://NAME.ghe.com`, which has
 * its API at `https://api.NAME.ghe.com`), or a GitHub Enterprise Server (which has it below `/api/v3`).
 *
 * @param web as `readWebAddress` gives it
 */
export function siteAt(web: string, organization: string | undefined): GithubSite {
  const { host } = new URL(web);
  if (host === 'github.com') return { web, api: publicApiUrl, organization };
  const api = host.endsWith('.ghe.com') ? `https://api.${host}` : `${web}/api/v3`;
  return { web, api, organization };
}

/** Where apps are registered, and below it each is set up. */
export function appSettingsUrl({ web, organization }: GithubSite): string {
  return organization === undefined
    ? `${web}/settings/apps`
    : `${web}/organizations/${organization}/settings/apps`;
}
