/** What never leaves the machine may do without encryption. */
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * An address on the web as an operator writes it: https, or http on loopback; no credentials, query or fragment.
 *
 * @returns without a slash at its end, or undefined for what is none
 */
export function readWebAddress(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (url === null) return undefined;
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
  const isPlain = [url.username, url.password, url.search, url.hash].every((part) => part === '');
  return isSafe && isPlain ? `${url.origin}${url.pathname}`.replace(/\/$/, '') : undefined;
}
