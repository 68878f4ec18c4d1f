import { describe, expect, it } from 'vitest';
import { findActiveMarkup } from '../../../../src/list/text/active/find-active-markup.ts';
import { encodeText } from '../../../../src/list/text/encode-text.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { ordinaryTexts } from '../ordinary-texts.ts';

describe('Looking for active markup in a text', () => {
  it.each(ordinaryTexts)('finds nothing in ordinary prose: %s', (text) => {
    const tail = '\n<br />\n<br />\n[more](https://acme.example/a_b?c=d&e=f)\n';
    expect(findActiveMarkup(text + tail, 'markdown')).toEqual([]);
  });

  it.each(hostileTexts)('finds nothing in %s once it is encoded', (_kind, text) => {
    expect(findActiveMarkup(encodeText(text), 'markdown')).toEqual([]);
  });

  it.each([
    '**bold**, <b>bold</b>, <i>x</i> <em>x</em> <strong>x</strong> <small>x</small> H<sub>2</sub>O<sup>+</sup>',
    '`<script>` and \\<script> and &lt;script>',
    '{{</* ref "x" */>}}',
    '[more](http://acme.example) <https://acme.example> <x@acme.example> ![x](/a.png)',
    'a <!-- note --> b',
    '![x](data:image/png;base64,AAAA)',
  ])('finds nothing in what only formats: %s', (source) => {
    expect(findActiveMarkup(source, 'markdown')).toEqual([]);
  });

  it.each([
    ['shortcode', 'Acme {{< x >}}', 5, '{{< x >}}'],
    ['shortcode', 'Acme `{{% x %}}`', 6, '{{% x %}}'],
    ['shortcode', '{{</* x', 0, '{{</* x'],
    ['shortcode', 'x HAHAHUGOSHORTCODE', 2, 'HAHAHUGOSHORTCODE'],
    ['element', 'a <iframe src=x>', 2, '<iframe src=x>'],
    ['element', 'a\n\n<div>\n  <p>', 3, '<div>'],
    ['element', 'a <b class=x>', 2, '<b class=x>'],
    ['element', '<!-- the rest', 0, '<!-- the rest'],
    ['element', '<script', 0, '<script'],
    ['element', '~~~" x', 0, '~~~" x'],
    ['event-handler', 'a\r\n  <img src=y onerror=x>', 5, '<img src=y onerror=x>'],
    ['event-handler', '> <b ONCLICK = "x">', 2, '<b ONCLICK = "x">'],
    ['script-link', 'a [x](javascript:y)', 2, '[x](javascript:y)'],
    ['script-link', 'a [<b>x</b>](JavaScript:y)', 2, '[<b>x</b>](JavaScript:y)'],
    ['script-link', '[x](java&#115;cript&colon;y)', 0, '[x](java&#115;cript&colon;y)'],
    ['script-link', '[x](<java&Tab;script:y>)', 0, '[x](<java&Tab;script:y>)'],
    ['script-link', 'a <javascript:y>', 2, '<javascript:y>'],
    ['script-link', 'a <a href="java&#115cript:y">', 2, '<a href="java&#115cript:y">'],
    ['script-link', '![x](vbscript:y)', 0, '![x](vbscript:y)'],
    ['script-link', '[x](data:text/html,y)', 0, '[x](data:text/html,y)'],
    ['script-link', 'x\n\n[x]: javascript:y', 5, ']: javascript:y'],
  ])('finds a %s in %j', (kind, source, offset, excerpt) => {
    expect(findActiveMarkup(source, 'markdown')).toContainEqual({ kind, offset, excerpt });
  });

  it('finds what is nested deeply', () => {
    const [found] = findActiveMarkup(`${'> '.repeat(200)}<script>`, 'markdown');
    expect(found).toEqual({ kind: 'element', excerpt: '<script>', offset: 400 });
  });

  it('lists everything in the order of the source', () => {
    const found = findActiveMarkup('<p> {{< x >}} [a](data:b) <i on=x>', 'markdown');
    expect(found.map(({ offset }) => offset)).toEqual([0, 4, 26]);
  });

  it('cuts a long excerpt', () => {
    const [found] = findActiveMarkup(`<p class="${'😀'.repeat(100)}">`, 'html');
    expect(found).toBeUndefined();
    const [text] = findActiveMarkup(`a <p class="${'😀'.repeat(100)}">`, 'markdown');
    expect([...(text?.excerpt ?? '')]).toHaveLength(60);
  });
});

describe("Looking for active markup in a logo's cell", () => {
  it.each([
    "<img src='/img/acme-logo.png' alt='Acme'>",
    '<img src="/img/acme-logo.png" alt="O\'Reilly" width=200 style="margin: 0"/>',
    '<a href="https://acme.example" target=_blank><img src="/a.png" alt="Data: javascript"></a>',
    '<picture><source srcset="/a.webp"><img src="/a.png" alt="x < y"></picture>',
  ])('finds nothing in a picture: %s', (source) => {
    expect(findActiveMarkup(source, 'html')).toEqual([]);
  });

  it.each([
    ['event-handler', "<img src='/a.png' alt='O'Reilly' onerror=alert(1)>"],
    ['event-handler', '<img src=x\nONERROR\n=\nx>'],
    ['event-handler', '<a/href="x"/onclick=y>'],
    ['element', '<script>alert(1)</script>'],
    ['element', '<svg><use href=x></svg>'],
    ['element', "<img src='/a.png' alt='Acme"],
    ['element', '<!-- the rest'],
    ['element', '<object data=x></object>'],
    ['script-link', '<a href=" javascript:x"><img src=a alt=b></a>'],
    ['script-link', "<a href='java\nscript&colon;x'>"],
    ['script-link', '<a href=&#106;avascript:x>'],
    ['script-link', '<img src="data:text/html,x" alt="">'],
    ['shortcode', '<img src="/a.png" alt="HAHAHUGOSHORTCODE">'],
  ])('finds a %s in %j', (kind, source) => {
    expect(findActiveMarkup(source, 'html').map((found) => found.kind)).toContain(kind);
  });
});
