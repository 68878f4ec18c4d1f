/** A file to write, from the repository's root; without content it is deleted. */
export interface FileChange {
  readonly path: string;
  readonly content: string | Uint8Array | undefined;
}
