import { describe, expect, it } from 'vitest';
import { jsonArray } from '../../src/list/formats/json-array/json-array.ts';
import { proposeRenaming, type RenamingRequest } from '../../src/proposal/propose-renaming.ts';
import { threeCompanies, valueFrom } from '../list/formats/front-matter-table/pages.ts';
import { configurationWith, inChinese, openedPages } from './requests.ts';

const defaultLinkTexts = {
  en: 'Learn how {company} uses {project}',
  zh: '了解 {company} 如何使用 {project}',
};

function renaming(company: string, newName: string, request: Partial<RenamingRequest> = {}) {
  return proposeRenaming({
    company,
    newName,
    pages: openedPages(),
    configuration: configurationWith(),
    defaultLinkTexts,
    ...request,
  });
}

/** What the pages say after a renaming, by path. */
function pagesAfter(...args: Parameters<typeof renaming>) {
  const { changes } = valueFrom(renaming(...args));
  return Object.fromEntries(changes.map(({ path, content }) => [path, content]));
}

describe('a proposal to rename a company', () => {
  it('gives it the other name on every page, and leaves its logo and its text', () => {
    expect(pagesAfter('ＡＮＶＩＬ ', ' Anvil  Works ')).toEqual({
      'en.md': threeCompanies.replace("alt='Anvil'", "alt='Anvil Works'"),
      'zh.md': inChinese.replace("alt='Anvil'", "alt='Anvil Works'"),
    });
  });

  it('says what was renamed', () => {
    expect(valueFrom(renaming('anvil', 'Hammer'))).toMatchObject({
      kind: 'update',
      company: 'Hammer',
      formerName: 'Anvil',
      slug: 'anvil',
      remarks: [
        {
          code: 'company-renamed',
          values: { company: 'Hammer', former: 'Anvil', hasLogo: 'yes' },
        },
      ],
    });
  });

  it('renames it where it is listed, if another page lacks it', () => {
    const pages = openedPages({
      en: threeCompanies,
      zh: inChinese.replace("alt='Anvil'", "alt='Other'"),
    });
    expect(Object.keys(pagesAfter('Anvil', 'Hammer', { pages }))).toEqual(['en.md']);
  });

  it('says where the list is no longer in alphabetical order, for the entry keeps its place', () => {
    const names = ['Anvil', 'Birch', 'Cinder', 'Dovetail', 'Elm', 'Fern', 'Gable', 'Heron'];
    const text = JSON.stringify(names.map((name) => ({ name, url: 'https://a.example' })));
    const list = valueFrom(jsonArray.read({ path: 'users.json', text }, {}));
    const pages = [{ locale: 'en', list }];
    const configuration = configurationWith('order: as-is');
    const remarksFor = (company: string, newName: string) =>
      valueFrom(renaming(company, newName, { pages, configuration })).remarks.map(
        ({ code }) => code,
      );
    expect(remarksFor('Heron', 'Cobalt')).toEqual(['company-renamed', 'renamed-out-of-order']);
    expect(remarksFor('Anvil', 'Zinnia')).toEqual(['company-renamed', 'renamed-out-of-order']);
    expect(remarksFor('Heron', 'Holly')).toEqual(['company-renamed']);
  });

  it('says so of a short list too, and not of one in no order', () => {
    const remarksFor = (...names: readonly string[]) => {
      const text = JSON.stringify(names.map((name) => ({ name, url: 'https://a.example' })));
      const list = valueFrom(jsonArray.read({ path: 'users.json', text }, {}));
      const pages = [{ locale: 'en', list }];
      const configuration = configurationWith('order: as-is');
      const renamed = renaming('Cinder', 'Zinnia', { pages, configuration });
      return valueFrom(renamed).remarks.map(({ code }) => code);
    };
    expect(remarksFor('Anvil', 'Cinder', 'Dovetail')).toContain('renamed-out-of-order');
    expect(remarksFor('Dovetail', 'Cinder', 'Anvil')).toEqual(['company-renamed']);
  });

  it('is refused where the entries of a list have no names', () => {
    const text =
      '[{"logo":"/a.png","url":"https://a.example"},{"logo":"/b.png","url":"https://b.example"}]';
    const list = valueFrom(jsonArray.read({ path: 'users.json', text }, {}));
    const refused = renaming('a.example', 'Anvil', { pages: [{ locale: 'en', list }] });
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'company-without-name', values: { company: 'a.example' } }],
    });
  });

  it('changes how a name is spelled, without a remark', () => {
    const proposal = valueFrom(renaming('Anvil', 'ANVIL'));
    expect(proposal.changes).toHaveLength(2);
    expect(proposal.remarks).toEqual([]);
  });

  it('changes nothing where every page has that name already', () => {
    expect(pagesAfter('anvil', 'Anvil')).toEqual({});
  });

  it('changes the text of a link that was found for the old name, and no other', () => {
    const found = 'Learn how Birch uses Millrace';
    const pages = openedPages({ en: threeCompanies.replace('Read how', found), zh: inChinese });
    const after = pagesAfter('Birch', 'Alder', { pages });
    expect(after['en.md']).toContain(
      '[Learn how Alder uses Millrace](https://birch.example/trees)',
    );
    expect(after['zh.md']).toContain('[Read how](https://birch.example/trees)');
  });

  it.each([
    ['Anvil', 'Birch', 'company-listed-already'],
    ['Anvil', ' ', 'company-missing'],
    ['Anvil', 'A __hdeferred/b__d= C', 'company-not-plain'],
    ['Anvil', 'A'.repeat(500), 'company-too-long'],
    ['Anvill', 'Hammer', 'company-nearly-listed'],
    ['Zebra Holdings', 'Hammer', 'company-not-listed'],
  ])('is refused: %s to %j, %s', (company, newName, code) => {
    expect(renaming(company, newName)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});
