import { describe, expect, it } from 'vitest';
import type { FormatId } from '../../../src/config/configuration.ts';
import { loadFormat } from '../../../src/list/formats.ts';
import { entryIn, problemsOf, valueFrom, values } from '../formats/edited-lists.ts';

/** Formats without groups. */
type Ungrouped = 'front-matter-table' | 'entry-files';

interface GroupedFile {
  readonly path: string;
  readonly text: (vendors: boolean) => string;
  /** Dogwood's entry. */
  readonly added: string;
}

/** The same list in each format: `Users` holds Anvil and Cedar, `Vendors` holds Birch, or nobody. */
const files: Readonly<Record<Exclude<FormatId, Ungrouped>, GroupedFile>> = {
  'markdown-table': {
    path: 'ADOPTERS.md',
    text: (vendors: boolean) =>
      `# Adopters\n\n## Users\n\n| Name | Site |\n|---|---|\n| Anvil | https://anvil.example |\n| Cedar | https://cedar.example |\n\n## Vendors\n\n| Name | Site |\n|---|---|\n${vendors ? '| Birch | https://birch.example |\n' : ''}\nWords.\n`,
    added: '| Dogwood | https://dogwood.example |\n',
  },
  'markdown-list': {
    path: 'ADOPTERS.md',
    text: (vendors: boolean) =>
      `# Adopters\n\n## Users\n\n- [Anvil](https://anvil.example)\n- [Cedar](https://cedar.example)\n\n## Vendors\n\n${vendors ? '- [Birch](https://birch.example)\n' : '- None yet\n'}\nWords.\n`,
    added: '- [Dogwood](https://dogwood.example)\n',
  },
  'markdown-sections': {
    path: 'ADOPTERS.md',
    text: (vendors: boolean) =>
      `# Adopters\n\n## Users\n\n### [Anvil](https://anvil.example)\n\n### [Cedar](https://cedar.example)\n\n## Vendors\n\n${vendors ? '### [Birch](https://birch.example)\n\n' : '### Your company\n\n'}`,
    added: '### [Dogwood](https://dogwood.example)\n',
  },
  'yaml-list': {
    path: 'adopters.yml',
    text: (vendors: boolean) =>
      `Users:\n    - name: Anvil\n      url: "https://anvil.example"\n    - name: Cedar\n      url: "https://cedar.example"\nVendors:${vendors ? '\n    - name: Birch\n      url: "https://birch.example"\n' : ' []\n'}# end\n`,
    added: '    - name: Dogwood\n      url: "https://dogwood.example"\n',
  },
  'json-array': {
    path: 'adopters.json',
    text: (vendors: boolean) =>
      `{\n\t"Users": [\n\t\t{"name": "Anvil", "url": "https://anvil.example"},\n\t\t{"name": "Cedar", "url": "https://cedar.example"}\n\t],\n\t"Vendors": [${vendors ? '\n\t\t{"name": "Birch", "url": "https://birch.example"}\n\t' : ''}]\n}\n`,
    added: '{"name": "Dogwood", "url": "https://dogwood.example"}',
  },
  'js-array': {
    path: 'adopters.js',
    text: (vendors: boolean) =>
      `export default {\n  Users: [\n    { name: 'Anvil', url: 'https://anvil.example' },\n    { name: 'Cedar', url: 'https://cedar.example' },\n  ],\n  Vendors: [${vendors ? "\n    { name: 'Birch', url: 'https://birch.example' },\n  " : ''}],\n};\n`,
    added: "{ name: 'Dogwood', url: 'https://dogwood.example' }",
  },
};

const lists = await Promise.all(
  Object.entries(files).map(async ([id, file]) => ({
    ...file,
    format: await loadFormat(id as FormatId),
  })),
);

const dogwood = values('Dogwood', { homepage: 'https://dogwood.example' });

