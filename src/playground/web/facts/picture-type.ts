/** What GitHub takes for a picture, by the ends of files' names. */
const types: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
]);

/** The type of a picture by its name; nothing for what is none. */
export function pictureType(name: string): string | undefined {
  return types.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '');
}
