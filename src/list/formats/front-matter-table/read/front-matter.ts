import matter from 'gray-matter';
import { load } from 'js-yaml';
import { problem } from '../../../../problem/problem.ts';
import { failure, type Result } from '../../../../problem/result.ts';
import { isData } from '../../../../text/is-data.ts';
import { type FrontMatter, findFences } from '../../../front-matter.ts';
import { lineNumber } from '../../../lines.ts';
import type { RowData } from './row-data.ts';

/** GitHub cuts larger files, and reading one takes seconds. */
const mostCharacters = 10 * 1024 * 1024;
/** Each line costs the readers some microseconds, be it empty; ten thousand companies take 70,000. */
const mostLines = 200_000;

/** Finds the front matter of a page that is not too large. @param path names the page in a problem */
export function findFrontMatter(text: string, path: string): Result<FrontMatter> {
  if (text.length > mostCharacters) {
    return failure(problem('page-too-large', path, { size: text.length, limit: mostCharacters }));
  }
  const lines = lineNumber(text, text.length);
  if (lines > mostLines) {
    return failure(problem('page-too-many-lines', path, { size: lines, limit: mostLines }));
  }
  return findFences(text, path);
}

/** A page's front matter as data, and what follows it. */
export interface PageData {
  readonly data: RowData;
  readonly content: string;
}

/**
 * The data of a page's front matter, as gray-matter and js-yaml read it: a second opinion, independent of the reader by
 * which a page is edited, and several times as fast. It refuses nesting deeper than 100.
 *
 * @throws where the front matter is not YAML that this reader takes, or it finds other fences than we do
 */
export function readData(text: string): PageData {
  const found = findFrontMatter(text, '');
  if (!found.ok) throw new Error(`The front matter is not to be read: ${found.problems[0]?.code}`);
  const { start, end } = found.value;
  const yaml = text.slice(start, end);
  // Looking for comments, gray-matter takes time quadratic in blank lines: only the reader of YAML gets these.
  const dense = yaml.replace(blankLines, '');
  // It knows only a bare opening fence. Without one more line end it would cut the last one off, from a block that keeps it
  // or between CR and LF.
  const page = `---\n${dense}\n${text.slice(end)}`;
  const isWhole = (read: string) => read.replace(/^\r?\n/, '') === dense;
  const file = matter(
    page,
    optionsFor((read) => (isWhole(read) ? load(yaml) : undefined)),
  );
  if (!isWhole(file.matter)) throw new Error('The fences are not where they seem');
  return { data: file.data, content: file.content };
}

/** From a line end to the last one that follows it, with nothing but blanks between them. */
const blankLines = /[\n\r\u2028\u2029]\s*(?=[\n\r\u2028\u2029])/g;

/**
 * What gray-matter is told at each call: without options it caches, and turns broken YAML into `{}` at the second call.
 *
 * Every engine is replaced. Its own reader of YAML is an old one; others execute a page that begins with `---js`.
 *
 * @param read gives the data of YAML
 */
function optionsFor(read: (yaml: string) => unknown): Parameters<typeof matter>[1] {
  const parse = (yaml: string): object => {
    const data = read(yaml);
    return isData(data) ? data : {};
  };
  return {
    language: 'yaml',
    engines: {
      yaml: { parse },
      json: refused,
      javascript: refused,
      js: refused,
      coffee: refused,
      coffeescript: refused,
      cson: refused,
      toml: refused,
    },
  };
}

const refused = {
  parse(): object {
    throw new Error('Front matter that is not YAML is never read');
  },
};
