import matter from 'gray-matter';
import { problem } from '../../../../problem/problem.ts';
import { failure, type Result, success } from '../../../../problem/result.ts';

/** Where a page's front matter stands: the YAML between the fences, as offsets into the page's text. */
export interface FrontMatter {
  readonly start: number;
  readonly end: number;
}

/** GitHub cuts larger files, and reading one takes seconds. */
const mostCharacters = 10 * 1024 * 1024;

/**
 * Finds a page's front matter. The opening fence is exactly `---`: what follows it on the line would name an
 * engine, and some engines execute the page.
 *
 * @param path names the page in a problem
 */
export function findFrontMatter(text: string, path: string): Result<FrontMatter> {
  if (text.length > mostCharacters) {
    return failure(problem('page-too-large', path, { size: text.length, limit: mostCharacters }));
  }
  const opening = /^\uFEFF?---\r?\n/.exec(text);
  if (opening === null) {
    const firstLine = /^\uFEFF?([^\r\n]{0,40})/.exec(text)?.[1] ?? '';
    return /^(---|\+\+\+|\{|;;;)/.test(firstLine)
      ? failure(problem('page-front-matter-format', path, { line: 1, found: firstLine }))
      : failure(problem('page-without-front-matter', path, { line: 1 }));
  }
  const start = opening[0].length;
  const end = closingFence(text, start);
  if (end === undefined) return failure(problem('page-front-matter-unclosed', path, { line: 1 }));
  return success({ start, end });
}

/** The first line that is `---`, blanks behind it aside. */
function closingFence(text: string, start: number): number | undefined {
  for (let line = start; line !== 0; line = text.indexOf('\n---', line) + 1) {
    if (/^---[ \t]*(?:\r?\n|\r?$)/.test(text.slice(line, line + 80))) return line;
  }
  return undefined;
}

const refused = {
  parse(): object {
    throw new Error('Front matter that is not YAML is never read');
  },
};

/** A page's front matter as data, and what follows it. */
export interface PageData {
  readonly data: Record<string, unknown>;
  readonly content: string;
}

/**
 * The data of a page's front matter, read by gray-matter's own YAML reader: a second opinion, independent of the
 * reader by which a page is edited, and several times as fast.
 *
 * Every engine but YAML is replaced, for gray-matter executes a page that begins with `---js`; options are given
 * at every call, for without them it caches, and turns broken YAML into `{}` at the second call.
 *
 * @throws where the front matter is not YAML that this reader takes, or it finds other fences than we do
 */
export function readData(text: string): PageData {
  const found = findFrontMatter(text, '');
  if (!found.ok) throw new Error('No front matter to read');
  const { start, end } = found.value;
  // Without one more line end it would cut the last one off, from a block that keeps it or between CR and LF.
  const file = matter(`${text.slice(0, end)}\n${text.slice(end)}`, options);
  const read = file.matter.replace(/^\r?\n/, '');
  if (read !== text.slice(start, end)) throw new Error('The fences are not where they seem');
  return { data: file.data, content: file.content };
}

const options = {
  language: 'yaml',
  engines: {
    json: refused,
    javascript: refused,
    js: refused,
    coffee: refused,
    coffeescript: refused,
    cson: refused,
    toml: refused,
  },
};