describe.each(lists.map((each) => [each.format.id, each] as const))('groups of a %s', (_, each) => {
  const { format, path, text, added } = each;
  const read = (vendors: boolean, within?: string) =>
    valueFrom(format.read({ path, text: text(vendors) }, { within }));

  it('are one list, whose entries say in which they are', () => {
    const found = format.find({ path, text: text(true) });
    const entries = [
      { company: 'Anvil', group: 'Users', place: { group: 0, index: 0 } },
      { company: 'Cedar', group: 'Users', place: { group: 0, index: 1 } },
      { company: 'Birch', group: 'Vendors', place: { group: 1, index: 2 } },
    ];
    expect(found).toMatchObject({ lists: [{ at: {}, groups: ['Users', 'Vendors'], entries }] });
    expect(found.lists).toHaveLength(1);
    expect(read(true)).toMatchObject({ groups: ['Users', 'Vendors'], entries });
  });

  it('may be named alone', () => {
    const list = read(true, 'vendors');
    expect(list).toMatchObject({ groups: [], entries: [{ company: 'Birch' }] });
    expect(list.entries[0]).not.toHaveProperty('group');
  });

  it.each(['Users', ' vendors '])('get an entry in the one that is named: %s', (group) => {
    const list = read(true);
    const edit = valueFrom(format.add(list, { ...dogwood, group }, 'append'));
    const isVendor = group !== 'Users';
    expect(edit.place).toMatchObject({ group: isVendor ? 1 : 0, index: isVendor ? 3 : 2 });
    expect(edit.list.entries.map(({ company }) => company)).toEqual(
      isVendor ? ['Anvil', 'Cedar', 'Birch', 'Dogwood'] : ['Anvil', 'Cedar', 'Dogwood', 'Birch'],
    );
    expect(edit.list.groups).toEqual(['Users', 'Vendors']);
    const without = valueFrom(
      format.remove(edit.list, entryIn(edit.list, 'Dogwood'), { leaveGap: false }),
    );
    expect(without.text).toBe(list.text);
  });

  it('get an entry as the other groups write it where theirs is empty', () => {
    const list = read(false);
    expect(list.groups).toEqual(['Users', 'Vendors']);
    const edit = valueFrom(format.add(list, { ...dogwood, group: 'Vendors' }, 'append'));
    expect(edit.text).toContain(added);
    expect(edit.list.entries.at(-1)).toMatchObject({ company: 'Dogwood', group: 'Vendors' });
  });

  it('need to be named for a new entry', () => {
    const list = read(true);
    expect(problemsOf(format.add(list, dogwood, 'append'))).toEqual(['list-group-missing']);
    const unknown = format.add(list, { ...dogwood, group: 'Partners' }, 'append');
    expect(unknown).toMatchObject({
      problems: [
        {
          code: 'list-group-unknown',
          values: { group: 'Partners', groups: '“Users”, “Vendors”' },
        },
      ],
    });
  });

  it('let an entry move to another, as it was', () => {
    const list = read(true);
    const anvil = entryIn(list, 'Anvil');
    const edit = valueFrom(format.replace(list, anvil, { group: 'Vendors' }));
    expect(edit.list.entries).toMatchObject([
      { company: 'Cedar', group: 'Users' },
      { company: 'Birch', group: 'Vendors' },
      { company: 'Anvil', group: 'Vendors', homepage: 'https://anvil.example' },
    ]);
    expect(edit.place).toMatchObject({ group: 1, index: 2 });
    const back = format.replace(edit.list, entryIn(edit.list, 'Anvil'), { group: 'Partners' });
    expect(problemsOf(back)).toEqual(['list-group-unknown']);
  });

  it('show an entry among those of its own group', () => {
    const list = read(true);
    const shown = format.around(list, entryIn(list, 'Cedar').place);
    expect(shown.entries.map((entry) => entry?.company)).toEqual(['Anvil', 'Cedar']);
    expect(shown.position).toBe(1);
    expect(format.parts(list, entryIn(list, 'Birch')).length).toBeGreaterThan(0);
  });
});

describe('a name without a link in a group in which all names have one', () => {
  const names = ['Cedar', 'Dill', 'Elm'];

  it('is written as one of another group, whether in items or in a table', async () => {
    const item = (name: string) => `- [${name}](https://${name.toLowerCase()}.example) - Counts.\n`;
    const text = `# Users\n\n## Companies\n\n- **Anvil** - Forges.\n${item('Birch')}\n## Schools\n\n${names.map(item).join('')}`;
    expect(await withAdded('markdown-list', text)).toBe(`${text}- **Fir** - Grows.\n`);

    const row = (name: string) =>
      `| [${name}](https://${name.toLowerCase()}.example) | Counts. |\n`;
    const head = '| Name | Use |\n|---|---|\n';
    const table = `# Users\n\n## Companies\n\n${head}| **Anvil** | Forges. |\n\n## Schools\n\n${head}${names.map(row).join('')}`;
    expect(await withAdded('markdown-table', table)).toBe(`${table}| **Fir** | Grows. |\n`);
  });

  async function withAdded(id: FormatId, text: string): Promise<string> {
    const format = await loadFormat(id);
    const list = valueFrom(format.read({ path: 'USERS.md', text }, {}));
    const fields = Object.fromEntries(
      list.fields.flatMap(({ name, role }) => (role === 'none' ? [[name, 'Grows.']] : [])),
    );
    return valueFrom(
      format.add(list, values('Fir', { text: 'Grows.', fields, group: 'Schools' }), 'as-is'),
    ).text;
  }
});
