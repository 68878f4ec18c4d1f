import { describe, expect, it } from 'vitest';
import { folderFile } from '../../../src/list/folder.ts';
import type { ListFormat, TextFile } from '../../../src/list/format.ts';
import { entryFiles } from '../../../src/list/formats/entry-files/entry-files.ts';
import { markdownTable } from '../../../src/list/formats/markdown-table/markdown-table.ts';
import { renameLogos } from '../../../src/proposal/logo-files/rename-logos.ts';
import { threeCompanies, valueFrom } from '../../list/formats/front-matter-table/pages.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { configurationWith, inChinese, openedPages } from '../requests.ts';

describe('logos under another name', () => {
  it('are named on each page that names them, and nothing else changes', () => {
    const text = `${threeCompanies}\n/logos/anvil-logo.png.bak\n`;
    const pages = openedPages({ en: text, zh: inChinese });
    const [before = ''] = pages[0]?.list.entries.map(({ logo }) => logo) ?? [];
    const after = before.replace('.png', '.svg');
    const changes = renameLogos(pages, new Map([[before, after]]), configurationWith());
    expect(changes?.map(({ path }) => path)).toEqual(['en.md', 'zh.md']);
    expect(changes?.[0]?.content).toBe(text.replace(`${before}'`, `${after}'`));
  });

  it('are named in a Markdown table too, and nowhere else in its file', () => {
    const configuration = configurationWith('format: markdown-table\n');
    const text = `# Adopters

Not ![this](/img/poweredby/anvil.jpg).

| Logo | Company | Description |
| --- | --- | --- |
| ![Anvil](/img/poweredby/anvil.jpg) | Anvil | Forges. |
| <img src="/img/poweredby/anvil.jpg.webp" alt="Birch"> | Birch | Counts. |
`;
    const page = valueFrom(markdownTable.read({ path: 'en.md', text }, configuration));
    const renames = new Map([['/img/poweredby/anvil.jpg', '/img/poweredby/anvil.png']]);
    const changes = renameLogos([{ locale: 'en', list: page }], renames, configuration);
    const content = text.replace(
      '![Anvil](/img/poweredby/anvil.jpg)',
      '![Anvil](/img/poweredby/anvil.png)',
    );
    expect(changes).toEqual([{ path: 'en.md', content, before: text }]);
  });

  it('are named in each file of a folder that names them, and in no other', () => {
    const path = 'users/*.yml';
    const configuration = configurationOf(`pages: {en: '${path}'}\nformat: entry-files\n`);
    const file = (name: string) => ({
      path: `users/${name}.yml`,
      text: `name: ${name}\nlogo: /img/poweredby/${name}.jpg\n`,
    });
    const files = ['a', 'b', 'c'].map(file);
    const list = valueFrom(entryFiles.read(folderFile(path, { files, others: [] }), configuration));
    const renames = new Map(
      ['a', 'c'].map((name) => [`/img/poweredby/${name}.jpg`, `/img/poweredby/${name}-logo.png`]),
    );
    expect(renameLogos([{ locale: 'en', list }], renames, configuration)).toEqual(
      ['a', 'c'].map((name) => ({
        path: `users/${name}.yml`,
        content: `name: ${name}\nlogo: /img/poweredby/${name}-logo.png\n`,
        before: file(name).text,
      })),
    );
  });

  it('leave a folder’s other files as they were read, so that none of them is parsed again', () => {
    const path = 'users/*.yml';
    const configuration = configurationOf(`pages: {en: '${path}'}\nformat: entry-files\n`);
    const files = ['a', 'b'].map((name) => ({
      path: `users/${name}.yml`,
      text: `name: ${name}\nlogo: /img/${name}.jpg\n`,
    }));
    const read: TextFile[] = [];
    const format: ListFormat = {
      ...entryFiles,
      read(file, at) {
        read.push(file);
        return entryFiles.read(file, at);
      },
    };
    const list = valueFrom(entryFiles.read(folderFile(path, { files, others: [] }), configuration));
    const pages = [{ locale: 'en', list: { ...list, format } }];
    expect(renameLogos(pages, new Map([['/img/a.jpg', '/img/a.png']]), configuration)).toHaveLength(
      1,
    );
    const [a, b] = read[0]?.folder?.files ?? [];
    expect(a?.text).toContain('/img/a.png');
    expect(b).toBe(files[1]);
  });

  it('are no change where no page names them', () => {
    const renames = new Map([['/img/x.png', '/img/x.svg']]);
    expect(renameLogos(openedPages(), renames, configurationWith())).toEqual([]);
  });
});
