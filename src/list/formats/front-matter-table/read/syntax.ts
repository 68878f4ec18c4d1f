import { CST } from 'yaml';
import { beforeBlankLines, nextLine } from '../../../lines.ts';

/** How a value is written in the page. All offsets count characters of the page's text. */
export type ValueSyntax = ScalarSyntax | MappingSyntax;

/** A scalar, with what its type is called in YAML. */
export interface ScalarSyntax {
  readonly kind: 'scalar';
  readonly type: 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';
  readonly start: number;
  readonly end: number;
}

/** A mapping of scalars, a line each (`block`) or between braces (`flow`). */
export interface MappingSyntax {
  readonly kind: 'mapping';
  readonly style: 'block' | 'flow';
  readonly pairs: readonly { readonly key: string; readonly value: ScalarSyntax }[];
}

/** A page's text, with where its front matter begins: the parser's offsets count from there. */
export interface Source {
  readonly text: string;
  readonly path: string;
  readonly base: number;
  /** The table's name, for problems. */
  readonly table: string;
}

/** The text of a mapping's key; nothing for one that is none, or cannot be read. */
export function keyOf(token: CST.Token | null | undefined): string | undefined {
  if (!token || !CST.isScalar(token) || token.type === 'alias') return undefined;
  if (token.type === 'scalar') return token.source;
  let isBroken = false;
  const resolved = CST.resolveAsScalar(token, true, () => {
    isBroken = true;
  });
  return isBroken ? undefined : resolved.value;
}

/** How a value is written; `unreadable` where it is neither a scalar nor a mapping of scalars. */
export function readValue(token: CST.Token, source: Source): ValueSyntax | 'unreadable' {
  if (token.type !== 'block-map' && token.type !== 'flow-collection') {
    return readScalar(token, source) ?? 'unreadable';
  }
  if (token.type === 'flow-collection' && token.start.type !== 'flow-map-start')
    return 'unreadable';
  const style = token.type === 'block-map' ? 'block' : 'flow';
  const pairs: { key: string; value: ScalarSyntax }[] = [];
  for (const item of token.items) {
    if (item.key === undefined && item.value === undefined) continue;
    const key = keyOf(item.key);
    const value = item.value && readScalar(item.value, source);
    if (key === undefined || value === undefined || isExplicit(item)) return 'unreadable';
    pairs.push({ key, value });
  }
  return { kind: 'mapping', style, pairs };
}

/** Whether a key is written with `?`, on which no line of ours would fit. */
export function isExplicit(item: CST.CollectionItem): boolean {
  return item.start.some(({ type }) => type === 'explicit-key-ind');
}

const flowTypes = {
  scalar: 'plain',
  'single-quoted-scalar': 'single-quoted',
  'double-quoted-scalar': 'double-quoted',
} as const;

function readScalar(token: CST.Token, { text, base }: Source): ScalarSyntax | undefined {
  if (token.type === 'block-scalar') {
    const header = token.props.find(({ type }) => type === 'block-scalar-header');
    if (header === undefined || !('source' in header)) return undefined;
    const start = base + header.offset;
    const type = header.source.startsWith('|') ? 'literal' : 'folded';
    return {
      kind: 'scalar',
      type,
      start,
      end: endOfBlock(text, start, header.source, token.source),
    };
  }
  if (!(token.type in flowTypes) || !('source' in token)) return undefined;
  const type = flowTypes[token.type as keyof typeof flowTypes];
  const start = base + token.offset;
  return { kind: 'scalar', type, start, end: start + token.source.length };
}

/** The blank lines below a block belong to it only where its header keeps them (`|+`). */
function endOfBlock(text: string, start: number, header: string, content: string): number {
  const first = nextLine(text, start);
  const below = first + content.length;
  const end = header.includes('+') ? below : beforeBlankLines(text, below, first);
  return end > first ? withoutLineEnd(text, end) : start + header.length;
}

function withoutLineEnd(text: string, end: number): number {
  if (text[end - 1] !== '\n') return end;
  return text[end - 2] === '\r' ? end - 2 : end - 1;
}

/** Behind a value's last character, without the line's end, a comment, or blank lines below. */
export function endOfValue(token: CST.Token, value: ValueSyntax, base: number): number {
  if (value.kind === 'scalar') return value.end;
  if (token.type === 'flow-collection') {
    const close = token.end.find(({ type }) => type === 'flow-map-end');
    return base + (close?.offset ?? token.offset) + 1;
  }
  return value.pairs.at(-1)?.value.end ?? base + token.offset;
}

/** Where an alias, an anchor or a tag first is: text that is copied or moved would carry it along. */
export function firstUnsafeToken(token: CST.Token): number | undefined {
  if (token.type === 'alias') return token.offset;
  if ('props' in token) return firstMark(token.props);
  if (!('items' in token)) return undefined;
  for (const { start, key, sep, value } of token.items) {
    const found =
      firstMark(start) ??
      (key ? firstUnsafeToken(key) : undefined) ??
      (sep && firstMark(sep)) ??
      (value && firstUnsafeToken(value));
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstMark(tokens: readonly CST.Token[]): number | undefined {
  const mark = tokens.find(({ type }) => type === 'anchor' || type === 'tag');
  return mark && 'offset' in mark ? mark.offset : undefined;
}
