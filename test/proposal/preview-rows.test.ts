import { describe, expect, it } from 'vitest';
import { previewRows } from '../../src/proposal/preview-rows.ts';
import { type EntryRequest, proposeEntry } from '../../src/proposal/propose-entry.ts';
import { proposeRemoval } from '../../src/proposal/propose-removal.ts';
import type { Submission } from '../../src/submission/submission.ts';
import { pageWith, threeCompanies, valueFrom } from '../list/formats/front-matter-table/pages.ts';
import { configurationWith, entryRequest, openedPages, threeLogos } from './requests.ts';

const configuration = configurationWith();
const empty = pageWith('').replace('rows: \n\n', 'rows:\n');

function rowsOf(submission: Partial<Submission>, more: Partial<EntryRequest> = {}) {
  const request = entryRequest(submission, more);
  return previewRows(valueFrom(proposeEntry(request)), request.pages, request.configuration);
}

function rowsWithout(company: string, pages = openedPages(), leaveGap = false) {
  const request = { company, leaveGap, pages, logos: threeLogos, configuration };
  return previewRows(valueFrom(proposeRemoval(request)), pages, configuration);
}

const cedar = {
  company: 'Cedar',
  logo: 'static/img/poweredby/cedar-logo.png',
  text: 'Cedar sells chests.',
  link: { text: 'See the chests', url: 'https://cedar.example/?a=1&b=2' },
};

describe('the rows that a new company comes to stand in', () => {
  it('show it beside its neighbours as each locale will have it', () => {
    const rows = rowsOf({
      texts: { en: 'Dovetail joins <ends>.', zh: '连接' },
      link: 'https://d.example/',
    });
    expect(rows).toEqual([
      {
        locale: 'en',
        language: 'English',
        path: 'en.md',
        cells: [
          cedar,
          {
            company: 'Dovetail',
            logo: 'static/img/poweredby/dovetail-logo.png',
            text: 'Dovetail joins <ends>.',
            link: { text: 'Learn how Dovetail uses Millrace', url: 'https://d.example/' },
          },
        ],
        position: 1,
      },
      expect.objectContaining({ locale: 'zh', language: 'Chinese', path: 'zh.md', position: 1 }),
    ]);
    expect(rows[1]?.cells[1]).toMatchObject({
      text: '连接',
      link: { text: '了解 Dovetail 如何使用 Millrace' },
    });
  });

  it('are unchanged where an update leaves the page and the logo as they are', () => {
    const words = { company: 'Birch', texts: { en: 'Birch counts leaves.' } };
    const seen = (more: Partial<EntryRequest>) =>
      rowsOf(words, more).map(({ locale, isUnchanged = false }) => [locale, isUnchanged]);
    expect(seen({ logo: undefined })).toEqual([
      ['en', false],
      ['zh', true],
    ]);
    expect(seen({})).toEqual([
      ['en', false],
      ['zh', false],
    ]);
  });

  it('have an empty cell where nothing stands, and differ where pages do', () => {
    const [english, chinese] = rowsOf(
      {},
      { pages: openedPages({ en: threeCompanies, zh: empty }) },
    );
    expect(english?.position).toBe(1);
    expect(chinese).toMatchObject({ position: 0, cells: [{ company: 'Dovetail' }, undefined] });
  });

  it('show where the company stands among moved entries', () => {
    const alphabetical = configurationWith('order: alphabetical');
    const [row] = rowsOf({ company: 'Bellows' }, { configuration: alphabetical });
    expect(row?.cells.map((cell) => cell?.company)).toEqual(['Anvil', 'Bellows']);
    expect(row?.position).toBe(1);
  });

  it('name no file for a logo that lies elsewhere', () => {
    const elsewhere = threeCompanies.replace('/img/poweredby/cedar', '/other/cedar');
    const [row] = rowsOf({}, { pages: openedPages({ en: elsewhere, zh: elsewhere }) });
    expect(row?.cells[0]).not.toHaveProperty('logo');
  });
});

describe('the rows of a company that is updated', () => {
  it('have the entry as it stands and as it will be, on pages that do not change too', () => {
    const [english, chinese] = rowsOf(
      { company: 'Cedar', texts: { en: 'Cedar sells more.' } },
      {
        logo: undefined,
        pages: openedPages({
          en: threeCompanies,
          zh: threeCompanies.replace('Cedar sells chests.', 'Cedar 卖箱子。'),
        }),
      },
    );
    expect(english).toMatchObject({
      before: cedar,
      position: 0,
      cells: [{ ...cedar, text: 'Cedar sells more.' }, undefined],
    });
    expect(chinese?.before).toEqual(chinese?.cells[0]);
    expect(chinese?.before?.text).toBe('Cedar 卖箱子。');
  });

  it('have nothing before where a locale’s page lacked it', () => {
    const rows = rowsOf(
      { company: 'Cedar' },
      { pages: openedPages({ en: threeCompanies, zh: empty }) },
    );
    expect(rows.map((row) => 'before' in row)).toEqual([true, false]);
  });
});

describe('the rows of a company that is removed', () => {
  it('show it, and what comes to stand there', () => {
    const [row] = rowsWithout('Birch');
    expect(row).toMatchObject({
      before: { company: 'Birch', link: { url: 'https://birch.example/trees' } },
      cells: [{ company: 'Anvil' }, { company: 'Cedar' }],
    });
    expect(row).not.toHaveProperty('position');
  });

  it('are empty where the whole row goes', () => {
    expect(rowsWithout('Cedar')[0]?.cells).toEqual([undefined, undefined]);
  });

  it('leave out the locales that never had it', () => {
    const pages = openedPages({ en: threeCompanies, zh: empty });
    expect(rowsWithout('Birch', pages).map(({ locale }) => locale)).toEqual(['en']);
  });
});
