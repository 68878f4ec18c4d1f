import { isIP } from 'node:net';
import { failure, type Result, success } from '../problem/result.ts';
import { isListed } from './allowed-hosts.ts';
import { downloadProblem } from './download-problem.ts';

/**
 * Checks what an address says of itself, before its host's name is resolved.
 *
 * @param hosts the list of those allowed.
 * @param base the address that redirected to this one.
 */
export function checkAddress(address: string, hosts: readonly string[], base?: URL): Result<URL> {
  const url = URL.parse(address, base?.href);
  if (url === null) return failure(downloadProblem('download-not-an-address'));
  const { host, hostname } = url;
  if (url.protocol !== 'https:') return failure(downloadProblem('download-not-https', { host }));
  if (!isListed(host, hosts) || isNumeric(hostname)) {
    return failure(downloadProblem('download-host-not-allowed', { host }));
  }
  if (url.username !== '' || url.password !== '') {
    return failure(downloadProblem('download-has-credentials', { host }));
  }
  return success(url);
}

/**
 * Whether a host is an IP address: connecting to it would resolve no name, and so pass by the check of what names resolve
 * to. `URL` prints every way of writing one, such as 0x7f.1 or 2130706433, as four numbers.
 */
function isNumeric(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}
