import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListFormat } from '../../../src/list/format.ts';
import { loadFormat } from '../../../src/list/formats.ts';
import { arbitraryMarkup, arbitraryString } from '../text/generated-texts.ts';
import { hostileTexts } from '../text/hostile-texts.ts';
import { valueFrom, values } from './edited-lists.ts';
import { compileMdx, renderOnGithub } from './judges.ts';
import { asShown, textOfHtml, textsForFiles } from './shown-html.ts';

const [tables, items, sections] = await Promise.all([
  loadFormat('markdown-table'),
  loadFormat('markdown-list'),
  loadFormat('markdown-sections'),
]);

type Shape = readonly [name: string, format: ListFormat, entries: string];

/** Files in which a stranger's words stand in different places. */
const shapes: readonly Shape[] = [
  [
    'a table',
    tables,
    '| Name | Status | Contact | Website | Use case |\n|---|---|---|---|---|\n| **Anvil** | `Production` | [@anna](https://github.com/anna) | <a href="https://anvil.example">Anvil</a> | Forges<br/>and welds |\n| **Birch** | `Testing` | [@bert](https://github.com/bert) | <a href="https://birch.example">Birch</a> | Trees |\n',
  ],
  [
    'a table without borders',
    tables,
    'Use case | Name\n---|---\nForges | [Anvil](https://anvil.example)\nTrees | [Birch](https://birch.example)\n',
  ],
  [
    'a list',
    items,
    '- [Anvil](https://anvil.example) ([@anna](https://github.com/anna)) - Forges\n- [Birch](https://birch.example) ([@bert](https://github.com/bert)) - Trees\n',
  ],
  ['a list of plain names', items, '1. Anvil: Forges\n2. Birch: Trees\n'],
  ['a list with lines', items, '* Anvil<br/>\n  Forges\n* Birch<br/>\n  Trees\n'],
  [
    'a list with items below',
    items,
    '- **Anvil**\n  - Status: Production\n  - **Use case**: Forges\n- **Birch**\n  - Status: Testing\n  - **Use case**: Trees\n',
  ],
  [
    'a list of HTML',
    items,
    '* <a href="https://anvil.example">Anvil</a>\n* <a href="https://birch.example">Birch</a>\n',
  ],
  [
    'a wrapped list',
    items,
    `* Anvil\n\n  ${'Forges steel and\n  '.repeat(9)}more.\n* Birch\n\n  ${'Counts many trees\n  '.repeat(9)}more.\n`,
  ],
  ['sections', sections, '## Anvil\n\nForges.\n\n## [Birch](https://birch.example)\n\nTrees.\n'],
  [
    'sections with labels',
    sections,
    '## Anvil\n\n- **Status**: Production\n- **Use case**: Forges\n\n## Birch\n\n- **Status**: Testing\n- **Use case**: Trees\n',
  ],
  [
    'wrapped sections',
    sections,
    `## Anvil\n${'Forges steel and\n'.repeat(9)}more.\n\n## Birch\n${'Counts many trees\n'.repeat(9)}more.\n`,
  ],
];

const address = 'https://dovetail.example/';

/** The file with a company for which the same was typed wherever anything can be. */
function added([, format, entries]: Shape, typed: string, markup: 'none' | 'inline') {
  const before = `# Users\n\n${entries}\n# Thanks\n\nThank you!\n`;
  const list = valueFrom(
    format.read({ path: 'USERS.mdx', text: before }, { markup, within: 'Users' }),
  );
  const own = list.fields.filter(({ role }) => role !== 'name' && role !== 'text');
  const fields = Object.fromEntries(own.map(({ name }) => [name, asShown(typed)]));
  const company = asShown(typed) === '' || markup === 'inline' ? 'Dovetail' : asShown(typed);
  const { homepage: _, ...others } = fields;
  const given = values(company, { text: typed, homepage: address, fields: others });
  return { before, company, edit: format.add(list, given, 'append') };
}

