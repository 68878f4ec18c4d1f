/** Blanks, quotes, angle brackets and what nobody sees have no place in a path or URL that pages name. */
export const unsafeCharacters = /[\p{Cc}\s"'<>\\`{}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether a path from the repository's root is one we may write: relative, normalized, inside the repository, and
 * nowhere under `.github/` or `.git/` (in any case of letters: some file systems fold it).
 */
export function isSafePath(path: string): boolean {
  return isPathInside(path) && !/^\.github\.*$/i.test(path.split('/')[0] ?? '');
}

/** Whether a path from the repository's root is one of a YAML file that we may read a configuration from. */
export function isConfigurationPath(path: string): boolean {
  return isPathInside(path) && /\.ya?ml$/.test(path);
}

function isPathInside(path: string): boolean {
  if (path === '' || path.length > 500 || unsafeCharacters.test(path)) return false;
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return false;
  }
  // Some file systems take `.git.` and `git~1` for `.git`.
  if (segments.some((segment) => /^(?:\.git\.*|git~\d+)$/i.test(segment))) return false;
  return !/^[A-Za-z]:/.test(path);
}
