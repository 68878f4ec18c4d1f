import { beforeAll, expect, it } from 'vitest';
import { findActiveMarkup } from '../../../src/list/text/active/find-active-markup.ts';
import { readHtmlTags } from '../../../src/list/text/active/html-tags.ts';
import { decodeAttribute } from '../../../src/list/text/decode-attribute.ts';
import { decodeText } from '../../../src/list/text/decode-text.ts';
import { encodeAttribute } from '../../../src/list/text/encode-attribute.ts';
import { encodeLinkDestination } from '../../../src/list/text/encode-link-destination.ts';
import { encodeLinkText } from '../../../src/list/text/encode-link-text.ts';
import { encodeText } from '../../../src/list/text/encode-text.ts';
import { type RenderedCell, renderCells } from '../../support/hugo.ts';
import { isPlain } from '../../support/is-plain.ts';
import { describeWith } from '../../support/programs.ts';
import { arbitraryMarkup, arbitraryString, arbitraryText, sampleTexts } from './generated-texts.ts';
import { hostileTexts } from './hostile-texts.ts';
import { ordinaryTexts } from './ordinary-texts.ts';
import { canonical, shownText } from './shown-text.ts';

interface Sentence {
  readonly title: string;
  readonly text: string;
}

const sentences: readonly Sentence[] = [
  ...hostileTexts.map(([kind, text]) => ({ title: kind, text })),
  ...ordinaryTexts.map((text) => ({ title: `“${text.slice(0, 40)}…”`, text })),
];
const generated = [...sampleTexts(arbitraryText, 2500), ...sampleTexts(arbitraryString, 500)];
const texts = [...sentences.map(({ text }) => text), ...generated];

const address = 'https://acme.example/';
const rest = `<a href="${address}">more</a>`;

/** A way in which a text stands on a page: its cell, and where the text is in the HTML that comes out. */
interface Place {
  readonly name: string;
  readonly cell: (text: string) => RenderedCell;
  readonly textIn: (html: string) => string | undefined;
}

const places: readonly Place[] = [
  {
    name: 'alone in a cell',
    cell: (text) => markdown(encodeText(text)),
    textIn: shownText,
  },
  {
    name: 'before a link on the same line',
    cell: (text) => markdown(`${encodeText(text)} <br /> <br /> [more](${address})`),
    textIn: (html) => before(`<br /> <br /> ${rest}`, html),
  },
  {
    name: 'before a link on lines of its own',
    cell: (text) => markdown(`${encodeText(text)}\n<br />\n<br />\n[more](${address})\n`),
    textIn: (html) => before(`<br />\n<br />\n${rest}`, html),
  },
  {
    name: "as a link's text",
    cell: (text) => markdown(`Acme\n<br />\n[${encodeLinkText(text)}](${address})`),
    textIn: (html) => between(`Acme\n<br />\n<a href="${address}">`, '</a>', html),
  },
  {
    name: "as a picture's name in single quotes",
    cell: (text) => ({ kind: 'html', value: `<img src='/a.png' alt='${encodeAttribute(text)}'>` }),
    textIn: (html) => attribute(/^<img src='\/a\.png' alt='([^'<>]*)'>$/, html),
  },
  {
    name: "as a picture's name in double quotes",
    cell: (text) => ({ kind: 'html', value: `<img src="/a.png" alt="${encodeAttribute(text)}">` }),
    textIn: (html) => attribute(/^<img src="\/a\.png" alt="([^"<>]*)">$/, html),
  },
];

