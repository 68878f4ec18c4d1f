import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { readForm } from '../../src/form/read-form.ts';
import { readSubmissionForm } from '../../src/form/read-submission-form.ts';
import type { EntryValues } from '../../src/list/format.ts';
import { applyChanges } from '../../src/list/formats/front-matter-table/edit/apply-changes.ts';
import { entriesOf } from '../../src/list/formats/front-matter-table/entries.ts';
import { readPage } from '../../src/list/formats/front-matter-table/read/read-page.ts';
import { removeEntry } from '../../src/list/formats/front-matter-table/remove-entry.ts';
import { markdownTable } from '../../src/list/formats/markdown-table/markdown-table.ts';
import { yamlList } from '../../src/list/formats/yaml-list/yaml-list.ts';
import { type List, usualFormat } from '../../src/list/list.ts';
import { problemCodes } from '../../src/problem/codes.ts';
import { type Problem, problem } from '../../src/problem/problem.ts';
import type { Result } from '../../src/problem/result.ts';
import { chooseSlug } from '../../src/proposal/logo-files/choose-slug.ts';
import { companyNotListed } from '../../src/proposal/not-listed.ts';
import { readPages } from '../../src/proposal/open-pages.ts';
import { proposeEntry } from '../../src/proposal/propose-entry.ts';
import { proposeRenaming } from '../../src/proposal/propose-renaming.ts';
import { checkSubmission } from '../../src/submission/check-submission.ts';
import type { SubmissionFields } from '../../src/submission/submission-fields.ts';
import { loadTemplates } from '../../src/templates.ts';
import { fieldsOf, needed } from '../form/forms.ts';
import { pageWith, read, threeCompanies } from '../list/formats/front-matter-table/pages.ts';
import { configurationWith, entryRequest, openedPages } from '../proposal/requests.ts';
import { configurationOf } from '../submission/configuration.ts';
import { placeholdersOf } from './placeholders.ts';

const configuration = configurationOf();
const english = loadTemplates('en');

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

const configurations = [
  '# '.padEnd(70_000, 'x'),
  'a: [',
  '- '.repeat(100),
  'a: &a b\nc: *a',
  'tabel: x\npages: {}\nproject: [x]\nlabel: ""\nquota: x\nlogo: {size: 1, file: x, directory: ../x, url: "<"}',
  'pages: {en: a.md}\nfields: {Stage: {role: status, homepage: {required: true}}}',
  'pages: {en: a.md}\nfields: {Stage: {role: status, choices: [x, x]}}',
  'pages: {en: a.yml}\nformat: yaml-list\nfields: {url: {role: homepage, multiple: true}}',
  `pages: {en: a.md}\nfields: {${Array.from({ length: 130 }, (_, index) => `F${index}: {role: none}`).join(', ')}}`,
  'pages: {en: a.md, de: a.md}',
  'pages: {"?": b.md}\norder: random\nlogo: 5',
  'pages: {en: a.md}\ncommit: "Add {nobody}"\nlink-text: {zh: x}',
  'pages: {en: a.md}\nlogo: {size: 5x5}',
  'pages: {en: a.md}\nlogo: none',
  'pages: {en: a.md}\nlogo: {dark-file: "{slug}-logo.png"}',
  'pages: {en: a.md}\npull-request: {branch-prefix: a..b}',
  'pages: {en: a.md}\nstate-labels: {listed: Powered-By}',
  'pages: {en: a/b.yml}\nformat: entry-files',
  "pages: {en: 'a/*.yml'}\nformat: entry-files\nlogo: {directory: 'a/*', file: x.png}",
  'pages: {en: a.md}\nlogo: {file: x.png}',
  'pages: {en: a/con.*.yml}\nformat: entry-files',
  'pages: {en: a/*.yml}\nformat: yaml-list',
  'table: x',
];

const submissions: readonly Partial<SubmissionFields>[] = [
  { linkText: 'x'.repeat(121) },
  { company: '…', descriptions: { fr: 'x', zh: 'x'.repeat(601) } },
  { company: 'x'.repeat(81) },
  { company: '**Juniper**' },
  ...['x', 'http://a.example', 'a.example', 'ftp://a.example', `https://${'a'.repeat(500)}`].map(
    (link) => ({ link }),
  ),
  { link: 'https://me@localhost' },
];

