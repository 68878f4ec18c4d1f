/** A file to write, from the repository's root; without content it is deleted. */
export interface FileChange {
  readonly path: string;
  readonly content: string | Uint8Array | undefined;
  /** The text that the change was made from: where the file holds another by now, nothing is written. */
  readonly before?: string;
}
