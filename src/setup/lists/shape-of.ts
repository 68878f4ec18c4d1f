import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { parseYaml } from '../../config/read-yaml.ts';
import { fileEndings, markdownEnding, type TextFile } from '../../list/list.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { excerptOf } from '../../text/shorten.ts';

/** How a file is written that holds no list of a known format, as far as that can be told. */
export function shapeOf(file: TextFile): Problem {
  const { path } = file;
  if (fileEndings['yaml-list'].test(path) || fileEndings['json-array'].test(path))
    return shapeOfData(file);
  return markdownEnding.test(path) ? shapeOfMarkdown(file) : problem('setup-list-unknown', path);
}

/** Each entry behind a key of its own, or values without any. YAML has all of JSON in it. */
function shapeOfData({ path, text }: TextFile): Problem {
  const file = parseYaml(text);
  const root = 'kind' in file ? undefined : file.document.contents;
  if (isMap(root) && root.items.length > 1) {
    const areMaps = root.items.every(({ key, value }) => isScalar(key) && isMap(value));
    if (areMaps) return problem('setup-list-by-keys', path);
  }
  const lists = isMap(root) ? root.items.map(({ value }) => value) : [root];
  for (const list of lists) {
    const [first] = isSeq<Node>(list) && list.items.length > 1 ? list.items : [];
    if (!isSeq<Node>(list) || !first?.range || !list.items.every(isWithoutKeys)) continue;
    const entry = excerptOf(text.slice(first.range[0], first.range[1]));
    return problem('setup-list-without-keys', path, { entry });
  }
  return problem('setup-list-unknown', path);
}

/** Whether an item is a value, or some values in a row. */
function isWithoutKeys(item: Node): boolean {
  return isScalar(item) || (isSeq(item) && item.items.every(isScalar));
}

function shapeOfMarkdown({ path, text }: TextFile): Problem {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const tags = count(/<(?:img|li|td)\b/gi);
  const paragraphs = namedParagraphs(text);
  const definitions = count(/^:[ \t]+\S/gm);
  if (paragraphs > 2 && paragraphs >= definitions) return problem('setup-list-of-paragraphs', path);
  if (tags > 2) return problem('setup-list-in-html', path);
  if (definitions > 2) return problem('setup-list-of-definitions', path);
  const [tag] = itemsBelowTag.exec(text) ?? [];
  return tag === undefined
    ? problem('setup-list-unknown', path)
    : problem('setup-list-below-tag', path, { tag: excerptOf(tag) });
}

/** A tag on a line of its own, directly above items or rows: until the next empty line, all is HTML. */
const itemsBelowTag =
  /^ {0,3}<[a-z][^<>\n]*>(?=[ \t]*\r?\n[ \t]*(?:[-*+]|\d{1,9}[.)]|\|)[ \t]*\S)/im;

/** Paragraphs that begin with bold words; a label before a colon is none. */
export function namedParagraphs(text: string): number {
  const bold = text.match(/^(?:\*\*|__)[^\s*].*?(?:\*\*|__)(?!:)/gm) ?? [];
  return bold.filter((found) => !/:[*_]+$/.test(found)).length;
}
