/** Which hosts a logo may come from. `*` stands for one part of a name, or the rest of one. */
export interface AllowedHosts {
  /** Those that an issue may name. */
  readonly named: readonly string[];
  /** Those that only a redirect may lead to, beside the others. */
  readonly redirected: readonly string[];
}

/**
 * Where GitHub keeps what people attach to issues.
 *
 * Every name right under githubusercontent.com is GitHub's: the signed addresses of private repositories, those of older
 * attachments, raw files, and pictures of other sites that GitHub passes on. Attached files are redirected to S3, where
 * the bucket's name is GitHub's to change. Anybody may make a bucket whose name begins so; only GitHub can redirect there.
 */
export const githubHosts: AllowedHosts = {
  named: ['github.com', '*.githubusercontent.com'],
  redirected: ['github-production-*.s3.amazonaws.com'],
};

/** Whether a pattern of the list fits a host, given as `URL` prints it, with its port if that is not 443. */
export function isListed(host: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const expression = pattern.replaceAll('.', '\\.').replaceAll('*', '[a-z0-9-]+');
    return new RegExp(`^${expression}$`).test(host);
  });
}
