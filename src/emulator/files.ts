/** Files by path: a text, bytes, or null for one that is deleted. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** What a commit of these files changes. */
export function treeChange(files: Files) {
  const written = Object.entries(files).flatMap(([path, content]) =>
    content === null ? [] : [[path, Buffer.from(content)] as const],
  );
  const deletions = Object.keys(files).filter((path) => files[path] === null);
  return { files: new Map(written), deletions };
}

/** A file put into a text box. */
export interface Upload {
  readonly name: string;
  /** As `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
