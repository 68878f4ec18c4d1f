import { expect, it } from 'vitest';
import { findLinks } from '../../../../src/list/text/active/find-links.ts';

it.each<[string, 'html' | 'markdown', readonly string[]]>([
  [
    '<a class="x" href="https://a.example/?b=1&amp;c=2">a</a>',
    'html',
    ['https://a.example/?b=1&c=2'],
  ],
  ['<a>no</a> <img src="https://a.example">', 'html', []],
  ['<a href="javascript:alert(1)">x</a>', 'html', []],
  [
    '[a](https://a.example) and [b](<https://b.example>)',
    'markdown',
    ['https://a.example', 'https://b.example'],
  ],
  ['[a]({{< ref "x" >}})', 'markdown', []],
  ['[a](javascript:alert(1))', 'markdown', []],
])('the links of %s, as %s, are %j', (markup, kind, links) => {
  expect(findLinks(markup, kind)).toEqual(links);
});
