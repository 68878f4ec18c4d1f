import { minimatch } from 'minimatch';

/** A `.gitattributes` file. */
export interface AttributesFile {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** What a line says of one attribute: a value, that it is set or not, or as if nothing had been said. */
type AttributeState = string | boolean | undefined;

interface AttributesLine {
  readonly pattern: string;
  readonly states: readonly (readonly [name: string, AttributeState])[];
}

const fileName = '.gitattributes';

/** git leaves out longer lines, in bytes. */
const longestLine = 2048;

/** Names for several attributes, which only the root's file may define. */
const macroPrefix = '[attr]';

const globOptions = {
  dot: true,
  nobrace: true,
  nocomment: true,
  noext: true,
  nonegate: true,
} as const;

/** The files that may say something of a folder's files: the root's, and then each one's on the way there. */
export function attributesPaths(folder: string): readonly string[] {
  const names = folder.split('/').filter((name) => name !== '');
  const folders = names.map((_, index) => `${names.slice(0, index + 1).join('/')}/`);
  return ['', ...folders].map((each) => `${each}${fileName}`);
}

/**
 * Whether a file goes through Git LFS: git's rules for `filter=lfs` in `.gitattributes`. The last line that matches counts,
 * and a deeper folder's before its parents'.
 *
 * @param path from the repository's root
 * @param files the root's first, then deeper and deeper
 */
export function isStoredByLfs(path: string, files: readonly AttributesFile[]): boolean {
  const folders = files.map((file) => {
    return { folder: file.path.slice(0, -fileName.length), lines: readLines(file.text) };
  });
  const macros = new Map(
    folders
      .filter(({ folder }) => folder === '')
      .flatMap(({ lines }) => lines)
      .filter(({ pattern }) => pattern.startsWith(macroPrefix))
      .map(({ pattern, states }) => [pattern.slice(macroPrefix.length), states]),
  );
  const decided = new Map<string, AttributeState>();
  for (const { folder, lines } of folders.toReversed()) {
    const inside = path.slice(folder.length);
    for (const { pattern, states } of lines.toReversed()) {
      if (matches(inside, pattern)) decide(states, macros, decided);
    }
  }
  return decided.get('filter') === 'lfs';
}

/** What was said of an attribute stays, from the last line to the first. A macro that is set stands for others as well. */
function decide(
  states: AttributesLine['states'],
  macros: ReadonlyMap<string, AttributesLine['states']>,
  decided: Map<string, AttributeState>,
): void {
  for (const [name, state] of states.toReversed()) {
    if (decided.has(name)) continue;
    decided.set(name, state);
    if (state === true) decide(macros.get(name) ?? [], macros, decided);
  }
}

/** Patterns are `.gitignore`'s, but for `!`, and a folder's stand for nothing inside it. */
function matches(path: string, pattern: string): boolean {
  const isOther = pattern.startsWith(macroPrefix) || pattern.startsWith('!');
  if (isOther || pattern.endsWith('/')) return false;
  if (!pattern.includes('/')) return minimatch(path.split('/').at(-1) ?? '', pattern, globOptions);
  return minimatch(path, pattern.replace(/^\//, ''), globOptions);
}

function readLines(text: string): readonly AttributesLine[] {
  return text.split('\n').flatMap((line) => {
    if (Buffer.byteLength(line) > longestLine) return [];
    const [, quoted, plain = '', rest = ''] =
      /^[ \t\r]*(?:"((?:[^"\\]|\\.)*)"|([^ \t\r]+))(.*)$/s.exec(line) ?? [];
    const pattern = quoted === undefined ? plain : unquoted(quoted);
    if (pattern === '' || (quoted === undefined && pattern.startsWith('#'))) return [];
    const words = rest.split(/[ \t\r]+/).filter((word) => word !== '');
    return [{ pattern, states: words.map(readState) }];
  });
}

function readState(word: string): readonly [string, AttributeState] {
  if (word.startsWith('-')) return [word.slice(1), false];
  if (word.startsWith('!')) return [word.slice(1), undefined];
  const cut = word.indexOf('=');
  return cut === -1 ? [word, true] : [word.slice(0, cut), word.slice(cut + 1)];
}

/** As git quotes names: C's escapes, with bytes in octal. */
function unquoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };
  const bytes = [...text.matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]+/gs)].map(
    ([whole, octal, letter]) => {
      if (octal !== undefined) return Buffer.from([Number.parseInt(octal, 8)]);
      return Buffer.from(letter === undefined ? whole : (escapes[letter] ?? letter));
    },
  );
  return Buffer.concat(bytes).toString();
}
