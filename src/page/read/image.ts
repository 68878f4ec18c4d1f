import { decodeAttribute } from '../text/decode-attribute.ts';
import { encodeAttribute } from '../text/encode-attribute.ts';

/** The picture in a logo cell's markup. */
export interface Image {
  readonly source: string;
  /** The company's name. */
  readonly name: string;
  /** Whether the markup is the picture's tag and nothing else, so that it can serve as a pattern. */
  readonly isAlone: boolean;
}

/** What another picture shows. */
export interface ImageValues {
  /** The logo's address as the page names it. */
  readonly logo: string;
  /** The company's name. */
  readonly company: string;
}

const tag = /<img(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>/i;
const attribute = /(\s+)([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+))?/g;

/** Attributes that say how every logo of a table looks; any other belongs to one company. */
const shared = /^(class|width|height|style|align|loading|decoding|sizes|referrerpolicy)$/i;
const naming = /^(alt|title|aria-label)$/i;

/** Reads the first `<img>` in a cell's markup. */
export function readImage(markup: string): Image | undefined {
  const found = tag.exec(markup);
  if (found === null) return undefined;
  const values = new Map<string, string>();
  for (const [, , key = '', , value = ''] of found[0].matchAll(attribute)) {
    const name = key.toLowerCase();
    if (!values.has(name)) values.set(name, decodeAttribute(unquote(value)));
  }
  return {
    source: values.get('src') ?? '',
    name: foldBlanks(values.get('alt') ?? ''),
    isAlone: found[0].length === markup.trim().length && values.has('src') && values.has('alt'),
  };
}

/**
 * Writes a picture's tag like that of a neighbour: same attributes, order, quotes and blanks, with another source
 * and name.
 *
 * @param pattern a neighbour's tag, alone in its cell
 */
export function writeImage(pattern: string, values: ImageValues): string {
  const neighbour = readImage(pattern)?.name;
  const write = (whole: string, blanks: string, key: string, equals?: string, value?: string) => {
    if (value !== undefined && /^src$/i.test(key)) {
      return `${blanks}${key}${equals}${quoteLike(value, values.logo)}`;
    }
    const names = value !== undefined && naming.test(key);
    if (names && foldBlanks(decodeAttribute(unquote(value))) === neighbour) {
      return `${blanks}${key}${equals}${quoteLike(value, values.company)}`;
    }
    return shared.test(key) ? whole : '';
  };
  return pattern.trim().replace(attribute, write);
}

function unquote(value: string): string {
  return /^["']/.test(value) ? value.slice(1, -1) : value;
}

function quoteLike(value: string, text: string): string {
  const quote = value.startsWith('"') ? '"' : "'";
  return `${quote}${encodeAttribute(text)}${quote}`;
}

function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
