import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adopters, linkedAdopters, vendors } from '../submission/lists.ts';
import { poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';

const table = `# Adopters

| Organization | Contact | Environment | Description of Use | Since |
| --- | --- | --- | --- | --- |
| [Alder Rail](https://alder.example) | @alder | Production | Plans trains. | 2021 |
| [Brightwater](https://brightwater.example) | @bright | Testing | Reads water meters. | 2023 |
`;
const row = '| [Dovetail](https://dovetail.example) | @dove | Production | Cuts joints. | 1.10 |\n';

function project(): string {
  return folderWith({ 'ADOPTERS.md': table, '.github/poweredby.yml': adopters });
}

const textIn = (dir: string, path = 'ADOPTERS.md') => readFileSync(join(dir, path), 'utf8');

describe('the command line, for a list with fields of its own', () => {
  it('takes any field by its name', async () => {
    const dir = project();
    const run = await poweredby([
      ...['add', '--dir', dir, '--company', 'Dovetail', '--homepage', 'https://dovetail.example'],
      ...['--description', 'Cuts joints.', '--field', 'environment=production'],
      ...['--field', 'Contact=@dove', '--field', 'Since=1.10', '--json'],
    ]);
    expect(run.errors).toBe('');
    expect(textIn(dir)).toBe(table + row);
    expect(JSON.parse(run.output).places.en).toEqual({
      path: 'ADOPTERS.md',
      group: 0,
      index: 2,
      line: 7,
    });
    const list = await poweredby(['list', '--dir', dir, '--json']);
    expect(JSON.parse(list.output).companies[2]).toMatchObject({
      company: 'Dovetail',
      homepage: 'https://dovetail.example',
      texts: { en: 'Cuts joints.' },
      groups: {},
      fields: { en: { Contact: '@dove', Environment: 'Production', Since: '1.10' } },
    });
  });

  it.each([
    [
      'YAML',
      'name: Dovetail\nhomepage: https://dovetail.example\ncontact: "@dove"\nstatus: Production\ntext: {en: Cuts joints.}\nsince: 1.10\n',
    ],
    [
      'JSON',
      '{"Organization": "Dovetail", "website": "https://dovetail.example", "Contact": ["@dove"], "Environment": "PRODUCTION", "Description of Use": "Cuts joints.", "Since": 1.10}',
    ],
  ])('takes them from a file in %s, by role or by name', async (_, values) => {
    const dir = project();
    const run = await poweredby(['add', '--dir', dir, '--values', '-'], { input: values });
    expect(run).toMatchObject({ exitCode: 0, errors: '' });
    expect(textIn(dir)).toBe(table + row);
    const file = join(folderWith({ values: 'name: Dovetail\nstatus: Testing\n' }), 'values');
    const update = await poweredby(['update', '--dir', dir, '--values', file, '--json']);
    expect(JSON.parse(update.output)).toMatchObject({ ok: true });
    expect(textIn(dir)).toBe(table + row.replace('Production', 'Testing'));
  });

  it.each([
    ['- a\n- b', 'not a mapping'],
    ['name: [a', 'not valid YAML or JSON'],
    ['name: {en: Dovetail}', '“name” is neither text'],
    ['name: Dovetail\ncompany: Dovetail', '“company” is given twice'],
  ])('says what is wrong with a file of values: %j', async (values, message) => {
    const run = await poweredby(['add', '--dir', project(), '--values', '-'], { input: values });
    expect(run.exitCode).toBe(2);
    expect(run.errors).toContain(message);
  });

  it('refuses what is given twice, and writes nothing', async () => {
    const dir = project();
    const company = ['add', '--dir', dir, '--company', 'Dovetail'];
    for (const [words, message] of [
      [['--company', 'Dovetail'], 'given twice'],
      [['--field', 'Since=1', '--field', 'Since=2'], 'already has a value'],
      [['--field', 'Since=1', '--field', 'since=2'], '“since” is given twice'],
      [['--field', 'Organization=Dovetail'], '“company” is given twice'],
      [['--field', 'Since'], 'NAME=VALUE'],
    ] as const) {
      const run = await poweredby([...company, ...words]);
      expect([words, run.exitCode]).toEqual([words, 2]);
      expect(run.errors).toContain(message);
    }
    expect(textIn(dir)).toBe(table);
  });

  it('names what a list lacks and what it does not have', async () => {
    const run = await poweredby([
      ...['add', '--dir', project(), '--company', 'Dovetail', '--description', 'Cuts.'],
      ...['--field', 'Environment=Dev', '--field', 'Budget=1', '--json'],
    ]);
    expect(JSON.parse(run.output).problems).toMatchObject([
      { code: 'field-missing', field: 'contact' },
      { code: 'field-not-a-choice', field: 'environment' },
      { code: 'field-not-asked', field: 'Budget' },
    ]);
  });

  it('names columns as the list does, and no language where there is one', async () => {
    const dir = folderWith({ 'ADOPTERS.md': table, '.github/poweredby.yml': adopters });
    const run = await poweredby(['add', '--dir', dir, '--company', 'Dovetail']);
    expect(run.errors).toMatch(/✗ Contact: .*\n.*\n✗ Environment: /);
    expect(run.errors).toContain('✗ description: The description is missing.');
    expect((await poweredby(['list', '--dir', dir])).output).toMatch(/\n\d companies\n$/);
  });

  it('takes the link of a name by its option or its label, and names it where it is missing', async () => {
    const files = { 'ADOPTERS.md': table, '.github/poweredby.yml': linkedAdopters };
    const add = (dir: string, ...given: readonly string[]) =>
      poweredby([
        ...['add', '--dir', dir, '--company', 'Dovetail', '--description', 'Cuts joints.'],
        ...[
          '--field',
          'Contact=@dove',
          '--field',
          'Environment=Production',
          '--field',
          'Since=1.10',
        ],
        ...['--json', ...given],
      ]);
    const without = await add(folderWith(files));
    expect(JSON.parse(without.output).problems).toMatchObject([
      { code: 'field-missing', field: 'homepage' },
    ]);
    expect(JSON.parse(without.output).problems[0].message).toContain('is missing.');
    const homepage = 'https://dovetail.example';
    for (const given of [`--homepage=${homepage}`, `--field=where to find you=${homepage}`]) {
      const dir = folderWith(files);
      expect((await add(dir, given)).errors).toBe('');
      expect(textIn(dir)).toBe(table + row);
    }
  });

  it('takes a field that the list has and the form does not ask for', async () => {
    const unasked = adopters.replace('  Since: {role: since}\n', '');
    const dir = folderWith({ 'ADOPTERS.md': table, '.github/poweredby.yml': unasked });
    const run = await poweredby([
      ...['add', '--dir', dir, '--company', 'Dovetail', '--homepage', 'https://dovetail.example'],
      ...['--description', 'Cuts joints.', '--field', 'environment=production'],
      ...['--field', 'Contact=@dove', '--field', 'Since=1.10'],
    ]);
    expect(run.errors).toBe('');
    expect(textIn(dir)).toBe(table + row);
  });

  it('writes to a group, with a logo only if there is one, and remarks on http', async () => {
    const path = 'data/adopters.yaml';
    const data = `Vendors:
  - name: Alder Rail
    url: https://alder.example
    logo: /logos/alder-rail-logo.png
    useCase: Trains

End users:
  - name: Brightwater
    url: https://brightwater.example
    logo: /logos/brightwater-logo.png
    useCase: Water
`;
    const dir = folderWith({ [path]: data, '.github/poweredby.yml': vendors });
    const run = await poweredby([
      ...['add', '--dir', dir, '--company', 'Dovetail', '--group', 'vendors'],
      ...['--link', 'http://dovetail.example', '--field', 'useCase=Joints', '--json'],
    ]);
    expect(JSON.parse(run.output)).toMatchObject({
      ok: true,
      places: { en: { group: 0 } },
      remarks: [{ code: 'link-by-http' }],
    });
    expect(textIn(dir, path)).toContain(
      '    useCase: Trains\n  - name: Dovetail\n    url: http://dovetail.example\n',
    );
  });

  it('says from where to where an entry moves that is listed in another group', async () => {
    const path = 'data/adopters.yaml';
    const entry = (name: string) =>
      `  - name: ${name}\n    url: https://${name.toLowerCase()}.example\n    logo: /logos/${name}-logo.png\n    useCase: Wood\n`;
    const data = `Vendors:\n${entry('Alder')}${entry('Birch')}\nEnd users:\n${entry('Cedar')}`;
    const dir = folderWith({ [path]: data, '.github/poweredby.yml': vendors });
    const run = await poweredby([
      ...['add', '--dir', dir, '--company', 'Alder', '--group', 'End users', '--json'],
    ]);
    expect(JSON.parse(run.output)).toMatchObject({
      ok: true,
      remarks: [
        {
          code: 'group-changed',
          message: '“Alder” moves from “Vendors” to “End users”.',
        },
      ],
    });
  });

  it('refuses a group where the list has none, and texts in languages that it has not', async () => {
    const dir = folderWith({ 'ADOPTERS.md': table, '.github/poweredby.yml': adopters });
    const given = ['--homepage', 'https://dovetail.example', '--field', 'Contact=@dove'];
    const run = await poweredby([
      ...['update', '--dir', dir, '--company', 'Alder Rail', '--group', 'Vendors', ...given],
    ]);
    expect(run.exitCode).toBe(1);
    expect(run.errors).toContain('The list has no “group”');
    const values = join(dir, 'values.yml');
    writeFileSync(values, 'name: Alder Rail\ntext: {en: Cuts joints., fr: Coupe.}\n');
    const other = await poweredby(['update', '--dir', dir, '--values', values]);
    expect(other.exitCode).toBe(1);
    expect(other.errors).toContain('fr');
    expect(textIn(dir)).toBe(table);
  });
});
