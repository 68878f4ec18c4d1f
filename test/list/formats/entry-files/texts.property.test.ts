import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../../src/list/format.ts';
import type { Result } from '../../../../src/problem/result.ts';
import { arbitraryString } from '../../text/generated-texts.ts';
import { hostileTexts } from '../../text/hostile-texts.ts';
import { values } from '../edited-lists.ts';
import { compileMdx, renderOnGithub } from '../judges.ts';
import { asShown, textOfHtml, textsForFiles } from '../shown-html.ts';
import { adding, changesIn, type Files } from './folders.ts';

const typed = fc.oneof(
  arbitraryString,
  fc.constantFrom(...hostileTexts.map(([, text]) => text), ...textsForFiles),
);

/** The only file that a change writes; nothing where it is refused. */
function writtenBy(before: Files, edit: Result<Edit>): string | undefined {
  if (!edit.ok) return undefined;
  const [[, text] = [], ...others] = Object.entries(changesIn(before, edit.value));
  expect(others).toEqual([]);
  return text;
}

const kinds: readonly (readonly [string, Files, (text: string) => unknown])[] = [
  [
    'users/*.yml',
    { 'users/a.yml': "name: A\nurl: https://a.example\nabout: 'Wood'\n" },
    load as (text: string) => unknown,
  ],
  [
    'users/*.json',
    { 'users/a.json': '{"name": "A", "url": "https://a.example", "about": "Wood"}' },
    JSON.parse,
  ],
  [
    'users/*.md',
    { 'users/a.md': '---\nname: A\nurl: https://a.example\nabout: Wood\n---\n\nHello.\n' },
    (text) => load(/^---\n(.*)\n---\n/s.exec(text)?.[1] ?? ''),
  ],
];

describe.each(kinds)('what a stranger typed, in %s', (path, files, parse) => {
  it('is data and nothing else, or refused', () => {
    fc.assert(
      fc.property(typed, typed, (company, about) => {
        const name = asShown(company) || 'B';
        const given = values(name, { homepage: 'https://b.example', text: asShown(about) });
        const text = writtenBy(files, adding(path, files, given));
        if (text === undefined) return;
        const data = { name, url: 'https://b.example', about: asShown(about) };
        expect(parse(text)).toEqual(data.about === '' ? { name, url: data.url } : data);
      }),
    );
  });
});

describe('a text below the front matter', () => {
  const files = {
    'users/a.mdx': '---\nname: A\nurl: https://a.example\n---\n\nPlans trains.\n',
    'users/b.mdx': '---\nname: B\nurl: https://b.example\n---\n\nReads meters.\n',
  };

  it('is shown as it was typed by GitHub and MDX, and neither runs nor breaks', () => {
    fc.assert(
      fc.property(typed, (text) => {
        if (asShown(text) === '') return;
        const given = values('C', { homepage: 'https://c.example', text });
        const written = writtenBy(files, adding('users/*.mdx', files, given));
        expect(written).toBeDefined();
        const body = written?.split('\n---\n')[1] ?? '';
        const html = renderOnGithub(body);
        expect(html.trim()).toMatch(/^<p>[^<]*<\/p>$/);
        expect(textOfHtml(html.replace(/<\/?p>/g, ''))).toBe(asShown(text));
        const compiled = compileMdx(body);
        expect(compiled.active).toEqual([]);
        expect(compiled.text.trim()).toBe(asShown(text));
      }),
    );
  });
});
