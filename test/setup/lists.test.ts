import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeSetup } from '../../src/setup/describe-setup.ts';
import { loadTemplates } from '../../src/templates.ts';
import type { Files } from '../support/folders.ts';
import {
  someData as data,
  someList as list,
  reportFor,
  setUpFiles,
  someTable as table,
} from './site.ts';

const english = loadTemplates('en');

/** The written configuration, as data. */
async function written(files: Files, options = {}): Promise<Record<string, unknown>> {
  const { changes } = await reportFor(files, options);
  return parse(String(changes[0]?.content));
}

/** The codes of the problems for which nothing is set up, with what they are about. */
async function refused(files: Files, options = {}): Promise<readonly string[]> {
  const report = await setUpFiles(files, options);
  return report.ok ? [] : report.problems.map(({ code, field }) => `${code} ${field}`.trim());
}

describe('setUp for a Markdown table', () => {
  it('writes its columns with what they say, what every row has, and the few words that recur', async () => {
    expect(await written({ 'ADOPTERS.md': table })).toMatchObject({
      pages: { en: 'ADOPTERS.md' },
      format: 'markdown-table',
      within: 'Adopters',
      fields: {
        Organization: { role: 'name', homepage: { required: true } },
        Contact: { role: 'contact' },
        Environment: { role: 'status', required: true, choices: ['Production', 'Testing'] },
        'Description of Use': { role: 'text', required: true },
      },
      logo: 'none',
      'http-links': true,
      order: 'as-is',
    });
  });

  it('requires the link of a name only if every row has it, and enough rows show that', async () => {
    const rows = ['Anvil', 'Birch', 'Cedar'].map(
      (name) => `| [${name}](https://${name.toLowerCase()}.example) | Counts. |\n`,
    );
    const homepageIn = async (...shown: readonly string[]) => {
      const text = `# Adopters\n\n| Organization | Use |\n|---|---|\n${shown.join('')}`;
      const { fields } = await written({ 'ADOPTERS.md': text });
      return fields;
    };
    const organization = (homepage: unknown) => ({ Organization: { role: 'name', homepage } });
    expect(await homepageIn(...rows)).toMatchObject(organization({ required: true }));
    expect(await homepageIn(...rows.slice(1))).toMatchObject(organization('link'));
    expect(await homepageIn(...rows, '| Dovetail | Counts. |\n')).toMatchObject(
      organization('link'),
    );
  });

  it('tells what it found, which it took and why', async () => {
    expect(describeSetup(await reportFor({ 'ADOPTERS.md': table }), english)).toEqual([
      'List (en): ADOPTERS.md, “Adopters”: a Markdown table, companies: 8.',
      'It was chosen because of its file name.',
      'Fields: Organization (name, homepage), Contact (contact), Environment (status, Production, Testing), Description of Use (text). Required: Organization, homepage, Environment, Description of Use.',
      'Logos: none, because the list shows none.',
      'Project: unknown, so sentences say “this project”. Set “project”, then run poweredby init --form: the issue form also contains the name.',
      'Links: http: is allowed, because some links in the list use it; https: is still suggested.',
      'Order: as-is. The list is in alphabetical order, or nearly so. A new company takes its place in that order, and nothing else moves.',
    ]);
  });

  it('takes the header of an empty one', async () => {
    const empty = '# Adopters\n\n| Organization | Use Case |\n|---|---|\n| _Your company_ | |\n';
    const { fields, order } = await written({ 'ADOPTERS.md': empty });
    expect(fields).toEqual({
      Organization: { role: 'name' },
      'Use Case': { role: 'text' },
    });
    expect(order).toBe('as-is');
  });

  it('takes the only links for homepages, though the words over them are vague, and others for stories', async () => {
    const rows = (name: (company: string) => string) =>
      ['Anvil', 'Birch', 'Cedar'].map(
        (company) =>
          `| ${name(company)} | Forge | [link](https://${company.toLowerCase()}.example) |\n`,
      );
    const roles = async (name: (company: string) => string) => {
      const text = `# Adopters\n\n| Organization | Product | More Information |\n|---|---|---|\n${rows(name).join('')}`;
      return (await written({ 'ADOPTERS.md': text }))['fields'];
    };
    expect(await roles((company) => company)).toMatchObject({
      'More Information': { role: 'homepage', required: true },
    });
    expect(await roles((company) => `[${company}](https://a.example)`)).toMatchObject({
      'More Information': { role: 'link' },
    });
  });

  it('lets all of it be padded again only where a formatter keeps it so', async () => {
    const padded = [
      '# Adopters',
      '',
      '| Name  | Use case |',
      '| ----- | -------- |',
      '| Anvil | Reports  |',
      '| Birch | Trees    |',
      '| Elm   | Shade    |',
      '',
    ].join('\n');
    const files = { 'ADOPTERS.md': padded };
    expect(await written(files)).not.toHaveProperty('reformat');
    expect(await written({ ...files, '.prettierrc': '{}' })).toMatchObject({ reformat: 'table' });
    const broken = { 'ADOPTERS.md': `${padded}| A longer name | x |\n` };
    expect(await written({ ...broken, '.prettierrc': '{}' })).not.toHaveProperty('reformat');
  });

  it('makes one list with groups of tables in a file that are written alike', async () => {
    const part = (name: string, who: string) =>
      `## ${name}\n\n| Company | Website |\n|---|---|\n| ${who} | https://${who}.example |\n\n`;
    const files = {
      'USERS.md': `# Users\n\n${part('Vendors', 'anvil')}${part('End users', 'birch')}`,
    };
    const configuration = await written(files);
    expect(configuration).toMatchObject({ group: { choices: ['Vendors', 'End users'] } });
    expect(configuration).not.toHaveProperty('within');
    const lines = describeSetup(await reportFor(files), english);
    expect(lines).toContain('Groups: Vendors, End users. A company chooses one of them.');
  });
});

