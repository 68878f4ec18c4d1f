import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../src/config/configuration.ts';
import { checkEntry } from '../../src/proposal/check-entry.ts';
import { openPages } from '../../src/proposal/open-pages.ts';
import { previewRows } from '../../src/proposal/preview-rows.ts';
import { proposeEntry } from '../../src/proposal/propose-entry.ts';
import type { SubmissionFields } from '../../src/submission/submission-fields.ts';
import { arbitraryString } from '../list/text/generated-texts.ts';
import { hostileTexts } from '../list/text/hostile-texts.ts';
import { ordinaryTexts } from '../list/text/ordinary-texts.ts';
import { configurationOf } from '../submission/configuration.ts';
import { adopters, adoptersTable, vendorsFile } from '../submission/lists.ts';

const table = `# Adopters

| Organization | Contact | Environment | Description of Use | Since |
| --- | --- | --- | --- | --- |
| [Alder](https://alder.example) | @alder | Production | Plans trains. | 2021 |
| [Elm](https://elm.example) | @elm | Testing | Grows. | 2023 |
`;
const data = `Vendors:
  - name: Alder
    url: https://alder.example
    logo: /logos/alder-logo.png
    useCase: Trains

End users:
  - name: Elm
    url: https://elm.example
    useCase: "Wood"
`;
const dovetail: SubmissionFields = {
  company: 'Dovetail',
  descriptions: { en: 'Cuts joints.' },
  homepage: 'https://dovetail.example/',
  fields: { Contact: '@dove', Environment: 'Testing' },
};

/** What comes of a submission to pages with these texts. */
async function propose(
  typed: SubmissionFields,
  texts: Readonly<Record<string, string>>,
  configuration: Configuration,
) {
  const files = Object.entries(texts).map(([locale, text]) => [locale, { text }]);
  const opened = await openPages({ pages: Object.fromEntries(files), logos: [] }, configuration);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const pages = opened.value;
  const checked = checkEntry({ fields: typed, problems: [], missing: [] }, pages, configuration);
  const { submission, problems } = checked;
  if (submission === undefined) return { problems };
  const proposal = proposeEntry({
    ...{ submission, logo: undefined, pages, logos: [], configuration },
    date: '2026-03-04',
    defaultLinkTexts: { en: 'How {company} does' },
  });
  if (!proposal.ok) return { problems: proposal.problems };
  const { edits, remarks } = proposal.value;
  const isSame = (company: string) => company === submission.company;
  const entries = Object.values(edits).map(({ list }) =>
    list.entries.find(({ company }) => isSame(company)),
  );
  const rows = previewRows(proposal.value, pages, configuration);
  return { submission, edits, entries, remarks, rows };
}

describe('an entry of a list that has words for nothing, and links to documents', () => {
  const stories = configurationOf(
    'pages: {en: USERS.md}\nformat: markdown-table\nfields:\n  Name: {role: name}\n  Use: {role: text}\n  Since: {role: since}\n  Story: {role: link}\nlogo: none\n',
  );
  const text = `| Name | Use | Since | Story |
| --- | --- | --- | --- |
| Alder | Trains | 2021 | [Our story](users/alder.md) |
| Birch | TBD | * | Coming Soon! |
| Cedar | Wood | 2023 | [Our story](users/cedar.md) |
`;
  const added = async (typed: Partial<SubmissionFields>, configuration = stories) => {
    const all = { company: 'Dovetail', descriptions: {}, ...typed };
    const { edits, remarks, problems } = await propose(all, { en: text }, configuration);
    return {
      row: edits?.['en']?.text.slice(text.length),
      remarks: remarks?.map(({ code }) => code),
      problems: problems?.map(({ code }) => code),
    };
  };

  it('has these words, as the list spells them', async () => {
    const typed = { descriptions: { en: 'tbd' }, fields: { Since: '*' }, link: 'coming soon' };
    expect(await added(typed)).toMatchObject({
      row: '| Dovetail | TBD | * | Coming Soon! |\n',
      remarks: [],
    });
  });

  it('has a lone asterisk, which says “all”, also where no other has one', async () => {
    const typed = { company: 'Alder', fields: { Since: '*' } };
    const own = text.replace('*', '2022');
    const { edits } = await propose({ descriptions: {}, ...typed }, { en: own }, stories);
    expect(edits?.['en']?.text).toBe(own.replace('2021', '*'));
  });

  it('has nothing for others', async () => {
    const typed = { descriptions: { en: 'N/A' }, fields: { Since: '-' }, link: 'none' };
    expect((await added(typed)).row).toBe('| Dovetail | | | |\n');
  });

  it('has more than these words where the configuration requires an answer', async () => {
    const strict = configurationOf(
      'pages: {en: USERS.md}\nformat: markdown-table\nfields:\n  Name: {role: name}\n  Use: {role: text, required: true}\n  Since: {role: since, required: true}\n  Story: {role: link, required: true}\nlogo: none\n',
    );
    const typed = { descriptions: { en: 'TBD' }, fields: { Since: '*' }, link: 'Coming Soon!' };
    expect((await added(typed, strict)).problems).toEqual(['description-missing', 'field-missing']);
  });

  it('links to a document of its own in the same folder, with a remark', async () => {
    expect(await added({ link: 'users/dovetail.md', linkText: 'Our story' })).toMatchObject({
      row: '| Dovetail | | | [Our story](users/dovetail.md) |\n',
      remarks: ['link-to-document'],
    });
    expect((await added({ link: '../dovetail.md' })).problems).toEqual(['link-not-a-url']);
  });

  it('keeps what it has where an update has such words', async () => {
    const typed = { company: 'Alder', fields: { Since: 'TBD' }, link: 'Coming soon' };
    const { edits } = await propose({ descriptions: {}, ...typed }, { en: text }, stories);
    expect(edits?.['en']?.text).toBe(text);
  });
});

