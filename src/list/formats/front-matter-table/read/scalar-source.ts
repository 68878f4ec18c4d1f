import type { ScalarSyntax } from './syntax.ts';

/** How a YAML scalar is written: between quotes, bare, or as a block of lines. */
export type ScalarStyle = FlowStyle | BlockStyle;

/** Line ends inside a flow scalar fold to blanks. */
export interface FlowStyle {
  readonly family: 'flow';
  readonly quote: '"' | "'" | '';
}

/** Each line is written as it is, indented. */
export interface BlockStyle {
  readonly family: 'block';
  /** `|` or `>`, with its indicators. */
  readonly header: string;
  /** Blanks before each line of the content. */
  readonly indentation: string;
}

/** A scalar's style, and what it writes between its quotes or as its lines, without their indentation. */
export interface ScalarSource {
  readonly style: ScalarStyle;
  readonly inner: string;
}

/** Takes the source of a scalar apart; line ends come out as `\n`. */
export function readScalarSource(source: string, type: ScalarSyntax['type']): ScalarSource {
  const text = source.replaceAll('\r\n', '\n');
  if (type === 'literal' || type === 'folded') return readBlock(text);
  const quote = type === 'double-quoted' ? '"' : type === 'single-quoted' ? "'" : '';
  const inner = quote === '' ? text : text.slice(1, -1);
  return { style: { family: 'flow', quote }, inner };
}

function readBlock(text: string): ScalarSource {
  const [first = '', ...lines] = text.split('\n');
  // `+` would keep the blank lines that happen to follow where the text is copied to.
  const header = (/^[|>][-+0-9]*/.exec(first)?.[0] ?? '|').replace('+', '');
  const indentation = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  const inner = lines
    .map((line) => line.slice(Math.min(indentation.length, line.length)))
    .join('\n')
    .replace(/\n+$/, '');
  return { style: { family: 'block', header, indentation }, inner };
}

/** Writes text as part of a flow scalar in a quote style. */
export function escapeFor(style: ScalarStyle, text: string): string {
  if (style.family === 'block' || style.quote === '') return text;
  return style.quote === '"' ? text.replace(/["\\]/g, '\\$&') : text.replaceAll("'", "''");
}

/** Puts a scalar together: the reverse of `readScalarSource`. */
function writeScalarSource({ style, inner }: ScalarSource): string {
  if (style.family === 'flow') return `${style.quote}${inner}${style.quote}`;
  const lines = inner.split('\n').map((line) => (line === '' ? '' : style.indentation + line));
  return [style.header, ...lines].join('\n');
}

/**
 * Whether text may be without quotes, for every reader of YAML 1.1 and 1.2. Careful rather than complete: what
 * is in doubt gets quotes.
 *
 * @param inFlow whether the scalar is between braces or brackets
 */
function mayBeBare(text: string, inFlow: boolean): boolean {
  if (!/^[\p{L}<]/u.test(text) || /:(?=\s|$)|\s#|\s$/.test(text)) return false;
  if (inFlow && /[,[\]{}]/.test(text)) return false;
  return !/^(?:y|yes|n|no|true|false|on|off|null)$/i.test(text);
}

/**
 * Writes a scalar in the style of another; one that had no quotes gets them where the new text needs them.
 *
 * @param write gives what is inside, escaped for the style it is told
 */
export function writeScalarLike(
  style: ScalarStyle,
  inFlow: boolean,
  write: (style: ScalarStyle) => string,
): string {
  const inner = write(style);
  const isBare = style.family === 'flow' && style.quote === '';
  if (!isBare || mayBeBare(inner, inFlow)) return writeScalarSource({ style, inner });
  const quoted = { family: 'flow', quote: '"' } as const;
  return writeScalarSource({ style: quoted, inner: write(quoted) });
}