describe('setUp for texts', () => {
  const rows = (text: string) =>
    `# Adopters\n\n| Company | Website | How |\n|---|---|---|\n| Anvil | [Home](https://anvil.example) | ${text} |\n`;

  it.each([
    ['See [our talk](https://anvil.example/talk).', 'inline'],
    ['Runs `kestrel serve`.', 'inline'],
    ['Plain words.', undefined],
  ])('lets links and code through only where some have them: %s', async (text, markup) => {
    expect((await written({ 'ADOPTERS.md': rows(text) }))['markup']).toBe(markup);
  });

  it('lets links through where contacts have other addresses than those of people', async () => {
    const files = (contact: string) => ({
      'ADOPTERS.md': `# Adopters\n\n| Company | Contact | How |\n|---|---|---|\n| Anvil | ${contact} | Forges. |\n`,
    });
    expect((await written(files('[Form](https://anvil.example/ask)')))['markup']).toBe('inline');
    expect(await written(files('[@anna](https://github.com/anna)'))).not.toHaveProperty('markup');
    expect(await written(files('[Anna](mailto:anna@anvil.example)'))).not.toHaveProperty('markup');
  });

  it.each([
    'Production, Testing',
    'Production / Testing',
    'Production/Testing',
    'Production and Testing',
  ])('offers several choices where entries have several: %s', async (several) => {
    const [both] = table.match(/.*\| Testing \|.*\n/) ?? [''];
    const more = both.replace('| Testing |', `| ${several} |`).replace('[', '[More ');
    const { fields } = await written({ 'ADOPTERS.md': `${table}${more}` });
    expect(fields).toMatchObject({
      Environment: { choices: ['Production', 'Testing'], multiple: true },
    });
  });

  it('lets companies give several links, or one with their own words, where entries do', async () => {
    const rows = (...links: readonly string[]) =>
      links.map((link, index) => `| Company ${index} | Forges. | ${link} |\n`).join('');
    const linkOf = async (...links: readonly string[]) => {
      const text = `# Adopters\n\n| Organization | Text | Link |\n|---|---|---|\n${rows(...links)}`;
      return (await written({ 'ADOPTERS.md': text }))['fields'];
    };
    const home = '[Homepage](https://a.example)';
    expect(await linkOf(home, home, `${home} & [Blog](https://b.example)`)).toMatchObject({
      Link: { role: 'homepage', required: true, multiple: true },
    });
    const named = ['[Company 0](https://a.example)', '[Company 1](https://b.example)'];
    expect(await linkOf(...named, home, home)).toHaveProperty('Link.multiple', true);
    for (const other of [home, `${home} (see [Blog](https://b.example))`, '']) {
      expect(await linkOf(home, home, other)).not.toHaveProperty('Link.multiple');
    }
  });

  it('offers no choices where few entries tell, and one of the words is rare among them', async () => {
    const rows = (...words: readonly string[]) =>
      words.map((word, index) => `| Company ${index} | ${word} |\n`).join('');
    const choices = async (...words: readonly string[]) => {
      const { fields } = await written({
        'ADOPTERS.md': `| Company | Status |\n|---|---|\n${rows(...words)}`,
      });
      return (fields as Record<string, { choices?: string[] }>)['Status']?.choices;
    };
    const live = (count: number) => Array.from({ length: count }, () => 'Live');
    expect(await choices(...live(9), 'Trial', 'Trial')).toBeUndefined();
    expect(await choices(...live(8), 'Trial', 'Trial', 'Trial')).toEqual(['Live', 'Trial']);
    expect(await choices(...live(10), 'Trial', 'Trial')).toEqual(['Live', 'Trial']);
  });

  it('requires a field whose meaning is unknown only where a dozen entries have it', async () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        return `- Company ${index}\n  - Project: P${index}\n  - Use case: Reports ${index}\n`;
      }).join('');
    const fields = async (count: number) =>
      (await written({ 'ADOPTERS.md': `# Adopters\n\n${items(count)}` }))['fields'];
    expect(await fields(11)).toMatchObject({ 'Use case': { required: true } });
    expect(await fields(11)).not.toHaveProperty('Project.required');
    expect(await fields(12)).toMatchObject({ Project: { required: true } });
  });

  it('requires no field for which some entries say that they have nothing', async () => {
    const fields = async (contact: string) => {
      const rows = `| Anvil | @anna |\n| Birch | ${contact} |\n| Cedar | @cedric |\n`;
      const text = `| Company | Contact |\n|---|---|\n${rows}`;
      return (await written({ 'ADOPTERS.md': text }))['fields'];
    };
    expect(await fields('@bert')).toHaveProperty('Contact.required');
    expect(await fields('N/A')).not.toHaveProperty('Contact.required');
    expect(await fields('-')).not.toHaveProperty('Contact.required');
  });

  it('offers what the file explains together with the words of a column, though nobody has it yet', async () => {
    const levels = ['Live', 'Live', 'Live', 'Test', 'Test', 'Test'];
    const rows = [...levels, ...levels].map((level, at) => `| C${at} | ${level} |\n`);
    const columns = `# Adopters\n\n| Organization | Level |\n|---|---|\n${rows.join('')}`;
    const choices = async (terms: string) =>
      (await written({ 'ADOPTERS.md': `${columns}\n## Levels\n\n${terms}` }))['fields'];
    const all = { Level: { choices: ['Live', 'Stage', 'Test'] } };
    expect(
      await choices('* **Live:** Runs.\n* **test:** Tries.\n* **Stage:** Soon.\n'),
    ).toMatchObject(all);
    expect(
      await choices('**Live**: Runs.\n\n**Test**: Tries.\n\n**Stage**: Soon.\n'),
    ).toMatchObject(all);
    const usual = { Level: { choices: ['Live', 'Test'] } };
    expect(await choices('**Live**: Runs.\n\n**Note**: Add yourself.\n')).toMatchObject(usual);
    expect(await choices('**Live**: Runs.\n\n## Others\n\n**Test**: Tries.\n')).toMatchObject(
      usual,
    );
  });

  it('offers no choices where values are links', async () => {
    const linked = table.replace(/\| (Production|Testing) \|/g, '| [$1](https://a.example/$1) |');
    const { fields } = await written({ 'ADOPTERS.md': linked });
    expect(fields).toMatchObject({ Environment: { role: 'status', required: true } });
    expect(fields).not.toHaveProperty('Environment.choices');
  });

  it('offers the badges that rows without a company show', async () => {
    const rows = ['Live', 'Trial', 'Past'].map((word, index) => {
      const company = index === 0 ? '[Anvil](https://anvil.example) | Forges' : '- | -';
      return `| ${company} | ![${word}](https://b.example/${word}) |\n`;
    });
    const text = `| Company | Use case | Status |\n|---|---|---|\n${rows.join('')}`;
    const { fields } = await written({ 'ADOPTERS.md': text });
    expect(fields).toMatchObject({
      Company: { homepage: 'link' },
      Status: { choices: ['Live', 'Past', 'Trial'] },
    });
  });
});

