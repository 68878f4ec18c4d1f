import { describe, expect, it } from 'vitest';
import { remark } from '../../src/problem/remark.ts';
import { proposeRemoval } from '../../src/proposal/propose-removal.ts';
import { layoutOf, threeCompanies, valueFrom } from '../list/formats/front-matter-table/pages.ts';
import { configurationWith, inChinese, openedPages, threeLogos } from './requests.ts';

function removal(company: string, request = {}) {
  return proposeRemoval({
    company,
    leaveGap: false,
    pages: openedPages(),
    logos: threeLogos,
    configuration: configurationWith(),
    ...request,
  });
}

describe('a proposal to remove a company', () => {
  it('takes it off every page, with its logo', () => {
    const proposal = valueFrom(removal('ＡＮＶＩＬ '));
    expect(proposal).toMatchObject({
      kind: 'remove',
      company: 'Anvil',
      edits: {
        en: { place: { details: { pair: 0, column: 'column1' } } },
        zh: { place: { details: { pair: 0, column: 'column1' } } },
      },
    });
    expect(proposal.changes.map(({ path }) => path)).toEqual([
      'en.md',
      'zh.md',
      'static/img/poweredby/anvil-logo.png',
    ]);
    expect(proposal.changes.at(-1)?.content).toBeUndefined();
    expect(proposal.remarks).toEqual([
      { code: 'logo-file-deleted', values: { path: 'static/img/poweredby/anvil-logo.png' } },
    ]);
    expect(layoutOf(String(proposal.changes[0]?.content))).toEqual(['Birch Cedar']);
  });

  it('takes it off where it stands twice, and off one page where the other lacks it', () => {
    const twice = threeCompanies.replace("alt='Cedar'", "alt='anvil'");
    const pages = openedPages({ en: twice, zh: inChinese.replace("alt='Anvil'", "alt='Other'") });
    const proposal = valueFrom(removal('Anvil', { pages }));
    expect(proposal.changes.map(({ path }) => path)).not.toContain('zh.md');
    expect(layoutOf(String(proposal.changes[0]?.content))).toEqual(['Birch -']);
  });

  it('says how often it stood there', () => {
    const twice = threeCompanies.replace("alt='Cedar'", "alt='anvil'");
    const { remarks } = valueFrom(
      removal('Anvil', { pages: openedPages({ en: twice, zh: twice }) }),
    );
    expect(remarks).toContainEqual(remark('removed-several', { company: 'Anvil', count: 4 }));
  });

  it('says which name comes nearest where it is not listed', () => {
    expect(removal('Anvill')).toMatchObject({
      problems: [
        { code: 'company-nearly-listed', values: { company: 'Anvill', nearest: 'Anvil' } },
      ],
    });
    expect(removal('Zebra Holdings')).toMatchObject({ problems: [{ code: 'company-not-listed' }] });
  });
});
