/** Control characters, quotes and angle brackets have no place in a path or URL that pages name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
export const unsafeCharacters = /[\u0000-\u0020\u007f-\u009f"'<>\\`{}]/;

/**
 * Whether a path from the repository's root is one we may write: relative, normalised, inside the repository, and
 * nowhere under `.github/` or `.git/` (in any case of letters: some file systems fold it).
 */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 500 || unsafeCharacters.test(path)) return false;
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return false;
  }
  return !/^\.git(hub)?$/i.test(segments[0] ?? '') && !/^[A-Za-z]:/.test(path);
}
