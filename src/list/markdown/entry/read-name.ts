import type { PhrasingContent } from 'mdast';
import { toReference } from '../../../text/character-references.ts';
import { linksIn, shownText } from '../shown-text.ts';
import { contentBetween, contentOf } from './content.ts';
import type { Content, ReadName } from './entry.ts';

/** With what a text in brackets behind a plain name begins; anything else there may belong to the name, as in “Acme (Europe)”. */
const inBrackets = /(?:us(?:es?|ed|ing)|via|for|as|through|with)\s[^()]*/.source;

/** What people put between a plain name and what they say of it; an opening bracket before markup as well. A run of blanks is looked at once. */
const separator = new RegExp(
  [
    /(?<!\s)\s+(?:-{1,3}|[–—|])(?=\s|$)|(?<!\s)\s*:(?=\s|$)|：|(?<!\s)\s+[([](?=@|$)|[([]$/.source,
    `(?<!\\s)\\s+\\((?=${inBrackets}\\)$)`,
  ].join('|'),
  'i',
);

const bracketed = new RegExp(`^${inBrackets}$`, 'i');

/**
 * Whether a text can be in brackets behind a name, and be read as one again.
 *
 * @param mayHaveMarkup whether markup in it is let through: the words of a plain name end there
 */
export function canBeInBrackets(
  text: string,
  isPlainName: boolean,
  mayHaveMarkup: boolean,
): boolean {
  if (/[()[\]]/.test(text)) return false;
  return !isPlainName || (bracketed.test(text) && !(mayHaveMarkup && /[*_`]/.test(text)));
}

/** What may be before a link and belongs to the name, as in “The New York Times”. */
export const article = /^(?:the|le|la|les|el|los|der|die|das)\s+$/i;

/**
 * The name at the beginning of a line: a link, what is bold, an `<a>` in HTML, or words up to a dash or a colon.
 *
 * @param nodes the line, and all that follows it in its paragraph
 */
export function readName(text: string, nodes: readonly PhrasingContent[]): ReadName | undefined {
  const content = nameContent(text, nodes);
  if (content === undefined) return undefined;
  const [link] = linksIn(content.nodes);
  const shown = shownText(content.nodes);
  const company = /[:：][*_]*$/.test(content.source) ? shown.replace(/\s*[:：]$/, '') : shown;
  const homepage = link !== undefined && /^https?:/i.test(link.url) ? link.url : undefined;
  return { ...content, company, homepage };
}

function nameContent(text: string, nodes: readonly PhrasingContent[]): Content | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  const whole = contentOf(text, [first]);
  if (first.type === 'text') {
    const [, second] = nodes;
    if (article.test(whole.source) && second?.type === 'link')
      return contentOf(text, [first, second]);
    const [line = ''] = whole.source.split(/\r?\n/, 1);
    const { length } = line.slice(0, separator.exec(line)?.index).trimEnd();
    return length === 0
      ? undefined
      : contentBetween(text, nodes, whole.start, whole.start + length);
  }
  if (first.type !== 'html') return whole;
  const end = nodes.findIndex((node) => node.type === 'html' && /^<\/a>$/i.test(node.value));
  return /^<a\s/i.test(first.value) && end !== -1
    ? contentOf(text, nodes.slice(0, end + 1))
    : undefined;
}

/** The name of an entry that has none, as an empty item. */
export function noName(offset: number): ReadName {
  const shape = { source: '', nodes: [], company: '', homepage: undefined };
  return { start: offset, end: offset, ...shape };
}

/** A plain name with references instead of what would end it. */
export function withoutSeparators(encoded: string): string {
  let name = encoded;
  for (let found = separator.exec(name); found !== null; found = separator.exec(name)) {
    const at = found.index + found[0].search(/\S/);
    name = name.slice(0, at) + toReference(name.charAt(at)) + name.slice(at + 1);
  }
  return name;
}
