import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import type { DataValue } from '../../data/data-value.ts';
import { describeEntry } from '../../data/describe.ts';
import { refusal } from '../../data/read-list.ts';
import type { FolderFile } from '../../format.ts';
import { type FrontMatter, findFences } from '../../front-matter.ts';
import { generatedLine } from '../../generated.ts';
import { lineNumber } from '../../lines.ts';
import type { Span } from '../../sequence/sequence.ts';
import { type Body, readBody } from './body.ts';
import { type FileKind, kindOf } from './kinds.ts';

/** An entry's file as both readers found it. All offsets count characters of the file. */
export interface ReadFile {
  readonly file: FolderFile;
  readonly kind: FileKind;
  /** The entry's keys and values. */
  readonly data: DataValue;
  /** Where they are: from the first key, or the brace before it, to behind the last value. */
  readonly span: Span;
  /** What the second reader found. */
  readonly seen: readonly string[];
  /** Of Markdown, what is below the front matter. */
  readonly body: Body | undefined;
}

/** No entry has as much. */
const mostCharacters = 256 * 1024;

/** What was read stays known as long as the file's text is: an edit leaves all files but one as they are. */
const known = new WeakMap<FolderFile, Result<ReadFile>>();

/** Reads the file of an entry, or says why it cannot be edited safely. */
export function readFile(file: FolderFile): Result<ReadFile> {
  const before = known.get(file);
  if (before !== undefined) return before;
  const read = parse(file);
  known.set(file, read);
  return read;
}

function parse(file: FolderFile): Result<ReadFile> {
  const { path, text } = file;
  if (text.length > mostCharacters) {
    return failure(problem('entry-too-large', path, { size: text.length, limit: mostCharacters }));
  }
  const kind = kindOf(path);
  const found = dataIn(file, kind);
  if (!found.ok) return found;
  const { start, end } = found.value;
  // Offsets and lines stay.
  const source = text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start, end);
  const refused = refusal({ path, text: source });
  if (refused !== undefined) return failure(refused);
  const read = kind.read({ path, text: source });
  if (!read.ok) return read;
  const data = read.value.kind === 'empty' ? nothingIn(read.value, source) : read.value;
  if (data.kind !== 'object') {
    return failure(problem('entry-not-keys', path, { line: lineNumber(text, data.start) }));
  }
  const generated = generatedLine(text, data.start, kind.id === 'json' ? 'json' : 'yaml');
  if (generated !== undefined) return failure(problem('list-generated', path, generated));
  const seen = describeEntry(kind.load(source)?.data ?? {});
  const own = describeEntry(data.data);
  const isTwice = data.properties.length > own.length;
  if (isTwice || JSON.stringify(own) !== JSON.stringify(seen)) {
    return failure(problem('list-readers-differ', path, { line: lineNumber(text, data.start) }));
  }
  const body = kind.id === 'markdown' ? readBody(file, end) : undefined;
  return success({ file, kind, data, span: spanOf(data, text), seen, body });
}

/** A file that holds nothing yet. */
function nothingIn(value: DataValue, source: string): DataValue {
  const end = source.length;
  return { ...value, kind: 'object', data: {}, start: end, end };
}

/** Without a brace, the entry is its properties: a comment behind the last of them is not its own. */
function spanOf({ start, end, properties }: DataValue, text: string): Span {
  const [first] = properties;
  if (first === undefined || text.startsWith('{', start)) return { start, end };
  return { start: first.start, end: properties.at(-1)?.end ?? end };
}

/** The fences of a Markdown file; nothing of them in a file that is data alone. */
function dataIn({ path, text }: FolderFile, { id }: FileKind): Result<FrontMatter> {
  if (id !== 'markdown') return success({ start: 0, end: text.length });
  const found = findFences(text, path);
  const lacksIt = !found.ok && found.problems[0]?.code === 'page-without-front-matter';
  return lacksIt ? failure(problem('entry-without-front-matter', path, { line: 1 })) : found;
}
