import { describe, expect, it } from 'vitest';
import { renameLogos } from '../../../src/proposal/logo-files/rename-logos.ts';
import { threeCompanies } from '../../list/formats/front-matter-table/pages.ts';
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

  it('are no change where no page names them', () => {
    const renames = new Map([['/img/x.png', '/img/x.svg']]);
    expect(renameLogos(openedPages(), renames, configurationWith())).toEqual([]);
  });
});