describe('setUp for other formats', () => {
  it('says that entries name the files of logos alone, and goes on so', async () => {
    const data = { 'data/adopters.yml': '- name: A\n  url: https://a.example\n  logo: a.png\n' };
    const report = await reportFor(data);
    expect(report.configuration.logo).toMatchObject({ directory: 'static/img/poweredby', url: '' });
    expect(describeSetup(report, english)).toContain(
      'Logos: no folder has the 1 logo files that the list uses. New ones go to static/img/poweredby, and the list refers to them by the names of the files alone. Check both.',
    );
  });

  it('says that no logo is used where nobody has one', async () => {
    const rows = ['Alder', 'Birch', 'Cedar'].map((name) => `| ${name} | | x |\n`).join('');
    const report = await reportFor({
      'ADOPTERS.md': `# Adopters\n\n| Company | Logo | Use |\n|---|---|---|\n${rows}`,
    });
    const said = describeSetup(report, english);
    expect(said).toContain(
      'Logos: the list uses no logo files yet. New ones go to logos, and the list refers to them as logos/… Check both.',
    );
  });

  it('takes a Markdown list in a README and nothing else of it', async () => {
    const readme = `# Kestrel\n\n- fast\n- small\n\n## Options\n\n| Name | Description |\n|---|---|\n| debug | Says more. |\n\n## Who uses it?\n${list.slice(15)}`;
    expect(await written({ 'README.md': readme })).toMatchObject({
      format: 'markdown-list',
      within: 'Who uses it?',
      fields: {
        name: { role: 'name' },
        homepage: { role: 'homepage', required: true },
        text: { role: 'text', required: true },
      },
      logo: 'none',
      project: 'Kestrel',
    });
  });

  it('takes the list that is named for it, and no others of a README that look alike', async () => {
    const part = (heading: string, name: string) =>
      `## ${heading}\n\n- [${name} One](https://a.example)\n- [${name} Two](https://b.example)\n\n`;
    const readme = `# Kestrel\n\n${part('Using it in a browser', 'Guide')}${part('Projects using Kestrel', 'Anvil')}`;
    const configuration = await written({ 'README.md': readme });
    expect(configuration).toMatchObject({ within: 'Projects using Kestrel' });
    expect(configuration).not.toHaveProperty('group');
  });

  it('takes a list in a data file with its logos, and leaves out what its template needs', async () => {
    const files = {
      'site/data/adopters.yml': data,
      'site/static/logos/anvil.svg': '<svg/>',
      'site/static/logos/birch.svg': '<svg/>',
    };
    expect(await written(files)).toMatchObject({
      pages: { en: 'site/data/adopters.yml' },
      format: 'yaml-list',
      within: 'adopters',
      fields: {
        name: { role: 'name' },
        url: { role: 'homepage', required: true },
        logo: { role: 'logo', required: true },
      },
      logo: { directory: 'site/static/logos', url: '', file: '{slug}.png', 'keep-svg': true },
    });
    expect(await written(files)).not.toHaveProperty('fields.pinned');
  });

  it('takes a logo for light and one for dark pages, with the names of their files', async () => {
    const files = (dark: string) => {
      const list = data.replace(
        /^(\s+)logo: (\w+)\.svg$/gm,
        `$1logo: $2.png\n$1logo_dark: ${dark}.png`,
      );
      return { 'data/adopters.yml': list };
    };
    const usual = await written(files('$2-dark'));
    expect(usual).toMatchObject({
      fields: { logo: { role: 'logo' }, logo_dark: { role: 'logo-dark' } },
      logo: { file: '{slug}.png' },
    });
    expect(usual.logo).not.toHaveProperty('dark-file');
    const other = await written(files('night-$2'));
    expect(other).toMatchObject({ logo: { file: '{slug}.png', 'dark-file': 'night-{slug}.png' } });
  });

  it('guesses a folder of the site to which the list belongs where none holds its logos', async () => {
    const logos = data.replaceAll('logo: ', 'logo: /img/users/').replaceAll('.svg', '.png');
    const { logo } = await written({ 'website/data/adopters.yml': logos });
    expect(logo).toMatchObject({ directory: 'website/static/img/users', url: '/img/users' });
    expect(logo).not.toHaveProperty('keep-svg');
  });

  it('says that a logo is optional where some have none', async () => {
    const some = data.replace('    logo: birch.svg\n', '');
    expect(await written({ 'data/adopters.yml': some })).toMatchObject({
      logo: { required: false },
    });
  });

  it('takes an array in a script, and sections', async () => {
    const script = `export const users = [\n  {name: 'Anvil', url: 'https://anvil.example', logo: '/img/a.png'},\n];\n`;
    expect(await written({ 'src/data/users.js': script })).toMatchObject({ format: 'js-array' });
    const sections = '# Adopters\n\n## Anvil\n\nForges.\n\n## Birch\n\nCounts.\n';
    expect(await written({ 'ADOPTERS.md': sections })).toMatchObject({
      format: 'markdown-sections',
    });
  });

  it('pairs the locales of one list', async () => {
    const chinese = table.replace('# Adopters', '# 用户');
    const files = { 'docs/adopters.md': table, 'i18n/zh/docs/adopters.md': chinese };
    const configuration = await written(files);
    expect(configuration).toMatchObject({
      pages: { en: 'docs/adopters.md', zh: 'i18n/zh/docs/adopters.md' },
    });
    expect(configuration).not.toHaveProperty('within');
  });

  it('says what columns are called in the source locale alone', async () => {
    const chinese = table.replace(/\| Organization .*/, '| 公司 | 联系人 | 环境 | 用途 |');
    const { fields } = await written({
      'docs/adopters.md': table,
      'i18n/zh/docs/adopters.md': chinese,
    });
    expect(Object.keys(Object(fields))).toEqual([
      'Organization',
      'Contact',
      'Environment',
      'Description of Use',
    ]);
  });
});

