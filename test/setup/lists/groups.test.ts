import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeSetup } from '../../../src/setup/describe-setup.ts';
import { loadTemplates } from '../../../src/templates.ts';
import { reportFor, setUpFiles } from '../site.ts';

const english = loadTemplates('en');

/** The written configuration of a checkout with one file, as data. */
async function written(path: string, text: string): Promise<Record<string, unknown>> {
  const { changes } = await reportFor({ [path]: text });
  return parse(String(changes[0]?.content));
}

/** What set-up says of a checkout with one file, a line each. */
async function said(path: string, text: string, list?: string): Promise<readonly string[]> {
  return describeSetup(await reportFor({ [path]: text }, { list }), english);
}

const linked = (...names: readonly string[]) =>
  names.map((name) => `- [${name}](https://${name.toLowerCase()}.example) – counts\n`).join('');
const plain = (...names: readonly string[]) => names.map((name) => `- ${name}\n`).join('');
const table = (...names: readonly string[]) =>
  `| Company | Use |\n|---|---|\n${names.map((name) => `| ${name} | Counts |\n`).join('')}`;
const install = '# Kestrel\n\n## Install\n\n- `brew install kestrel`\n- `apt install kestrel`\n\n';

/** A README that has some groups below a heading, and other things around it. */
const readme = (heading: string, groups: Record<string, string>, level = '###') =>
  `${install}## ${heading}\n\n${Object.entries(groups)
    .map(([title, items]) => `${level} ${title}\n\n${items}\n`)
    .join('')}## License\n\nMIT\n`;

const [some, others] = [linked('Anvil', 'Birch', 'Cedar'), linked('Dovetail', 'Elm')];

describe('sub-headings of a heading that is named for those who use the project', () => {
  it.each([
    ['one of which is named for them too', 'Companies', 'Universities and non-profits'],
    ['none of which is', 'Industry', 'Universities'],
    ['of which all are', 'Companies', 'Organizations'],
    ['that are letters', 'A', 'D'],
    ['that are regions', 'Europe', 'Asia'],
    ['that other headings begin like', 'Research tools', 'Product teams'],
  ])('are the groups of one list: %s', async (_, one, other) => {
    expect(
      await written('README.md', readme('Who uses it', { [one]: some, [other]: others })),
    ).toMatchObject({
      format: 'markdown-list',
      within: 'Who uses it',
      group: { choices: [one, other] },
    });
  });

  it.each([
    ['谁在使用', '企业', '高校'],
    ['谁在使用', '云厂商', '高校'],
    ['Who uses it', 'Entreprises', 'Universités'],
    ['Who uses it', 'Unternehmen', 'Hochschulen'],
  ])('are groups in any language: %s, %s, %s', async (heading, one, other) => {
    const groups = { [one]: some, [other]: others };
    const expected = { format: 'markdown-list', group: { choices: [one, other] } };
    expect(await written('README.md', readme(heading, groups))).toMatchObject(expected);
    const adopters = `# Adopters\n\n## ${one}\n\n${some}\n## ${other}\n\n${others}`;
    expect(await written('ADOPTERS.md', adopters)).toMatchObject(expected);
  });

  it.each([
    ['高校', '企业'],
    ['Universities', 'Banks'],
  ])(
    'are groups of names without links, where they say what these are: %s, %s',
    async (one, other) => {
      const groups = { [one]: plain('Anvil', 'Birch'), [other]: plain('Cedar') };
      expect(await written('README.md', readme('谁在使用', groups))).toMatchObject({
        format: 'markdown-list',
        group: { choices: [one, other] },
      });
    },
  );

  it('are groups where each has a single organization', async () => {
    const groups = { Banking: linked('Anvil'), Farming: linked('Birch') };
    expect(await written('README.md', readme('Who uses it', groups))).toMatchObject({
      format: 'markdown-list',
      group: { choices: ['Banking', 'Farming'] },
    });
  });

  it('are groups also at deeper levels, and below a sentence', async () => {
    const groups = { Industry: `Those who sell:\n\n${some}`, Universities: others };
    expect(await written('README.md', readme('Who uses it', groups, '#####'))).toMatchObject({
      within: 'Who uses it',
      group: { choices: ['Industry', 'Universities'] },
    });
  });

  it('tell together whether each is sorted, and letters always are', async () => {
    const order = async (groups: Record<string, string>) =>
      (await said('README.md', readme('Who uses it', groups))).find((line) => /^Order/.test(line));
    const sorted = { Industry: linked('Cedar', 'Elm'), Universities: some };
    expect(await order(sorted)).toMatch('is in alphabetical order');
    const unsorted = { ...sorted, Universities: linked('Cedar', 'Anvil', 'Birch') };
    expect(await order(unsorted)).toMatch('not in alphabetical order');
    expect(await order({ A: linked('Anvil'), B: linked('Box', 'Birch') })).toMatch(
      'is in alphabetical order, or nearly so',
    );
  });

  it('are groups of tables as of lists', async () => {
    const groups = { Companies: table('Anvil', 'Birch'), Universities: table('Cedar') };
    expect(await written('README.md', readme('Who uses it', groups))).toMatchObject({
      format: 'markdown-table',
      within: 'Who uses it',
      group: { choices: ['Companies', 'Universities'] },
    });
  });

  it('are one list where there is only one', async () => {
    expect(await written('README.md', readme('Who uses it', { Industry: some }))).toMatchObject({
      format: 'markdown-list',
      within: 'Industry',
    });
  });

  it('leave what is below other headings alone', async () => {
    const other = '## Organizations we thank\n\n- [Fir](https://fir.example)\n';
    const text = readme('Who uses it', { Industry: some, Universities: others }) + other;
    expect(await written('README.md', text)).toMatchObject({
      within: 'Who uses it',
      group: { choices: ['Industry', 'Universities'] },
    });
  });

  it('are none where the heading says little, and one of them something else', async () => {
    const groups = { Options: others, Reports: some };
    expect(await setUpFiles({ 'README.md': readme('For users', groups) })).toMatchObject({
      problems: [{ code: 'setup-no-page' }],
    });
    expect(
      await written('README.md', readme('Our users', { Finance: others, Retail: some })),
    ).toMatchObject({ within: 'Our users', group: { choices: ['Finance', 'Retail'] } });
  });

  it('go with a list directly below the heading', async () => {
    const text = `${install}## Who uses it\n\n${some}\n### Universities\n\n${others}\n## License\n`;
    expect(await written('README.md', text)).toMatchObject({
      group: { choices: ['Who uses it', 'Universities'] },
    });
  });
});

