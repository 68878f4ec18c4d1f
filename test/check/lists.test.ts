import { describe, expect, it } from 'vitest';
import { checkList, inShort } from './check.ts';

async function found(text: string, configuration: string, logos?: readonly string[]) {
  return inShort(await checkList(text, configuration, logos));
}

const table = `pages: {en: A.md}
format: markdown-table
logo: none
fields:
  Organization: {role: name, homepage: link}
  Stage: {role: status, required: true, choices: [Live, Trial]}
  Site: {role: homepage}
`;

function rows(...lines: readonly string[]): string {
  return `# Adopters\n\n| Organization | Stage | Site |\n|---|---|---|\n${lines.join('\n')}\n`;
}

describe('A check of a Markdown table', () => {
  it('finds nothing where all is well', async () => {
    expect(
      await found(rows('| Anvil | Live | https://anvil.example |', '| Birch | Trial | |'), table),
    ).toEqual([]);
  });

  it('finds companies that are there twice, nearly twice, and out of order', async () => {
    const names = [
      'Anvil',
      'Birch',
      'Cedar',
      'Dovetail',
      'Elm',
      'Fir',
      'Gorse',
      'Hazel',
      'Birch Inc.',
      'ANVIL',
    ];
    const text = rows(...names.map((name) => `| ${name} | Live | |`));
    expect(await found(text, `${table}order: alphabetical\n`)).toEqual([
      'A.md:13 company-nearly-twice',
      'A.md:13 entry-out-of-order',
      'A.md:14 company-twice',
      'A.md:14 entry-out-of-order',
    ]);
  });

  it('only warns of a company that is there twice with other values', async () => {
    const text = rows('| Anvil | Live | |', '| ANVIL | Trial | |');
    expect(await found(text, table)).toEqual(['A.md:6 company-twice-otherwise']);
  });

  it('says of a list that is sorted but for one that this is misplaced, and nothing of one in no order', async () => {
    const sorted = ['Anvil', 'Birch', 'Cedar', 'Dovetail', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Aspen'];
    const text = rows(...sorted.map((name) => `| ${name} | Live | |`));
    expect(await found(text, table)).toEqual(['A.md:13 entry-misplaced']);
    const mixed = rows('| Cedar | Live | |', '| Anvil | Live | |', '| Birch | Live | |');
    expect(await found(mixed, table)).toEqual([]);
  });

  it('finds rows with another number of cells', async () => {
    const findings = await checkList(rows('| Anvil | Live |', '| Birch | Live | | a | b |'), table);
    expect(findings).toMatchObject([
      { code: 'row-cells-missing', severity: 'warning', line: 5, values: { cells: 2, columns: 3 } },
      {
        code: 'row-cells-unseen',
        severity: 'error',
        line: 6,
        values: { company: 'Birch', cells: 5 },
      },
    ]);
  });

  it('finds names that are no link where each has to be one', async () => {
    const linked = (homepage: string) =>
      `pages: {en: A.md}\nformat: markdown-table\nlogo: none\nfields:\n  Organization: {role: name, homepage: ${homepage}}\n`;
    const text =
      '| Organization | Use |\n|---|---|\n| [Anvil](https://anvil.example) | Logs. |\n| Birch | Logs. |\n';
    expect(await checkList(text, linked('{required: true}'))).toMatchObject([
      { code: 'field-missing', line: 4, values: { company: 'Birch', name: 'homepage' } },
    ]);
    expect(await found(text, linked('link'))).toEqual([]);
    expect(await found(text, linked('{required: false}'))).toEqual([]);
  });

  it('finds what is required and missing, and values that are none of the choices', async () => {
    const findings = await checkList(
      rows('| Anvil | | |', '| Birch | Maybe | |', '| | Live | |'),
      table,
    );
    expect(inShort(findings)).toEqual([
      'A.md:5 field-missing',
      'A.md:6 value-not-a-choice',
      'A.md:7 field-missing',
    ]);
    expect(findings.map(({ values }) => values['name'])).toEqual([
      'Stage',
      'Stage',
      'Organization',
    ]);
  });

  it('takes several choices for choices, spelled as they are', async () => {
    const both = rows('| Anvil | Live, Trial | |', '| Birch | Live/Trial | |');
    expect(await found(both, table)).toEqual([]);
    expect(await found(rows('| Anvil | live, trial | |', '| Birch | Live, No | |'), table)).toEqual(
      ['A.md:5 value-not-a-choice', 'A.md:6 value-not-a-choice'],
    );
  });

  it.each([
    'www.anvil.example/x',
    'anvil.com',
    'htps://anvil.example',
    'http:/anvil.example',
    'https://https://a.example',
  ])('finds links and homepages that lead nowhere: %s', async (link) => {
    const text = rows(`| [Anvil](${link}) | Live | ${link} |`);
    const codes = (await found(text, table)).filter((each) => each.endsWith('link-not-a-url'));
    expect(codes).toEqual(['A.md:5 link-not-a-url', 'A.md:5 link-not-a-url']);
  });

  it.each([
    'docs/anvil.md',
    'mailto:a@anvil.example',
    '#anvil',
    'https://anvil.example',
    'N/A',
    '-',
  ])('has nothing against %s', async (link) => {
    expect(
      await found(rows(`| [Anvil](${link}) | Live | |`, `| Birch | Live | ${link} |`), table),
    ).toEqual([]);
  });

  it('finds a row that is not padded where the others are', async () => {
    const line = (name: string) => `| ${name.padEnd(12)} | Live  |      |`;
    const names = ['Anvil', 'Birch', 'Cedar', 'Dovetail', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Iris'];
    const padded = [
      '| Organization | Stage | Site |',
      '| ------------ | ----- | ---- |',
      ...names.map(line),
    ];
    const text = (...more: readonly string[]) =>
      `# Adopters\n\n${[...padded, ...more].join('\n')}\n`;
    expect(await found(text(line('Juniper')), table)).toEqual([]);
    expect(await found(text('| Juniper | Live | |'), table)).toEqual(['A.md:14 row-not-padded']);
    expect(await found(text('| 彭博 | Live | |'), table)).toEqual([]);
    const own = rows(...names.map((name) => `| ${name} | Live | |`));
    expect(await found(own, table)).toEqual([]);
  });
});

describe('A check of what is never closed', () => {
  const text = rows('| Anvil | Live | |');

  it.each([
    ['a code block', `${text}\n\`\`\`sh\nls\n`, 7],
    ['a code block with fewer marks below', `${text}\n\`\`\`\`\nls\n\`\`\`\n`, 7],
    ['a comment', `${text}\n<!-- more\n`, 7],
    ['front matter', `---\ntitle: A\n\n${text.replaceAll('---', '--')}`, 1],
  ])('finds %s', async (_what, page, line) => {
    expect(await found(page, table)).toContain(`A.md:${line} fence-unclosed`);
  });

  it.each([
    ['closed ones', `---\ntitle: A\n---\n<!-- a\nb -->\n\n${text}\n~~~\n\`\`\`\n~~~\n`],
    ['code in a line', `${text}\nWrite \`<!--\` or \`\`\`x\`\`\`.\n`],
    ['a rule across the page', `---\n\n${text.replaceAll('|---|---|---|', '|--|--|--|')}`],
  ])('has nothing against %s', async (_what, page) => {
    expect(await found(page, table)).toEqual([]);
  });
});

describe('A check of other formats', () => {
  const yaml = `pages: {en: data/adopters.yml}
format: yaml-list
fields:
  name: {role: name}
  url: {role: homepage, required: true}
  logo: {role: logo, required: true}
logo: {directory: static/logos, url: ""}
`;
  const entry = (name: string, url = 'https://a.example', logo = 'a.svg') =>
    `- name: ${name}\n  url: "${url}"\n  logo: "${logo}"\n`;

  it('finds missing values, broken addresses and missing logos of a YAML list, with lines', async () => {
    const text = entry('Anvil') + entry('Birch', '', 'b.svg') + entry('Cedar', 'cedar.com', '');
    expect(await found(text, yaml, ['a.svg'])).toEqual([
      'data/adopters.yml:4 field-missing',
      'data/adopters.yml:4 logo-file-missing',
      'data/adopters.yml:7 field-missing',
      'data/adopters.yml:8 link-not-a-url',
    ]);
  });

  it('looks for no logos where a list shows none, and for none that may be left out', async () => {
    const text = entry('Anvil', undefined, '');
    const optional = yaml
      .replace('logo: {directory', 'logo: {required: false, directory')
      .replace('role: logo, required: true', 'role: logo');
    expect(await found(text, optional, ['other.svg'])).toEqual([
      'static/logos/other.svg: logo-file-unused',
    ]);
    const none = yaml.replace(/logo: \{directory.*/, 'logo: none');
    expect(await found(entry('Anvil'), none, ['other.svg'])).toEqual([]);
  });

  it('looks at each group of a list by itself', async () => {
    const group = (heading: string, ...names: readonly string[]) =>
      `## ${heading}\n\n${names.map((name) => `- [${name}](https://a.example)\n`).join('')}\n`;
    const text = `# Adopters\n\n${group('Vendors', 'Cedar', 'Anvil')}${group('Users', 'Anvil', 'Birch')}`;
    const list =
      'pages: {en: ADOPTERS.md}\nformat: markdown-list\nlogo: none\norder: alphabetical\n';
    expect(await found(text, list)).toEqual(['ADOPTERS.md:6 entry-out-of-order']);
  });

  it('only remarks that a company is not in every locale, and takes one homepage for one company', async () => {
    const { checkRepository } = await import('../../src/check/check-repository.ts');
    const { configurationOf } = await import('../submission/configuration.ts');
    const text = (...names: readonly string[]) =>
      `# Users\n\n${names.map((each, at) => `- [${each}](https://${at}.example)\n`).join('')}`;
    const findings = await checkRepository({
      configuration: configurationOf(
        'pages: {en: users.md, zh: users.zh.md}\nformat: markdown-list\nlogo: none\n',
      ),
      snapshot: {
        pages: { en: { text: text('Bloomberg', 'Anvil') }, zh: { text: text('彭博') } },
        logos: [],
      },
      reader: { read: async () => undefined, measure: async () => undefined },
    });
    expect(findings).toMatchObject([
      { code: 'company-in-few-locales', severity: 'warning', values: { company: 'Anvil' } },
    ]);
  });

  it('tells of elements in few entries, and of none in a list that is written with them', async () => {
    const list = 'pages: {en: ADOPTERS.md}\nformat: markdown-list\nlogo: none\n';
    const plain = ['Anvil', 'Birch', 'Cedar', 'Dovetail'].map((name) => `- ${name}\n`);
    const linked = plain.map((each) => each.replace(/\w+/, '<a href="https://a.example">$&</a>'));
    const text = (items: readonly string[]) => `# Users\n\n${items.join('')}`;
    expect(await found(text(linked), list)).toEqual([]);
    expect(await found(text([...plain, linked[0] ?? '']), list)).toContain(
      'ADOPTERS.md:7 unusual-element',
    );
  });
});
