/** A fragment for folders with a file for each entry. */
export const folderFields = `fragment folder on TreeEntry {
  object { __typename oid ... on Tree { ${itemsOf()} } }
}`;

/** The same where each entry has a folder of its own. */
export const nestedFolderFields = `fragment nestedFolder on TreeEntry {
  object { __typename oid ... on Tree { ${itemsOf(true)} } }
}`;

/** What is asked for of a folder. @param isNested whether what is in its folders is, too */
export function itemsOf(isNested = false): string {
  const inside = isNested ? ` object { ... on Tree { ${itemsOf()} } }` : '';
  return `entries { name type mode oid size${inside} }`;
}

/** A folder as these fragments ask for it; nothing where there is none. */
export interface FolderNode {
  readonly object: {
    readonly __typename: string;
    readonly oid: string;
    readonly entries?: readonly FolderItem[] | null;
  } | null;
}

/** What is in a folder. */
export interface FolderItem {
  readonly name: string;
  readonly type: string;
  readonly mode: number;
  readonly oid: string;
  /** In bytes. */
  readonly size: number;
  readonly object?: { readonly entries?: readonly FolderItem[] | null } | null;
}

/** Whether it is a file, and no link to another one. */
export function isFile({ type, mode }: FolderItem): boolean {
  return type === 'blob' && mode !== 0o120000;
}
