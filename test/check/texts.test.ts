import { describe, expect, it } from 'vitest';
import { logoPage } from '../support/logo-page.ts';
import { check, inShort } from './check.ts';

async function findIn(text: string): Promise<readonly [string, unknown][]> {
  const found = await check({ en: [{ name: 'Alder Rail', text }] });
  return found.map(({ code, values }) => [code, values['excerpt'] ?? values['link']]);
}

describe('A check of texts', () => {
  it.each([
    ['{{< figure src=x >}}', 'active-shortcode'],
    ['We use {{% ref "x" %}} daily.', 'active-shortcode'],
    ['<script>alert(1)</script>', 'active-element'],
    ['<img src=x onerror=alert(1)>', 'active-event-handler'],
    ['[x](javascript:alert)', 'active-script-link'],
    ['[x](java&#115;cript:alert)', 'active-script-link'],
    ['<iframe src="https://a.example">', 'active-element'],
    ['We like <span class="x">this</span>.', 'unusual-element'],
  ])('finds what acts: %s', async (text, code) => {
    expect(new Set((await findIn(text)).map(([found]) => found))).toEqual(new Set([code]));
  });

  it.each([
    "Alder's trains & “tracks” -- 40 % faster; a < b > c, {braces}, C++.",
    'Alder Rail.\n<br />\n<br />\n[How it works](https://alder.example/a_(b)?c=1)',
    '[Old page](http://alder.example/)',
    'Twice: [one](https://a.example) and [two](https://b.example/x).',
  ])('leaves an ordinary text alone: %s', async (text) => {
    expect(await findIn(text)).toEqual([]);
  });

  it.each(['alder.example/x', '/blog/alder', 'mailto:a@alder.example', 'https:/', '', 'http://'])(
    'finds a link that is no whole address: “%s”',
    async (link) => {
      expect(await findIn(`Alder.<br /> [Read](${link})`)).toEqual([['link-not-absolute', link]]);
    },
  );

  it('finds a link in the midst of a text', async () => {
    expect(await findIn('See [this](alder) and [that](https://a.example).')).toEqual([
      ['link-not-absolute', 'alder'],
    ]);
  });

  it('finds what acts beside a logo, and the link around it', async () => {
    const image = "<img src='/img/poweredby/a.png' alt='Alder Rail' onload='x()'>";
    const en = [{ name: 'Alder Rail', markup: `<a href='alder.example'>${image}</a>` }];
    const found = await check({ en });
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['active-event-handler', 'link-not-absolute']),
    );
  });

  it('finds a shortcode in a logo cell that goes through Markdown, and leaves its picture alone', async () => {
    const text = logoPage([{ name: 'Alder Rail', logo: '/img/poweredby/a.png' }]);
    const plain = (markup: string) =>
      text.replace(/column1: ?\n\s+val: .*\n\s+html: true/, `column1: "${markup}"`);
    const image = "<img src='/img/poweredby/a.png' alt='Alder Rail'>";
    expect(await check({ en: plain(image), logos: {} })).toMatchObject([
      { code: 'logo-file-missing' },
    ]);
    const found = await check({ en: plain(`${image}{{< x >}}`), logos: {} });
    expect(found.map(({ code }) => code)).toContain('active-shortcode');
  });

  it('gives the line within a text of several', async () => {
    const text = logoPage([{ name: 'Alder Rail', text: 'TEXT' }]).replace(
      '"TEXT"',
      '"Alder Rail uses it.\n\n              <br />\n              {{< x >}} and [y](z)"',
    );
    expect(inShort(await check({ en: text }))).toEqual([
      'en.md:18 active-shortcode',
      'en.md:18 link-not-absolute',
    ]);
  });

  it('says no more than ten times that one text acts', async () => {
    expect(await findIn('<script>'.repeat(50))).toHaveLength(10);
  });
});