describe('an entry with a list’s own fields', () => {
  it('holds them in its list, and is previewed under the list’s own headings', async () => {
    const { entries, rows } = await propose(dovetail, { en: table }, adoptersTable);
    expect(entries).toMatchObject([
      {
        company: 'Dovetail',
        homepage: 'https://dovetail.example/',
        text: 'Cuts joints.',
        fields: { Contact: '@dove', Environment: 'Testing' },
      },
    ]);
    expect(rows).toMatchObject([
      {
        look: { kind: 'rows', fields: [{ name: 'Organization', role: 'name' }, {}, {}, {}, {}] },
        cells: [{ company: 'Elm' }, { company: 'Dovetail', fields: { Contact: '@dove' } }],
        position: 1,
      },
    ]);
  });

  it('keeps the lines of a text, as the list’s cells have them', async () => {
    const descriptions = { en: 'Cuts joints.\n\nSome days <br> it glues.' };
    const { edits, entries, remarks } = await propose(
      { ...dovetail, descriptions },
      { en: table },
      adoptersTable,
    );
    expect(edits?.['en']?.text).toContain('| Cuts joints.<br>Some days<br>it glues. |');
    expect(entries).toMatchObject([{ text: 'Cuts joints. Some days it glues.' }]);
    expect(remarks).toEqual([]);
  });

  it('goes to its group, without a logo, and is previewed as a record', async () => {
    const typed = {
      company: 'Dovetail',
      descriptions: {},
      group: 'vendors',
      homepage: 'http://dovetail.example',
      fields: { useCase: 'Joints' },
    };
    const { entries, rows, remarks } = await propose(typed, { en: data }, vendorsFile);
    expect(entries).toMatchObject([
      {
        group: 'Vendors',
        logo: '',
        homepage: expect.stringMatching(/^http:.*example\/?$/),
        text: '',
      },
    ]);
    expect(rows).toMatchObject([{ look: { kind: 'records' }, position: 1 }]);
    expect(remarks).toMatchObject([{ code: 'link-by-http' }]);
  });

  it('has an address that was typed without its scheme, with a remark', async () => {
    const typed = { ...dovetail, homepage: 'www.dovetail.example' };
    const { entries, remarks } = await propose(typed, { en: table }, adoptersTable);
    expect(entries).toMatchObject([{ homepage: 'https://www.dovetail.example' }]);
    expect(remarks).toEqual([
      { code: 'link-completed', values: { link: 'https://www.dovetail.example' } },
    ]);
    const whole = { ...dovetail, homepage: 'https://www.dovetail.example' };
    expect((await propose(whole, { en: table }, adoptersTable)).remarks).toEqual([]);
  });

  it('has other words in another language, in the same columns', async () => {
    const configuration = configurationOf(
      adopters.replace('{en: ADOPTERS.md}', '{en: ADOPTERS.md, zh: ADOPTERS.zh.md}'),
    );
    const chinese = table.replace(
      /\| Organization .*\n/,
      '| 公司 | 联系人 | 环境 | 用途 | 时间 |\n',
    );
    const typed = { ...dovetail, descriptions: { en: 'Cuts joints.', zh: '做榫。' } };
    const { entries } = await propose(typed, { en: table, zh: chinese }, configuration);
    expect(entries?.[1]).toMatchObject({ fields: { 联系人: '@dove', 环境: 'Testing' } });
    const shorter = chinese.replaceAll(/\|[^|\n]*\|\n/g, '|\n');
    const lacking = await propose(
      { ...typed, fields: { ...typed.fields, Since: '2026' } },
      { en: table, zh: shorter },
      configuration,
    );
    expect(lacking.remarks?.filter(({ code }) => code === 'field-not-in-locale')).toHaveLength(3);
  });

  it('says of no text that it lacks a translation', async () => {
    const text = `pages: {en: a.yaml, zh: b.yaml}\nformat: yaml-list\nfields: {name: {role: name}}\nlogo: none`;
    const list = '- name: Alder\n- name: Elm\n';
    const typed = { company: 'Dovetail', descriptions: {} };
    const { remarks } = await propose(typed, { en: list, zh: list }, configurationOf(text));
    expect(remarks).toEqual([]);
  });

  it('is read again as what was typed, whatever that is, or is refused', async () => {
    const hostile = hostileTexts.map(([, text]) => text);
    const typedText = fc.oneof(fc.constantFrom(...ordinaryTexts, ...hostile), arbitraryString);
    let written = 0;
    await fc.assert(
      fc.asyncProperty(typedText, typedText, typedText, async (contact, since, words) => {
        const inTable = {
          ...dovetail,
          fields: { Contact: contact, Environment: 'testing', Since: since },
        };
        const inData = {
          ...{ company: 'Dovetail', descriptions: {}, group: 'End users' },
          ...{ homepage: 'https://dovetail.example/', fields: { useCase: words } },
        };
        for (const [typed, text, configuration] of [
          [inTable, table, adoptersTable],
          [inData, data, vendorsFile],
        ] as const) {
          const { submission, entries, problems } = await propose(
            typed,
            { en: text },
            configuration,
          );
          if (problems) continue;
          written += 1;
          expect(entries?.[0]?.fields ?? {}).toEqual(submission.fields ?? {});
        }
      }),
      { numRuns: 120 },
    );
    expect(written).toBeGreaterThan(20);
  });
});