const forms = [
  '# '.padEnd(70_000, 'x'),
  'a: [',
  '- '.repeat(100),
  'a: &a b\nc: *a',
  'name: x',
  'body: [{type: input, id: company, attributes: {label: A}}, {type: input, id: company, attributes: {label: A}}, {}]',
];

const bodies = [
  '',
  '### Company',
  `${fieldsOf()
    .map(({ label }) => `### ${label}\n`)
    .join('')}`.repeat(2),
  '### Logo\n\n### Consent',
  '### Company\n\n<!--\n### Logo',
  '### Logo\n\nhttps://a.example/b https://a.example/c\n\n### Logo',
  'x'.repeat(70_000),
];

/** Pages that are refused for every reason there is. */
const pages = [
  'x'.repeat(10 * 1024 * 1024 + 1),
  '\n'.repeat(200_000),
  threeCompanies.replace('cols: \n', `cols: \n${'          - id: x\n'.repeat(100)}`),
  '# Powered By',
  '+++',
  '---\na: 1\n',
  '---\na: [\n---\n',
  '---\na: 1\n---b\n---\n',
  threeCompanies.replace('"column2"', '2'),
  '---\ntables: {powered-by: {}}\n---\n',
  '---\ntables:\n  powered-by: {}\n---\n',
  threeCompanies.replace('powered-by:', 'powerd-by:'),
  threeCompanies.replace('cols:', 'columns:'),
  threeCompanies.replace('id: "column2"', 'name: "column2"'),
  threeCompanies.replace('"column2"', '"column1"'),
  threeCompanies.replace('rows:', 'lines:'),
  threeCompanies.replace('"Anvil', '&anvil "Anvil'),
  pageWith('').replace('rows: \n', 'rows: [{column1: x}]\n'),
  pageWith('          - {column1: x}'),
  pageWith('          - x'),
  pageWith('').replace('rows: \n', 'rows: text\n'),
  threeCompanies.replace('id: "column2"', 'id: "Column2"'),
  threeCompanies.replace(/ {10}- column1: "Anvil[^"]*"\n.*Birch[^"]*"\n/, ''),
];

function editProblems(): readonly Problem[] {
  const body = { source: ' "Cedar."', indentation: 12, expected: 'Birch.' };
  const slot = { pair: 1, column: 'column1' };
  const unsafe = applyChanges(read(threeCompanies), [{ slot, logo: 'leave', text: body }]);
  const page = read(
    pageWith(`          - column1: "<img src='/a.png' alt='Anvil'>"
            column2: "<img src='/b.png' alt='Birch'>"
          - column1: "Anvil forges."
