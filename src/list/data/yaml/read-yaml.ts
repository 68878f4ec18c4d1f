import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import type { TextFile } from '../../format.ts';
import { lineNumber, lineStart } from '../../lines.ts';
import type { Span } from '../../sequence/sequence.ts';
import { arraysIn } from '../arrays-in.ts';
import type { DataArray } from '../data-list.ts';
import { type DataKind, type DataProperty, type DataValue, plainValue } from '../data-value.ts';

/** The lists of a YAML file. */
export function readYaml(file: TextFile): Result<readonly DataArray[]> {
  const value = readYamlValue(file);
  return value.ok ? success(arraysIn(value.value)) : value;
}

/** What a YAML file holds, as one value. */
export function readYamlValue({ path, text }: TextFile): Result<DataValue> {
  // At the beginning of a line, the parser counts a byte-order mark as a blank.
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const document = parseDocument(text.slice(base), {
    keepSourceTokens: true,
    prettyErrors: false,
    // It would compare each key with all others; the second reader refuses a key that is there twice.
    uniqueKeys: false,
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lineNumber(text, base + error.pos[0]);
    if (error.code === 'MULTIPLE_DOCS')
      return failure(problem('list-several-documents', path, { line }));
    return failure(problem('list-not-data', path, { line, reason: error.message }));
  }
  return success(new YamlReader(document, text, base).read());
}

/** Makes values of nodes. What an alias stands for is read once, however many aliases there are of it. */
class YamlReader {
  readonly #document: Document;
  readonly #text: string;
  readonly #base: number;
  readonly #known = new Map<unknown, DataValue>();

  /** @param base where the document begins in the text */
  constructor(document: Document, text: string, base: number) {
    this.#document = document;
    this.#text = text;
    this.#base = base;
  }

  read(node: unknown = this.#document.contents): DataValue {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const value = this.#toValue(node);
    this.#known.set(node, value);
    return value;
  }

  #toValue(node: unknown): DataValue {
    if (isMap(node)) return this.#toObject(node);
    if (isSeq(node)) return this.#toArray(node);
    if (isAlias(node)) {
      const span = this.#spanOf(node.range);
      const target = node.resolve(this.#document);
      const data = target === undefined ? undefined : this.read(target).data;
      return plainValue('expression', data, span, markAt(span.start, `*${node.source}`));
    }
    if (!isScalar(node)) return plainValue('empty', null, { start: 0, end: 0 });
    const { start, end } = this.#spanOf(node.range);
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const span = { start, end: isBlock ? endOfBlock(this.#text, start, end) : end };
    return plainValue(kindOf(node.value), node.value, span, markOf(node, start));
  }

  #spanOf(range: readonly number[] | null | undefined): Span {
    const [start = 0, end = 0] = range ?? [];
    return { start: this.#base + start, end: this.#base + end };
  }

  #toObject(node: YAMLMap): DataValue {
    const { start, end } = this.#spanOf(node.range);
    const properties = node.items.map((pair) => this.#toProperty(pair));
    const odd = node.items.findIndex(isOdd);
    const last = node.flow ? end : (properties.at(-1)?.end ?? end);
    const data = Object.fromEntries(properties.map(({ name, value }) => [name, value.data]));
    const name = properties[odd];
    const mark = name === undefined ? markOf(node, start) : markAt(name.start, name.name);
    return { ...plainValue('object', data, { start, end: last }, mark), properties };
  }

  #toArray(node: YAMLSeq): DataValue {
    const { start, end } = this.#spanOf(node.range);
    const source = node.srcToken;
    const items = node.items.map((item, index): DataValue => {
      const value = this.read(item);
      const tokens = source && 'items' in source ? (source.items[index]?.start ?? []) : [];
      const dash = tokens.find(({ type }) => type === 'seq-item-ind');
      if (dash === undefined) return value;
      const start = this.#base + dash.offset;
      return {
        ...value,
        outer: { start, end: endOfEntry(this.#text, start, endOfLine(this.#text, value.end)) },
      };
    });
    const last = node.flow ? end : (items.at(-1)?.end ?? end);
    const data = items.map((item) => item.data);
    const array = plainValue('array', data, { start, end: last }, markOf(node, start));
    return { ...array, items, isFlow: node.flow === true };
  }

  #toProperty({ key, value }: Pair): DataProperty {
    const name = isScalar(key) ? String(key.value) : '?';
    const { start, end } = this.#spanOf(isScalar(key) ? key.range : undefined);
    const read = value === null ? plainValue('empty', null, { start: end, end }) : this.read(value);
    return { name, start, keyEnd: end, end: Math.max(end, read.end), value: read };
  }
}

function kindOf(value: unknown): DataKind {
  if (value === null) return 'empty';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'boolean':
      return 'word';
    default:
      return 'expression';
  }
}

/** A key that is none in most other formats: with `?`, with a mark, or one that merges other mappings in. */
function isOdd({ key, srcToken }: Pair): boolean {
  const explicit = srcToken?.start.some(({ type }) => type === 'explicit-key-ind');
  return explicit || !isScalar(key) || key.value === '<<' || markOf(key, 0) !== undefined;
}

function markOf(
  { anchor, tag }: { anchor?: string | undefined; tag?: string | undefined },
  offset: number,
): DataValue['mark'] {
  if (anchor !== undefined) return markAt(offset, `&${anchor}`);
  return tag === undefined ? undefined : markAt(offset, tag);
}

function markAt(offset: number, text: string): DataValue['mark'] {
  return { offset, text };
}

/** A block's lines without the last one's end; blank lines below belong to it where its header keeps them (`|+`). */
function endOfBlock(text: string, start: number, end: number): number {
  const source = text.slice(start, end);
  const isKept = /^[|>]\d*\+/.test(source);
  return start + (isKept ? source.replace(/\r?\n$/, '') : source.trimEnd()).length;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** A comment on lines right below an entry, farther in than its dash, is the entry's own. */
function endOfEntry(text: string, start: number, end: number): number {
  const margin = start - lineStart(text, start);
  let last = end;
  for (;;) {
    const line = /^\r?\n([ \t]*)#[^\r\n]*/.exec(text.slice(last, last + longestComment));
    if (line === null || (line[1]?.length ?? 0) <= margin) return last;
    last = endOfLine(text, last + line[0].length);
  }
}

/** A longer line is looked at no farther. */
const longestComment = 1000;
