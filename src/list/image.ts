import { foldBlanks } from '../text/single-line.ts';
import { readHtmlTags } from './text/active/html-tags.ts';
import { decodeAttribute } from './text/encode/decode-attribute.ts';
import { encodeAttribute } from './text/encode/encode-attribute.ts';

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

/** An attribute with the blanks before it. A run of blanks is looked at once only, however long. */
const attribute = /(?<!\s)(\s+)([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+))?/g;

/** Attributes that say how every logo of a table looks; any other belongs to one company. */
const shared = /^(class|width|height|style|align|loading|decoding|sizes|referrerpolicy)$/i;
const naming = /^(alt|title|aria-label)$/i;

/** Reads the first `<img>` in a cell's markup. */
export function readImage(markup: string): Image | undefined {
  // Most texts have tags, and none of them this one.
  if (!/<img/i.test(markup)) return undefined;
  const tag = readHtmlTags(markup).find(({ name }) => name === 'img');
  if (tag === undefined) return undefined;
  const attributeValue = (name: string): string | undefined =>
    tag.attributes.find((each) => each.name === name)?.value;
  const [source, name] = [attributeValue('src'), attributeValue('alt')];
  const rest = markup.slice(0, tag.start) + markup.slice(tag.end);
  return {
    source: decodeAttribute(source ?? ''),
    name: foldBlanks(decodeAttribute(name ?? '')),
    isAlone: tag.isFinished && rest.trim() === '' && source !== undefined && name !== undefined,
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
