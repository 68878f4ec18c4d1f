import markdownIt from 'markdown-it';
import { readHtmlTags } from '../../src/list/text/active/html-tags.ts';
import { decodeAttribute } from '../../src/list/text/decode-attribute.ts';
import { asSeen } from './typed-texts.ts';

/** What becomes of Markdown on GitHub, as far as a reader here can tell. */
export interface Shown {
  /** The elements, in order: `b`, `/b`. */
  readonly elements: readonly string[];
  readonly links: readonly string[];
  readonly pictures: readonly string[];
  /** The text as it stands, with what nobody sees; tags are blanks. */
  readonly text: string;
  /** The text without code, where GitHub looks for no references. */
  readonly prose: string;
}

const markdown = markdownIt({ html: true, linkify: true });
// GitHub links addresses and what begins with `www.`, but no bare names.
markdown.linkify.set({ fuzzyLink: false });
markdown.linkify.add('www.', {
  validate: (text: string, from: number) => /^\S*/.exec(text.slice(from))?.[0].length ?? 0,
});

/** Reads Markdown as GitHub does: tables, HTML, addresses. */
export function show(source: string): Shown {
  const html = markdown.render(source);
  const tags = readHtmlTags(html);
  const valuesOf = (element: string, attribute: string) =>
    tags
      .filter(({ name, isClosing }) => name === element && !isClosing)
      .map(({ attributes }) =>
        decodeAttribute(attributes.find(({ name }) => name === attribute)?.value ?? ''),
      );
  let [text, prose] = ['', ''];
  let read = 0;
  for (const { start, end, name, isClosing } of tags) {
    const piece = `${decodeAttribute(html.slice(read, start))} `;
    text += piece;
    if (!(name === 'code' && isClosing)) prose += piece;
    read = end;
  }
  return {
    elements: tags.map(({ name, isClosing }) => `${isClosing ? '/' : ''}${name}`),
    links: valuesOf('a', 'href'),
    pictures: valuesOf('img', 'src'),
    text: text + decodeAttribute(html.slice(read)),
    prose: prose + decodeAttribute(html.slice(read)),
  };
}

/** The text that a reader sees of Markdown. */
export function seen(source: string): string {
  return asSeen(show(source).text);
}

/**
 * What GitHub would still make of a finished text: a mention, a reference, an emoji, an address. Our own references are
 * the numbers given.
 */
export function actsIn(text: string, ...ours: readonly number[]): readonly string[] {
  const found = text.matchAll(
    /@[A-Za-z0-9]|#\d+|\bGH-\d|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|:[\w+-]+:|:\/\/|\bwww\./gi,
  );
  return Array.from(found, ([whole]) => whole).filter(
    (whole) => !ours.some((number) => whole === `#${number}`),
  );
}