/** What a file has in it before, and the link to the company's own address. */
function usualOf(before: string): { tags: readonly string[]; active: readonly string[] } {
  const found = known.get(before) ?? {
    tags: [...tagsIn(renderOnGithub(before)), `<a href="${address}">`, '</a>'],
    active: [...compileMdx(before).active, `<a href="${address}">`],
  };
  known.set(before, found);
  return found;
}

const known = new Map<string, ReturnType<typeof usualOf>>();

function tagsIn(html: string): readonly string[] {
  return html.match(/<[a-z/!?][^>]*>?/gi) ?? [];
}

/** Whether others show what was typed as text, and neither run nor break over it. */
function isText(shape: Shape, typed: string): void {
  const { before, company, edit } = added(shape, typed, 'none');
  const { text } = valueFrom(edit);
  const usual = usualOf(before);
  const [tags, active] = [usual.tags, usual.active].map((all) => [...all, ...lineBreaks(typed)]);
  const html = renderOnGithub(text);
  const isOwn = (tag: string) => isProfile(tag) || pagesIn(shape, typed).includes(tag);
  expect(tagsIn(html).filter((tag) => !tags?.includes(tag) && !isOwn(tag))).toEqual([]);
  expect(textOfHtml(html.replace(/<[^>]*>/g, ' '))).toContain(company.trim());
  const compiled = compileMdx(text);
  const others = compiled.active.filter((source) => !active?.includes(source));
  expect(others.filter((source) => !pagesIn(shape, typed).includes(source))).toEqual([]);
  expect(compiled.text).toContain(company);
}

/** What is between the lines of a text. */
function lineBreaks(typed: string): readonly string[] {
  return typed.includes('\n') ? ['<br />'] : [];
}

/** Names on GitHub are linked where the others are. */
function isProfile(tag: string): boolean {
  return /^<a href="https:\/\/github\.com\/[A-Za-z\d-]+">$/.test(tag);
}

/** The links to pages that were typed for contacts; none where a list has no contacts. */
function pagesIn([, , entries]: Shape, typed: string): readonly string[] {
  if (!entries.includes('@anna')) return [];
  const pages = asShown(typed)
    .split(/\s*[,;&]\s+|\s+(?=@)/)
    .filter((each) => /^https:\/\/[a-z\d.-]+(?:\/[\w./-]*)?$/i.test(each));
  return pages.map((page) => `<a href="${page}">`);
}

/** Whether nothing but links to `https:`, emphasis and code arises, and the build goes on. */
function isInline(shape: Shape, typed: string): void {
  const { before, edit } = added(shape, typed, 'inline');
  // What would become something else with the text around it is refused.
  if (!edit.ok) return;
  const compiled = compileMdx(edit.value.text);
  const active = [...usualOf(before).active, ...lineBreaks(typed)];
  expect(compiled.active.filter((source) => !active.includes(source))).toEqual([]);
  expect(
    compiled.links.filter((url) => !/^https:\/\//i.test(url) && !/^mailto:/.test(url)),
  ).toEqual([]);
}

const contacts = ['https://x.example    @', 'https://x.example/y, https://z.example'];
const typedTexts = [...hostileTexts.map(([, text]) => text), ...textsForFiles, ...contacts];

describe.each(shapes)('a text in %s', (...shape) => {
  it.each(typedTexts)('is text to GitHub and to MDX: %s', (typed) => isText(shape, typed));

  it('is text to GitHub and to MDX, whatever it is', () => {
    fc.assert(fc.property(arbitraryString, (typed) => isText(shape, typed)));
  });

  it.each(textsForFiles)('runs nowhere with markup: %s', (typed) => isInline(shape, typed));

  it('runs nowhere with markup, whatever it is', () => {
    const typed = fc.oneof(arbitraryString, arbitraryMarkup, fc.constantFrom(...typedTexts));
    fc.assert(fc.property(typed, (each) => isInline(shape, each)));
  });
});
