import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import { loadFormat } from '../../../src/list/list.ts';
import { renderSmallPage } from '../../../src/playground/site/render-small-page.ts';
import { readPage } from '../../../src/proposal/open-pages.ts';

/** The page of a list, with the entry of a company marked. */
async function pageOf(path: string, text: string, settings: string, company?: string) {
  const configuration = readConfiguration(`pages: {en: ${path}}\n${settings}`);
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems));
  const snapshot = { pages: { en: { text } }, logos: [] };
  const format = await loadFormat(configuration.value.format);
  const list = readPage('en', snapshot, configuration.value, format);
  if (!list.ok) throw new Error(JSON.stringify(list.problems));
  return renderSmallPage({
    list: list.value,
    locale: 'en',
    configuration: configuration.value,
    marked: list.value.entries.find((entry) => entry.company === company),
    addressOf: (file, as) => `/${as}/${file}`,
  });
}

/** The element that is marked, with its text. */
function marked(page: string): string | undefined {
  return /<(\w+)[^<>]* id="poweredby-entry"[^<>]*>(.*?)<\/\1>/s.exec(page)?.slice(1).join(': ');
}

describe('a list that is no page of a site', () => {
  const fields = 'fields:\n  Name: {role: name, homepage: link}\n  Use: {role: text}\n';

  it('in a table is shown with the rest of its file, and its row marked', async () => {
    const text =
      '---\ntitle: Who\n---\n# Users of Acme\n\nAcme Two is no row.\n\n| Name | Use |\n| --- | --- |\n| [Acme One](https://one.example) | 1 |\n| Acme Two | 2 |\n';
    const page = await pageOf(
      'docs/USERS.md',
      text,
      `format: markdown-table\n${fields}`,
      'Acme Two',
    );
    expect(page).toContain('<h1>Users of Acme</h1>');
    expect(page).not.toContain('title: Who');
    expect(marked(page)).toMatch(/^tr: \s*<td>Acme Two<\/td>/);
  });

  it('in items is shown with its item marked, also where the name is elsewhere before', async () => {
    const text =
      'Thanks to Acme.\n\n- [Other](https://other.example): first\n- [Acme](https://acme.example): second\n';
    const page = await pageOf('USERS.md', text, `format: markdown-list\n${fields}`, 'Acme');
    expect(marked(page)).toMatch(/^li: <a href="https:\/\/acme.example"[^>]*>Acme<\/a>: second/);
  });

  it('in sections is shown with its heading marked', async () => {
    const text = '# Users\n\n## Other\n\nFirst.\n\n## Acme\n\nSecond.\n';
    const settings =
      'format: markdown-sections\nwithin: Users\nfields:\n  name: {role: name}\n  text: {role: text}\n';
    expect(marked(await pageOf('USERS.md', text, settings, 'Acme'))).toBe('h2: Acme');
  });

  it.each([
    ['users.yml', 'yaml-list', '- name: Other\n- name: <Acme>\n  use: 5 > 3\n  logo: img/a.png\n'],
    [
      'users.json',
      'json-array',
      '[{"name": "Other"}, {"name": "<Acme>", "use": "5 > 3", "logo": "img/a.png"}]',
    ],
    [
      'users.js',
      'js-array',
      "export default [{ name: 'Other' }, { name: '<Acme>', use: '5 > 3', logo: 'img/a.png' }];\n",
    ],
  ])('in %s is shown by what its keys say', async (path, format, text) => {
    const settings = `format: ${format}\nfields:\n  name: {role: name}\n  use: {role: text}\n  logo: {role: logo}\nlogo: {directory: site/img, url: img/}\n`;
    const page = await pageOf(path, text, settings, '<Acme>');
    expect(marked(page)).toContain('<dt>name</dt><dd><strong>&lt;Acme&gt;</strong></dd>');
    expect(marked(page)).toContain('<dt>use</dt><dd>5 &gt; 3</dd>');
    expect(marked(page)).toContain(
      '<img src="/bytes/site/img/a.png" alt=""><code>img/a.png</code>',
    );
  });

  it('does nothing, whatever is in it', async () => {
    const text =
      '| Name | Use |\n| --- | --- |\n| <img src=x onerror=alert(1)> Acme | [x](javascript:alert(1)) <tr id="poweredby-entry" data-mark="1">|\n';
    const page = await pageOf('USERS.md', text, `format: markdown-table\n${fields}`);
    expect(page).not.toMatch(/onerror|href="javascript|id="poweredby-entry"/);
  });

  it('leads to files of the repository beside it, and shows its pictures', async () => {
    const text = '[Help](../HELP.md) ![Acme](img/a.png) ![Out](../../x.png)\n\n- Acme\n';
    const page = await pageOf('docs/USERS.md', text, `format: markdown-list\n${fields}`);
    expect(page).toContain('href="/page/HELP.md"');
    expect(page).toContain('src="/bytes/docs/img/a.png"');
    expect(page).toContain('[picture elsewhere: Out]');
  });
});
