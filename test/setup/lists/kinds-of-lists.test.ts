import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportFor } from '../site.ts';

/** The written configuration of a checkout with one file, as data. */
async function written(path: string, text: string): Promise<Record<string, unknown>> {
  const { changes } = await reportFor({ [path]: text });
  return parse(String(changes[0]?.content));
}

const linked = (...names: readonly string[]) =>
  names.map((name) => `- [${name}](https://${name.toLowerCase()}.example)\n`).join('');

describe('headings with lists below them', () => {
  it('are groups where the items are organizations, each with an address of its own', async () => {
    const text = `# Adopters\n\n## Banking\n${linked('Anvil', 'Birch')}\n## Farming\n${linked('Cedar', 'Elm')}`;
    expect(await written('INTHEWILD.md', text)).toMatchObject({
      format: 'markdown-list',
      group: { choices: ['Banking', 'Farming'] },
    });
  });

  it('are groups where all of them are plurals', async () => {
    const items = (...names: readonly string[]) =>
      names.map((name) => `- ${name}: in its papers.\n`).join('');
    const text = `# Adopters\n\n## Publishers\n${items('Anvil')}\n## Newspapers\n${items('Birch')}\n## Libraries\n${items('Cedar', 'Elm')}`;
    expect(await written('ADOPTERS.md', text)).toMatchObject({
      group: { choices: ['Publishers', 'Newspapers', 'Libraries'] },
    });
  });

  it('are the letters with which the names below them begin', async () => {
    const text = `# Users\n\n## A\n${linked('Anvil')}`;
    expect(await written('USERS.md', text)).toMatchObject({ format: 'markdown-list', within: 'A' });
  });

  it('are organizations where the items tell of them, though one heading speaks of users', async () => {
    const section = (name: string) =>
      `## ${name}\n\n- *Application*: reports\n- *Nodes*: 3\n- *Launched*: 2021\n\n`;
    const names = ['All Cluster Users', 'Anvil', 'Birch', 'Cedar', 'Elm'];
    expect(await written('ADOPTERS.md', names.map(section).join(''))).toMatchObject({
      format: 'markdown-sections',
    });
  });

  it('are organizations where the items lead to what these wrote', async () => {
    const section = (name: string) =>
      `## ${name}\n\n- [How we count](https://blog.example/${name})\n- [A talk](https://talks.example/${name})\n\n`;
    expect(
      await written('ADOPTERS.md', ['Anvil', 'Birch', 'Cedar'].map(section).join('')),
    ).toMatchObject({ format: 'markdown-sections' });
  });
});

describe('a column of badges', () => {
  const badge = (word: string) => `![${word}](https://badges.example/${word}-blue)`;
  const table = (...words: readonly string[]) =>
    `# Adopters\n\n| Organization | Status |\n|---|---|\n${words
      .map((word, index) => `| Company ${index} | ${word} |\n`)
      .join('')}`;

  it('is a dropdown, also of what one entry alone has, for no other badge can be written', async () => {
    const text = table(badge('live'), badge('live'), badge('live'), badge('trial'));
    expect(await written('ADOPTERS.md', text)).toMatchObject({
      fields: { Status: { choices: ['live', 'trial'] } },
    });
  });

  it('is no reason to let links into texts', async () => {
    expect(await written('ADOPTERS.md', table(badge('live'), badge('trial')))).not.toHaveProperty(
      'markup',
    );
  });
});

describe('links by reference', () => {
  const definitions = '\n[1]: https://a.example\n[2]: https://b.example\n';

  it('may be in texts where the list has them there', async () => {
    const text = `# Users\n\n- [Anvil](https://anvil.example)\n  - [How we count][1]\n${definitions}`;
    expect(await written('USERS.md', text)).toHaveProperty('markup', 'inline');
  });

  it('are none in texts where names are these', async () => {
    const text = `# Users\n\n- [Anvil][1] - Forges.\n- **[Birch][2]** - Counts.\n${definitions}`;
    expect(await written('USERS.md', text)).not.toHaveProperty('markup');
  });
});

describe('a table', () => {
  const inFile = async (text: string, path = 'ADOPTERS.md') =>
    (await written(path, text))['fields'];
  const names = ['Anvil', 'Birch', 'Cedar'];

  it('has links to stories where names lead to homepages, called as they all are', async () => {
    const rows = names.map(
      (name) => `| [${name}](https://a.example) | [here](https://b.example/${name}) |\n`,
    );
    const text = `# Adopters\n\n| Company | Success Story |\n|---|---|\n${rows.join('')}`;
    expect(await written('ADOPTERS.md', text)).toMatchObject({
      fields: { 'Success Story': { role: 'link', required: true } },
      'link-text': { en: 'here' },
    });
  });

  it('has no homepages below “Links” where names lead to these', async () => {
    const rows = names.map(
      (name) =>
        `| [${name}](https://a.example) | [A talk](https://b.example) [Another](https://c.example) |\n`,
    );
    const text = `# Adopters\n\n| Company | Links |\n|---|---|\n${rows.join('')}`;
    expect(await inFile(text)).toMatchObject({
      Company: { role: 'name', homepage: { required: true } },
      Links: { role: 'none' },
    });
  });

  it('is of companies where it names a person first, and of people where these have one company', async () => {
    const rows = (company: (name: string) => string) =>
      names.map((name) => `| ${name} | ${company(name)} | Counts |\n`).join('');
    const head = '# Adopters\n\n| Name | Company | Use case |\n|---|---|---|\n';
    expect(await inFile(head + rows((name) => `${name} Inc.`))).toMatchObject({
      Name: { role: 'none' },
      Company: { role: 'name' },
    });
    expect(await inFile(head + rows(() => 'Acme'))).toMatchObject({ Name: { role: 'name' } });
  });

  it('requires nothing for which a row has a dash', async () => {
    const rows = ['https://a.example', '-', 'https://c.example'].map(
      (url, index) => `| C${index} | ${url} |\n`,
    );
    const text = `# Adopters\n\n| Name | Website |\n|---|---|\n${rows.join('')}`;
    expect(await inFile(text)).toMatchObject({ Website: { role: 'homepage' } });
    expect(await inFile(text)).not.toHaveProperty('Website.required');
  });

  it('is known by its surroundings where the word for its names is misspelled', async () => {
    const text = '# Users\n\n| Orgnization | Description |\n|---|---|\n| Anvil | Forges |\n';
    expect(await inFile(text, 'USERS.md')).toMatchObject({ Orgnization: { role: 'name' } });
  });
});

describe('labels', () => {
  const section = (name: string, ...lines: readonly string[]) =>
    `## ${name}\n\n${lines.map((line) => `${line}\n`).join('')}\n`;
  const names = ['Anvil', 'Birch', 'Cedar', 'Dovetail', 'Elm', 'Fir', 'Gorse'];

  it('of one section among many are not asked for, and others in the order of most sections', async () => {
    const text = [
      section('Hazel', '- *Usage*: x', '- *Remark*: y', '', 'Counts.'),
      ...names.map((name) => section(name, '- *Usage*: x', '- *Backups*: z', '', 'Counts.')),
    ].join('');
    const { fields } = await written('ADOPTERS.md', text);
    expect(Object.keys(fields as object)).toEqual(['name', 'Usage', 'Backups', 'text']);
  });
});
