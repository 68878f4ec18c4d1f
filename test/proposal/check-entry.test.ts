import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem/problem.ts';
import { checkEntry, type TypedEntry } from '../../src/proposal/check-entry.ts';
import { openPages } from '../../src/proposal/open-pages.ts';
import { configurationOf } from '../submission/configuration.ts';
import { configurationWith, openedPages } from './requests.ts';

function check(
  fields: Partial<TypedEntry['fields']>,
  more: Partial<TypedEntry> = {},
  isUpdate = false,
) {
  const typed = { fields: { descriptions: {}, ...fields }, problems: [], missing: [], ...more };
  const { problems, ...checked } = checkEntry(typed, openedPages(), configurationWith(), isUpdate);
  return { ...checked, codes: problems.map(({ code }) => code) };
}

const noLogo = problem('attachment-missing', 'logo');

describe('what was typed for an entry', () => {
  it('must be complete for a company that is on no page', () => {
    expect(check({ company: 'Dovetail' }, { problems: [noLogo] })).toMatchObject({
      isUpdate: false,
      entries: [],
      submission: undefined,
      codes: ['description-missing', 'attachment-missing'],
    });
  });

  it('needs only what changes for a company that is on a page, however its name is written', () => {
    expect(check({ company: ' anvil ' }, { problems: [noLogo] })).toMatchObject({
      isUpdate: true,
      entries: [{ company: 'Anvil' }, { company: 'Anvil' }],
      submission: { company: 'anvil' },
      codes: [],
    });
  });

  it('is an update where only that is asked for', () => {
    expect(check({ company: 'Dovetail' }, {}, true)).toMatchObject({ isUpdate: true, codes: [] });
  });

  it('is not said to lack an answer whose heading is missing already', () => {
    const lost = problem('form-heading-missing', 'description', { label: 'D', headings: 'H' });
    const typed = { problems: [lost], missing: ['description'] };
    expect(check({ company: 'Dovetail' }, typed).codes).toEqual(['form-heading-missing']);
  });

  it('needs no group where the groups of the list have no names', async () => {
    const configuration = configurationOf(
      'pages: {en: data/showcase.json}\nformat: json-array\nfields:\n  title: {role: name}\n  url: {role: homepage}\nlogo: none\n',
    );
    const rows = ['A', 'B'].map((title) => ({ items: [{ title, url: 'https://a.example' }] }));
    const text = JSON.stringify({ rows });
    const opened = await openPages({ pages: { en: { text } }, logos: [] }, configuration);
    const typed = { fields: { company: 'C', descriptions: {} }, problems: [], missing: [] };
    const pages = opened.ok ? opened.value : [];
    expect(pages[0]?.list.groups).toEqual(['0', '1']);
    expect(checkEntry(typed, pages, configuration, false)).toMatchObject({
      submission: { company: 'C' },
      problems: [],
    });
  });

  it('has no other problem where it is not the form', () => {
    const other = problem('form-not-the-form', '', { label: 'Company' });
    expect(check({}, { problems: [noLogo, other] }).codes).toEqual(['form-not-the-form']);
  });
});
