import { failure, type Result, success } from '../problem/result.ts';
import { type AllowedHosts, githubHosts } from './allowed-hosts.ts';
import { checkAddress } from './check-address.ts';
import { type DownloadLimits, downloadLimits } from './download-limits.ts';
import { downloadProblem } from './download-problem.ts';
import { isPublicAddress } from './public-address.ts';
import { type Answer, requestLogo } from './request-logo.ts';
import { findAddresses, type Resolve, resolveHost } from './resolve-host.ts';

export interface DownloadOptions {
  /** Where a logo may come from: GitHub, unless told otherwise. */
  readonly hosts?: AllowedHosts;
  /**
   * Gives a token of the app for the repository, where it is to be shown. Shown to github.com only, for attachments only, and never after a redirect:
   * with it, anybody's issue could otherwise fetch a file out of a private repository.
   */
  readonly token?: () => Promise<string>;
  readonly limits?: DownloadLimits;
  readonly resolve?: Resolve;
  /** Which IP addresses may be connected to: those of the public internet, unless told otherwise. */
  readonly isAllowedAddress?: (address: string) => boolean;
  /** Certificates to trust instead of the system's, as PEM. */
  readonly certificates?: string;
}

/** What stays the same over all redirects. */
interface Journey extends Required<Omit<DownloadOptions, 'token' | 'certificates'>> {
  readonly certificates: string | undefined;
  readonly deadline: AbortSignal;
}

/**
 * Downloads a stranger's logo over https, from hosts on the list only. Redirects are followed by hand, each checked like the
 * first address. A proxy of the environment is not used, because then it and not we would choose where to connect.
 *
 * @param address as it is in an issue.
 * @returns the bytes as they were sent, or why there are none: one problem, whose field is `logo`.
 */
export async function downloadLogo(
  address: string,
  { token, ...options }: DownloadOptions = {},
): Promise<Result<Uint8Array>> {
  const journey = setOut(options);
  const { hosts, limits } = journey;
  let asked = await ask(checkAddress(address, hosts.named), journey, token);
  for (let redirects = 0; asked.ok; redirects++) {
    const { answer, url } = asked.value;
    if (answer.kind === 'file') return success(answer.bytes);
    if (redirects === limits.redirects) {
      const values = { host: url.host, limit: limits.redirects };
      return failure(downloadProblem('download-too-many-redirects', values));
    }
    const allowed = [...hosts.named, ...hosts.redirected];
    asked = await ask(checkAddress(answer.location, allowed, url), journey);
  }
  return asked;
}

function setOut(options: Omit<DownloadOptions, 'token'>): Journey {
  const { limits = downloadLimits } = options;
  return {
    hosts: options.hosts ?? githubHosts,
    limits,
    resolve: options.resolve ?? resolveHost,
    isAllowedAddress: options.isAllowedAddress ?? isPublicAddress,
    certificates: options.certificates,
    deadline: AbortSignal.timeout(limits.total),
  };
}

async function ask(
  checked: Result<URL>,
  journey: Journey,
  token?: () => Promise<string>,
): Promise<Result<{ readonly answer: Answer; readonly url: URL }>> {
  if (!checked.ok) return checked;
  const url = checked.value;
  const deadlines = [journey.deadline, AbortSignal.timeout(journey.limits.idle)];
  const addresses = await findAddresses(url, { ...journey, deadlines });
  if (!addresses.ok) return addresses;
  const answer = await requestLogo({
    ...journey,
    url,
    addresses: addresses.value,
    token: isAttachment(url) ? await token?.() : undefined,
  });
  return answer.ok ? success({ answer: answer.value, url }) : answer;
}

/** Something dragged into an issue, in its present or its older shape; no escaped slash leads elsewhere. */
const attachment =
  /^\/(user-attachments|[\w.-]+\/[\w.-]+)\/(assets\/[\w/-]+|files\/\d+\/(?!.*%(2f|5c))[^/]+)$/i;

function isAttachment({ hostname, pathname }: URL): boolean {
  return hostname === 'github.com' && attachment.test(pathname);
}