describeWith('hugo', 'Texts on a page that the real Hugo built', () => {
  const shown = new Map<Place, readonly (string | undefined)[]>();

  beforeAll(async () => {
    const cells = places.flatMap((place) => texts.map((text) => place.cell(text)));
    const html = await renderCells(cells);
    for (const [index, place] of places.entries()) {
      const own = html.slice(index * texts.length, (index + 1) * texts.length);
      shown.set(place, own.map(place.textIn));
    }
  }, 60_000);

  it.each(sentences)('shows $title as typed, wherever it stands', ({ text }) => {
    const index = texts.indexOf(text);
    for (const place of places) {
      expect(canonical(shown.get(place)?.[index] ?? '(markup)'), place.name).toBe(canonical(text));
    }
  });

  it.each(places)('shows every generated text as typed $name', (place) => {
    const wrong = texts.filter(
      (text, index) => canonical(shown.get(place)?.[index] ?? '(markup)') !== canonical(text),
    );
    expect(wrong).toEqual([]);
  });

  it('says that a source is plain only where Hugo shows what decoding tells', async () => {
    const plain = texts.filter(isPlain);
    const html = await renderCells(plain.map(markdown));
    const wrong = plain.filter(
      (source, index) =>
        canonical(shownText(html[index] ?? '') ?? '(markup)') !== canonical(decodeText(source)),
    );
    expect(plain.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });

  it('finds active markup wherever Hugo lets it through', async () => {
    const sources = sampleTexts(arbitraryMarkup, 1500);
    const html = await renderCells(sources.map(markdown));
    const live = sources.filter((_source, index) => acts(html[index] ?? ''));
    expect(live.length).toBeGreaterThan(300);
    expect(live.filter((source) => findActiveMarkup(source, 'markdown').length === 0)).toEqual([]);
  });

  it('gives a link the address that was asked for', async () => {
    const urls = [
      'https://acme.example/a_(b)_*c*?x=1&list=2&copy=3&lt;=4#top',
      'https://acme.example/?q={{<ref>}}&p={{%25x%25}}`~_[y]\\|^',
      'https://acme.example/HAHAHUGOSHORTCODE',
      'https://acme.example/%E4%B8%AD?a=%28b%29&amp;c;d',
      'https://user:pass@acme.example:8443/a;b=c,d/!$\'"<x>',
      'http://2026.acme.example/index.html%3Fp=592.html',
    ].map((url) => new URL(url).href);
    const html = await renderCells(
      urls.map((url) => markdown(`Acme [more](${encodeLinkDestination(url)}) (end)`)),
    );
    const addresses = html.map((cell) => between('Acme <a href="', '">more</a> (end)', cell));
    const readable = (url = '') => decodeURI(url).replaceAll('%3B', ';');
    expect(addresses.map((url) => readable(url))).toEqual(urls.map((url) => readable(url)));
  });
});

function markdown(value: string): RenderedCell {
  return { kind: 'markdown', value };
}

function before(end: string, html: string): string | undefined {
  return between('', end, html.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1'));
}

function between(start: string, end: string, html: string): string | undefined {
  const whole = html.trim();
  if (!whole.startsWith(start) || !whole.endsWith(end)) return undefined;
  return shownText(whole.slice(start.length, whole.length - end.length));
}

function attribute(pattern: RegExp, html: string): string | undefined {
  const value = pattern.exec(html)?.[1];
  return value?.includes('HAHAHUGOSHORTCODE') ? undefined : value && decodeAttribute(value);
}

/** Elements that Markdown itself makes, and that only format. */
const harmless = new Set([
  ...[
    'p',
    'a',
    'img',
    'br',
    'em',
    'strong',
    'b',
    'del',
    'code',
    'pre',
    'hr',
    'blockquote',
    'ul',
    'ol',
    'li',
  ],
  ...['h1', 'h2', 'h3', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd', 'input'],
]);

function acts(html: string): boolean {
  return readHtmlTags(html).some(
    ({ name, attributes, isFinished }) =>
      !isFinished ||
      (name !== '' && !harmless.has(name)) ||
      attributes.some(
        (attribute) =>
          attribute.name.startsWith('on') ||
          /^(?:javascript|vbscript|data):/i.test(decodeAttribute(attribute.value)),
      ),
  );
}
