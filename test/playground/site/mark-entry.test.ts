import { describe, expect, it } from 'vitest';
import { markEntry } from '../../../src/playground/site/mark-entry.ts';

const page = (body: string) => `<html><head><title>Acme</title></head><body>${body}</body></html>`;

/** What a mark stands around. */
function marked(text: string): string | undefined {
  return /<span id="poweredby-entry">(.*?)<\/span>/s.exec(text)?.[1];
}

describe('an entry on a finished page', () => {
  it.each([
    `<img src='/img/acme%20rockets-logo.png?raw=true' alt="x">`,
    '<img alt="x" src="../acme rockets-logo.png">',
    '<IMG class=a src=/s/acme%20rockets-logo.png>',
  ])('is found by its logo: %s', (picture) => {
    const other = '<img src="/img/acme-logo.png">';
    const text = markEntry(page(`<td>${other}</td><td>${picture}</td>`), {
      company: 'Acme',
      logo: '/img/poweredby/acme rockets-logo.png',
    });
    expect(marked(text)).toBe(picture);
    expect(text).toContain('#poweredby-entry');
  });

  it('is found by its name where it has no logo, in words and not in tags or titles', () => {
    const body = '<a title="R&amp;D &lt;1&gt;">R&amp;D &lt;1&gt;, Berlin</a>';
    const text = markEntry(page(body), { company: 'R&D <1>', logo: '' });
    expect(marked(text)).toBe('R&amp;D &lt;1&gt;');
    expect(text).toContain('<a title="R&amp;D &lt;1&gt;"><span');
    expect(marked(markEntry(page('<p>Acme</p>'), { company: 'Acme', logo: '' }))).toBe('Acme');
  });

  it('that is not there leaves the page as it is', () => {
    for (const logo of ['', '/img/acme.png']) {
      expect(markEntry(page('<p>Nobody</p>'), { company: 'Acme', logo })).toBe(
        page('<p>Nobody</p>'),
      );
    }
  });
});