describe('setUp among several lists', () => {
  const both = { 'ADOPTERS.md': table, 'website/data/adopters.yml': data };

  it('prefers a file that is named for it, and tells of others', async () => {
    const report = await reportFor({ 'README.md': list, 'ADOPTERS.md': table });
    expect(report.configuration.pages).toEqual({ en: 'ADOPTERS.md' });
    expect(describeSetup(report, english)).toContain(
      "Not used: README.md: a Markdown list, companies: 3. To use it instead, run this again with --list 'README.md#Who uses it?'.",
    );
  });

  it('takes a table before the list that explains its words', async () => {
    const words = ['Trial', 'Test', 'Stage', 'Live'].map((word) => `* **${word}:** Says more.\n`);
    const rows = ['Anvil', 'Birch', 'Cedar'].map((name) => `| ${name} | Live |\n`);
    const text = `# Adopters\n\n${words.join('')}\n| Organization | Phase |\n|---|---|\n${rows.join('')}`;
    expect(await written({ 'ADOPTERS.md': text })).toMatchObject({ format: 'markdown-table' });
  });

  it('takes a table of few rows, or a list with links, before the terms that it uses', async () => {
    const words = ['Trial', 'Test', 'Stage', 'Live'].map((word) => `* **${word}** - Says more.\n`);
    const terms = `${words.join('')}\n`;
    const row = '| Organization/Company | Phase |\n|---|---|\n| Anvil | Live |\n\n';
    const found = async (text: string) => written({ 'ADOPTERS.md': text });
    for (const heading of ['', '## Adopter types\n\n', '## Levels\n\n']) {
      expect(await found(`# Adopters\n\n${row}${heading}${terms}`)).toMatchObject({
        format: 'markdown-table',
      });
    }
    const linked = '- [Anvil](https://anvil.example) - Forges.\n\n';
    expect(
      await found(`# Adopters\n\n## Companies\n\n${linked}## Types\n\n${terms}`),
    ).toMatchObject({
      within: 'Companies',
    });
    const others = terms.replace('Trial', 'Birch');
    expect(
      await found(`# Users\n\n## Products\n\n${row}## Who uses it\n\n${others}`),
    ).toMatchObject({
      format: 'markdown-table',
    });
    const organizations = terms.replace('Live', 'Birch');
    expect(
      await found(`# Adopters\n\n## Users\n\n${organizations}\n## Vendors\n\n${row}`),
    ).toMatchObject({ format: 'markdown-list' });
  });

  it('names all else that is in a file which is asked for', async () => {
    const rows = '| Firm | Place |\n|---|---|\n| Anvil | Utrecht |\n';
    const text = `# Adopters\n\n- [Birch](https://birch.example) - Counts trees.\n\n## Firms\n\n${rows}`;
    const report = await reportFor({ 'ADOPTERS.md': text }, { list: 'ADOPTERS.md' });
    expect(report.configuration).toMatchObject({ format: 'markdown-list', within: 'Adopters' });
    expect(describeSetup(report, english)).toContain(
      "Not used: ADOPTERS.md: a Markdown table, companies: 1. To use it instead, run this again with --list 'ADOPTERS.md#Firms'.",
    );
    const asked = await written({ 'ADOPTERS.md': text }, { list: 'ADOPTERS.md#Firms' });
    expect(asked).toMatchObject({ format: 'markdown-table', within: 'Firms' });
  });

  it('takes the fuller one where the other has less than half as many', async () => {
    expect(await written(both)).toMatchObject({ format: 'markdown-table' });
  });

  it('asks where they are as likely, and names the choices where nobody can be asked', async () => {
    const equal = { 'ADOPTERS.md': list, 'website/data/adopters.yml': data };
    expect(await setUpFiles(equal)).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'setup-several-lists',
          values: {
            lists: "--list 'ADOPTERS.md#Who uses it?', --list 'website/data/adopters.yml#adopters'",
          },
        },
      ],
    });
    const asked = await reportFor(equal, { ask: async (lists) => lists[1] });
    expect(asked.configuration.format).toBe('yaml-list');
    expect(describeSetup(asked, english)).toContain('It is the list you asked for.');
    expect(await refused(equal, { ask: async () => undefined })).toEqual(['setup-several-lists']);
  });

  it('takes what is asked for, whatever it is called', async () => {
    const files = {
      ...both,
      'notes.md': '# Gear\n\n| Where | What for |\n|---|---|\n| Anvil | x |\n',
    };
    for (const asked of ['notes.md', './notes.md#gear']) {
      expect(await written(files, { list: asked })).toMatchObject({
        pages: { en: 'notes.md' },
        within: 'Gear',
        fields: { Where: { role: 'name' } },
      });
    }
    expect(await refused(files, { list: 'notes.md#Tools' })).toEqual(['setup-list-missing list']);
    expect(await refused(files, { list: 'nothing.md' })).toEqual(['setup-list-missing list']);
  });

  it('passes over copies, samples and news', async () => {
    const files = { 'docs/adopters.md': list, 'versioned_docs/version-1.2/adopters.md': table };
    expect(await written(files)).toMatchObject({ pages: { en: 'docs/adopters.md' } });
  });
});