`),
  );
  const [anvil] = entriesOf(page);
  const halves = read(pageWith(`          - column1: "<img src='/a.png' alt='Anvil'>"\n`));
  const below = { slot: { pair: 1, column: 'column1' }, logo: body, text: body };
  return [
    ...problemsOf(unsafe),
    ...problemsOf(applyChanges(halves, [below])),
    ...(anvil ? problemsOf(removeEntry(page, anvil, { leaveGap: true })) : []),
  ];
}

function listProblems(): readonly Problem[] {
  const table = '## Users\n\n| Company | Text |\n|---|---|\n| Anvil | Forges |\n';
  const file = (text: string) => ({ path: 'ADOPTERS.md', text });
  const list = markdownTable.read(file(table), {});
  const groups = markdownTable.read(file(`${table}\n${table.replace('Users', 'Vendors')}`), {});
  const values = { company: 'Birch', logo: '', text: '', fields: { Colour: 'green' } };
  return [
    ...problemsOf(markdownTable.read(file('# Users\n'), {})),
    ...problemsOf(markdownTable.read(file(table), { within: 'Adopters' })),
    ...problemsOf(markdownTable.read(file(`${table}\n${table.replace('Text', 'Where')}`), {})),
    ...problemsOf(addTo(groups, values)),
    ...problemsOf(addTo(groups, { ...values, group: 'Partners' })),
    ...problemsOf(markdownTable.read(file(`<!-- Generated by a script -->\n\n${table}`), {})),
    ...problemsOf(markdownTable.read(file(`<<<<<<< a\n${table}=======\n>>>>>>> b\n`), {})),
    ...problemsOf(markdownTable.read(file(`${'> '.repeat(99)}${table}`), {})),
    ...problemsOf(markdownTable.read(file(table.replace('Forges', 'a \\\\| b')), {})),
    ...problemsOf(addTo(list, values)),
  ];
}

function addTo(list: Result<List>, values: EntryValues): Result<unknown> {
  return list.ok ? list.value.format.add(list.value, values, 'append') : list;
}

function dataProblems(): readonly Problem[] {
  const yaml = (text: string) => yamlList.read({ path: 'adopters.yml', text }, {});
  const entry = '- name: Anvil\n  url: u\n';
  const list = yaml(`${entry}  story: {a: {b: c}}\n`);
  const values = { company: 'Birch', logo: '', text: '' };
  return [
    ...['[', `${entry}---\n${entry}`, `${entry}  x: ${'('.repeat(201)}\n`].flatMap((text) =>
      problemsOf(yaml(text)),
    ),
    ...problemsOf(yaml('adopters: &a\n- name: A\n  url: u\n')),
    ...problemsOf(yaml('adopters: [{name: A, url: u}]')),
    ...problemsOf(yaml('landscape:\n  users:\n  - item:\n    name: A\n    logo: a\n')),
    ...(list.ok ? problemsOf(yamlList.add(list.value, values, 'append')) : []),
    ...problemsOf(markupOf(yaml(entry))),
  ];
}

function markupOf(list: Result<List>): Result<unknown> {
  return list.ok
    ? yamlList.add(list.value, { company: 'Birch <b>', logo: '', text: '' }, 'append')
    : list;
}

/** Of companies beside those on the pages. */
function companyProblems(): readonly Problem[] {
  const opened = openedPages();
  const file = 'static/img/poweredby/anvil-logo.png';
  const text =
    '- logo: /a.png\n  url: https://a.example\n- logo: /b.png\n  url: https://b.example\n';
  const nameless = yamlList.read({ path: 'users.yml', text }, {});
  return [
    companyNotListed('Zither', opened),
    ...problemsOf(
      proposeRenaming({
        company: 'Anvil',
        newName: 'Birch',
        pages: opened,
        configuration: configurationWith(),
        defaultLinkTexts: {},
      }),
    ),
    ...problemsOf(
      proposeRenaming({
        company: 'a.example',
        newName: 'Anvil',
        pages: nameless.ok ? [{ locale: 'en', list: nameless.value }] : [],
        configuration: configurationWith(),
        defaultLinkTexts: {},
      }),
    ),
    companyNotListed('Anvill', opened),
    ...problemsOf(chooseSlug('Anvil!', opened, [file], configurationWith())),
    ...problemsOf(proposeEntry(entryRequest({ company: 'A __hdeferred/b' }))),
  ];
}

const realProblems = [
  problem('configuration-missing', ''),
  problem('configuration-misnamed', '', { path: '.github/poweredby.yaml' }),
  ...configurations.flatMap((text) => problemsOf(readConfiguration(text))),
  ...submissions.flatMap((fields) =>
    problemsOf(checkSubmission({ descriptions: {}, ...fields }, { configuration })),
  ),
  ...forms.flatMap((text) => problemsOf(readForm(text, needed))),
  ...bodies.flatMap((body) => readSubmissionForm(body, fieldsOf(), configuration).problems),
  ...pages.flatMap((text) => problemsOf(readPage(text, { table: 'powered-by', path: 'page.md' }))),
  ...editProblems(),
  ...listProblems(),
  ...dataProblems(),
  ...problemsOf(
    readPages({ pages: { en: 'not-utf8' }, logos: [] }, configurationWith(), usualFormat),
  ),
  ...companyProblems(),
];

const codes = problemCodes.filter(
  (code) =>
    /^(configuration|company|description|link|attachment|consent|form|page|list)-/.test(code) &&
    code !== 'description-twice',
);

describe('the words for', () => {
  it.each(codes)('%s name only values that the problem has', (code) => {
    const found = realProblems.filter((one) => one.code === code);
    expect(found).not.toEqual([]);
    const { message, hint, example = '' } = english.problems[code];
    for (const { values } of found) {
      expect(Object.keys(values)).toEqual(
        expect.arrayContaining([message, hint, example].flatMap(placeholdersOf)),
      );
    }
  });
});