describe('lists that are not used', () => {
  it('are named where a table and bullets are below one heading, and found by what is suggested', async () => {
    const text = readme('Who uses it', {
      Companies: table('Anvil', 'Birch'),
      Universities: others,
    });
    const lines = await said('README.md', text);
    expect(lines).toContain(
      "Not used: README.md: a Markdown list, companies: 2. To use it instead, run this again with --list 'README.md#Universities'.",
    );
    expect(await said('README.md', text, 'README.md#Universities')).toContain(
      'List (en): README.md, “Universities”: a Markdown list, companies: 2.',
    );
  });

  it('come without a suggestion that would give another one', async () => {
    const text = `# Adopters\n\n${table('Anvil', 'Birch')}\n## Logos\n\nSee the website.\n`;
    const lines = await said('ADOPTERS.md', text);
    expect(lines.filter((line) => line.includes('--list'))).toEqual([]);
    const both = `# Adopters\n\n${table('Anvil', 'Birch')}\nAnd these:\n\n${others}`;
    expect(await said('ADOPTERS.md', both)).toContain(
      'Not used: ADOPTERS.md: a Markdown list, companies: 2.',
    );
  });

  it('are not the headings of the groups that are used', async () => {
    const text = readme('Who uses it', { Industry: some, Universities: others });
    for (const list of [undefined, 'README.md#Who uses it']) {
      expect((await said('README.md', text, list)).filter((line) => /Not used/.test(line))).toEqual(
        [],
      );
    }
  });
});

describe('a list with groups', () => {
  it('requires the group', async () => {
    const lines = await said(
      'README.md',
      readme('Who uses it', { Industry: some, Universities: others }),
    );
    expect(lines.find((line) => line.startsWith('Fields'))).toMatch(/Required: .*, group\.$/);
  });
});
