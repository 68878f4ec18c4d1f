import type { Browser } from 'playwright-core';
import type { EntryValues } from '../../../../src/list/format.ts';
import { canonical } from '../../text/shown-text.ts';

/** What a browser shows of the entry that was added to a page. */
interface ShownEntry {
  readonly company: string;
  readonly text: string;
  readonly link: string;
  readonly url: string;
  /** What nobody asked for: elements by their names, and pages that end with the table. */
  readonly others: string;
}

/** Runs in the browser. */
const script = `(pages) => {
  const expected = ['p', 'br', 'a', 'hr', 'template'];
  return pages.map((html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const [, logo, , text] = page.querySelectorAll('td');
    if (text === undefined) return { others: 'no entry' };
    const [image, ...images] = logo.querySelectorAll('img');
    const [link, ...links] = text.querySelectorAll('a');
    const names = Array.from(text.querySelectorAll('*'), (element) => element.localName);
    const separators = Array.from(text.querySelectorAll('template'));
    const others = [
      ...names.filter((name) => !expected.includes(name)),
      ...[...images, ...links].map(({ localName }) => 'another ' + localName),
      ...separators.filter((each) => each.textContent !== '').map(() => 'a separator with text'),
    ];
    if (!/The page goes on\\.\\s*$/.test(page.body.textContent)) others.push('no end');
    const linkText = link?.textContent;
    link?.remove();
    for (const lineBreak of text.querySelectorAll('br')) lineBreak.replaceWith(' ');
    return {
      company: image?.getAttribute('alt') ?? '',
      text: text.textContent,
      link: linkText,
      url: link?.getAttribute('href'),
      others: others.join(),
    };
  });
}`;

/**
 * Compares finished pages, as a browser reads them, with the entries that were added to them.
 *
 * @param hasLogos whether the site shows logos: in Markdown they are raw HTML, which it may leave out
 * @returns one line for each entry that is not shown as it was given
 */
export async function misshown(
  entries: readonly EntryValues[],
  html: readonly string[],
  browser: Browser,
  hasLogos: boolean,
): Promise<readonly string[]> {
  const tab = await browser.newPage();
  const shown = await tab.evaluate<readonly ShownEntry[]>(`(${script})(${JSON.stringify(html)})`);
  await tab.close();
  return entries.flatMap((values, index) => {
    const { company, text, link } = values;
    const expected = { text, link: link?.text, url: link?.url, others: '', company };
    const found = shown[index];
    const wrong = Object.entries(expected).filter(([key, value = '']) => {
      if (key === 'company' && !hasLogos) return false;
      const normal = key === 'url' ? decoded : visible;
      return normal(String(found?.[key as keyof ShownEntry])) !== normal(value);
    });
    return wrong.length === 0 ? [] : [JSON.stringify({ wrong: Object.fromEntries(wrong), found })];
  });
}

/** A word joiner shows nothing; it stands where raw HTML was left out. */
function visible(text: string): string {
  return canonical(text.replaceAll('\u2060', ''));
}

/** Of two spellings of an address, the one without escapes. */
function decoded(url: string): string {
  return url.replace(/%([0-7][0-9A-F])/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
