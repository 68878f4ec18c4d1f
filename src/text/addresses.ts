/** Pages of GitHub that show publicly who links to them. */
const notesLinks = /^\/[^/]+\/[^/]+\/(?:issues|pull|commit|discussions)\//;

/** An address as the destination of a Markdown link; empty where it is none. */
export function linkDestination(address: string): string {
  const url = URL.parse(address)?.href ?? '';
  return url.replace(/[()]/g, (found) => (found === '(' ? '%28' : '%29'));
}

/**
 * An entry's link as the value of `href`; nothing where it is no web address. A link to any issue goes
 * through redirect.github.com, which GitHub offers so that no reference to this place appears there.
 */
export function entryLink(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  if (url.hostname === 'github.com' && notesLinks.test(url.pathname)) {
    url.hostname = 'redirect.github.com';
  }
  return escapeAddress(url.href);
}

/**
 * The address of a file in a repository, as the value of an attribute.
 *
 * @param repository as `https://github.com/apache/flink`
 * @param commit names the state of the repository
 * @param path from the repository's root
 */
export function fileAddress(repository: string, commit: string, path: string): string {
  return escapeAddress(`${repository}/blob/${commit}/${encodePath(path)}`);
}

/** A file's path as it is written in an address. */
export function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function escapeAddress(address: string): string {
  return address
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