describe('setUp proposes nothing', () => {
  it.each<[string, Files]>([
    [
      'packages',
      { 'package.json': '{"contributors": [{"name": "A", "url": "https://a.example"}]}' },
    ],
    [
      'options',
      { 'README.md': '# X\n\n## Options\n\n| Name | Description |\n|---|---|\n| a | b |\n' },
    ],
    [
      'accounts',
      {
        'data/users.json':
          '[{"name": "A", "email": "a@a.example", "website": "https://a.example"}]',
      },
    ],
    ['a matrix', { 'data/ci.yml': 'matrix:\n  - name: linux\n    url: https://a.example\n' }],
    [
      'maintainers',
      { 'MAINTAINERS.md': '# Maintainers\n\n| Name | GitHub |\n|---|---|\n| A | @a |\n' },
    ],
    [
      'how to get listed',
      {
        'README.md':
          '# X\n\n## How to add adopters\n\n- [Open](https://a.example) an issue\n- [Wait](https://b.example)\n',
      },
    ],
  ])('for %s', async (_what, files) => {
    expect(await refused(files)).toEqual(['setup-no-page']);
  });

  it.each<[string, Files]>([
    ['setup-list-of-other-kind ADOPTERS.adoc', { 'ADOPTERS.adoc': '= Adopters' }],
    ['setup-list-of-other-kind config.toml', { 'config.toml': '[[params.users]]\nname = "A"\n' }],
    [
      'setup-list-of-paragraphs ADOPTERS.md',
      { 'ADOPTERS.md': '# Adopters\n\n**A** - x\n\n**[B](https://b.example)** - y\n\n**_C_** z\n' },
    ],
    [
      'setup-list-in-html ADOPTERS.md',
      { 'ADOPTERS.md': '# Adopters\n\n<img src=a>\n\n<img src=b>\n<img src=c>\n' },
    ],
    ['setup-list-of-definitions USERS.md', { 'USERS.md': 'A\n: x\n\nB\n: y\n\nC\n: z\n' }],
    [
      'setup-list-by-keys data/adopters.yml',
      { 'data/adopters.yml': 'a:\n  url: x\nb:\n  url: y\n' },
    ],
    [
      'setup-list-without-keys _data/powered_by.yml',
      {
        '_data/powered_by.yml': '# Name, site\n  - [ "A", "http://a.example" ]\n  - [ "B", "b" ]\n',
      },
    ],
    ['setup-list-without-keys data/users.json', { 'data/users.json': '{"users": ["A", "B"]}' }],
    [
      'setup-list-below-tag ADOPTERS.md',
      { 'ADOPTERS.md': '# Users\n\n<div class="grid" markdown>\n- [A](a)\n- [B](b)\n</div>\n' },
    ],
    [
      'setup-list-of-files _companies',
      { '_companies/a.md': 'A', '_companies/b.md': 'B', '_companies/c.md': 'C' },
    ],
    [
      'list-generated ADOPTERS.md',
      { 'ADOPTERS.md': `<!-- DO NOT EDIT: made by scripts/adopters.py -->\n${table}` },
    ],
  ])('and says %s', async (problem, files) => {
    expect(await refused(files)).toEqual([problem]);
  });

  it('and says so where it cannot tell what a file holds, or did not look everywhere', async () => {
    const unclear = { 'ADOPTERS.md': 'Some use it.\n' };
    expect(await refused(unclear)).toEqual(['setup-no-page', 'setup-list-unknown ADOPTERS.md']);
    const html = { 'ADOPTERS.md': '# Adopters\n\n<img src=a>\n\n<img src=b>\n<img src=c>\n' };
    const more = { 'a.md': '', 'b.md': '', 'c.md': '' };
    expect(await refused({ ...html, ...more }, { limit: 2 })).toContain('setup-no-page');
  });

  it('says why the list cannot be edited that is asked for, and nothing else', async () => {
    const files = {
      'data/adopters.yml':
        '# DO NOT EDIT: made by adopters.py\n- name: A\n  url: https://a.example\n',
      'ADOPTERS.adoc': '= Adopters',
    };
    expect(await refused(files, { list: 'data/adopters.yml' })).toEqual([
      'list-generated data/adopters.yml',
    ]);
  });

  it('of a list beside a wall of logos, which it does not serve', async () => {
    const logos = Array.from({ length: 9 }, (_, at) => `<img src="${at}.png" alt="${at}">\n`);
    expect(await refused({ 'ADOPTERS.md': `${logos.join('')}\n${list}` })).toEqual([
      'setup-list-in-html ADOPTERS.md',
    ]);
  });
});
