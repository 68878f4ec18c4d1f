import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLinkDestination } from '../../../../src/list/text/encode/encode-link-destination.ts';
import { arbitraryString } from '../generated-texts.ts';

describe("Encoding a link's destination", () => {
  it.each([
    'https://acme.example/watch?v=_y&list=PL_4T_c-n2&index=10',
    'http://2026.acme.example/index.html%3Fp=592.html',
    "https://acme.example/a*b_c~d/@x;v=1,2/!$'+?q=[1]&copy=2#top",
    'https://xn--fiq228c.example/%E4%B8%AD',
    'https://acme.example:8443/10:30:15?url=https://b.example/c',
    'https://[2001:db8::1]:8443/',
  ])('leaves an ordinary URL as it is: %s', (url) => {
    expect(encodeLinkDestination(new URL(url).href)).toBe(url);
  });

  it.each([
    ['parentheses', 'https://acme.example/a_(b)', 'https://acme.example/a_%28b%29'],
    ['a shortcode', 'https://acme.example/?{{<x>}}', 'https://acme.example/?%7B%7B%3Cx%3E%7D%7D'],
    ['backticks and bars', 'https://acme.example/?`|^', 'https://acme.example/?%60%7C%5E'],
    ['a backslash', 'https://acme.example/?\\)', 'https://acme.example/?%5C%29'],
    ['a reference', 'https://acme.example/?a&lt;=1', 'https://acme.example/?a&lt%3B=1'],
    ['a title', 'https://acme.example/ "x"', 'https://acme.example/%20%22x%22'],
    [
      "Hugo's token",
      'https://acme.example/HAHAHUGOSHORTCODE',
      'https://acme.example/HAHAHUGO%53HORTCODE',
    ],
    ["Hugo's divider", 'https://acme.example/HUGOMORE42', 'https://acme.example/HUGOMORE%342'],
    ['an emoji', 'https://acme.example/:smile:/:100:', 'https://acme.example/:%73mile:/:%3100:'],
    [
      'a path in a query',
      'https://acme.example/?url=/a&b=/c',
      'https://acme.example/?url=%2Fa&b=/c',
    ],
  ])('escapes %s by per cent', (_what, url, destination) => {
    expect(encodeLinkDestination(url)).toBe(destination);
  });

  it.each(['javascript:alert(1)', 'JavaScript:x', 'data:text/html,x', 'vbscript:x', 'x:y'])(
    'takes the scheme from %s',
    (url) => {
      expect(URL.canParse(encodeLinkDestination(url))).toBe(false);
    },
  );

  it('never ends the link early, and changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryString, (text) => {
        const destination = encodeLinkDestination(`https://acme.example/${text}`);
        expect(destination).not.toMatch(/[\s()<>"\\`{}]|[^\x20-\x7E]/);
        expect(encodeLinkDestination(destination)).toBe(destination);
      }),
    );
  });

  it('leads to the same place as the URL', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (given) => {
        const url = new URL(given);
        const encoded = new URL(encodeLinkDestination(url.href));
        expect(encoded.origin).toBe(url.origin);
        expect(decodeURIComponent(encoded.pathname)).toBe(decodeURIComponent(url.pathname));
        expect([...encoded.searchParams]).toEqual([...url.searchParams]);
      }),
    );
  });
});
