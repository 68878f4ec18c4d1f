/** Where this GitHub is, for the addresses in its answers. Without a slash at the end. */
export interface Addresses {
  /** As `http://127.0.0.1:4000`: in front of `/repos/…`. */
  readonly api: string;
  /** In front of `/OWNER/REPOSITORY`. */
  readonly web: string;
}
