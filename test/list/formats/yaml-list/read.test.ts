import { describe, expect, it } from 'vitest';
import { yamlList } from '../../../../src/list/formats/yaml-list/yaml-list.ts';
import { read } from '../../data/data-lists.ts';
import { problemsOf } from '../edited-lists.ts';

function find(text: string, path = 'data/adopters.yml') {
  return yamlList.find({ path, text });
}

function readProblems(text: string, within?: string): string[] {
  return problemsOf(yamlList.read({ path: 'data/adopters.yml', text }, { within }));
}

const threeCompanies = `# Add yourself at the end.
adopters:
  - name: Cedar
    url: https://cedar.example
    logo: cedar.png
    description: Sells chests.
    since: 2021
  - name: Anvil
    url: https://anvil.example
    logo: anvil.svg
    description: Forges reports.
`;

describe('a YAML list of companies', () => {
  it('is found, with the keys to it, its fields and what they say', () => {
    expect(find(threeCompanies)).toMatchObject({
      problems: [],
      lists: [
        {
          path: 'data/adopters.yml',
          at: { within: 'adopters' },
          fields: [
            { name: 'name', role: 'name', required: true },
            { name: 'url', role: 'homepage', required: true },
            { name: 'logo', role: 'logo', required: true },
            { name: 'description', role: 'text', required: true },
            { name: 'since', role: 'since', required: false },
          ],
          entries: [{ company: 'Cedar' }, { company: 'Anvil' }],
        },
      ],
    });
  });

  it('is read with the line of each entry', () => {
    expect(read('yaml', threeCompanies).entries).toMatchObject([
      {
        company: 'Cedar',
        homepage: 'https://cedar.example',
        logo: 'cedar.png',
        text: 'Sells chests.',
        fields: { since: '2021' },
        place: { group: 0, index: 0, line: 3 },
      },
      { company: 'Anvil', place: { index: 1, line: 8 } },
    ]);
  });

  it.each([
    ['bare', '- name: Anvil\n  url: u\n- name: Birch\n  url: u\n', ''],
    [
      'under two keys',
      'a:\n  users:\n    - {name: Anvil, url: u}\n    - {name: Birch, url: u}\n',
      'a.users',
    ],
    [
      'in a group with a title',
      '- title: Who?\n  items:\n  - name: Anvil\n    url: u\n  - name: Birch\n    url: u\n',
      'Who?',
    ],
    [
      'in groups without titles',
      '- a:\n  - name: Anvil\n    url: u\n  - name: Birch\n    url: u\n',
      '0',
    ],
    [
      'with dashes on lines of their own',
      '-\n  name: Anvil\n  url: u\n-\n  name: Birch\n  url: u\n',
      '',
    ],
    [
      'with a text over several lines',
      '- name: Anvil\n  text: |\n    a\n    b\n- name: Birch\n  text: >-\n    a\n    b\n',
      '',
    ],
    [
      'with CRLF and a byte-order mark',
      '\uFEFF- name: Anvil\r\n  url: u\r\n- name: Birch\r\n  url: u',
      '',
    ],
    [
      'whose keys are capitalized and quoted',
      '- "Name": Anvil\n  Website: u\n- "Name": Birch\n  Website: u\n',
      '',
    ],
    [
      'of captions and pictures',
      '- caption: Anvil\n  image: a.png\n- caption: Birch\n  image: b.png\n',
      '',
    ],
  ])('is read %s', (_, text, within) => {
    expect(find(text).lists.map(({ at }) => at.within ?? '')).toEqual([within]);
    expect(read('yaml', text).entries.map(({ company }) => company)).toEqual(['Anvil', 'Birch']);
  });

  it('is one of several groups, as in each map of categories, or named by its key', () => {
    const text = 'end users:\n  - name: Anvil\n    url: u\nvendors:\n  - name: Birch\n    url: u\n';
    expect(find(text).lists).toMatchObject([{ at: {}, groups: ['end users', 'vendors'] }]);
    expect(read('yaml', text, { within: 'Vendors' }).entries).toMatchObject([{ company: 'Birch' }]);
    expect(readProblems(`${text}talks:\n  - name: X\n    image: i\n    description: d\n`)).toEqual([
      'list-not-named 1',
    ]);
    expect(readProblems(text, 'partners')).toEqual(['list-missing 1']);
  });

  it('has keys that the configuration explains', () => {
    const fields = { who: { role: 'name' }, does: { role: 'text' } } as const;
    const text = 'x:\n  - who: Anvil\n    does: Forges.\n';
    expect(find(text).lists).toEqual([]);
    expect(read('yaml', text, { fields }).entries).toMatchObject([
      { company: 'Anvil', text: 'Forges.' },
    ]);
  });

  it.each([
    ['logo_light', 'logo_dark'],
    ['logo', 'logoDark'],
    ['logo', 'dark-logo'],
    ['image', 'darkModeImage'],
    ['logoUrl', 'logoUrlDark'],
  ])('tells the logo in %s from the one for dark pages in %s', (light, dark) => {
    const text = `- name: Anvil\n  ${dark}: b.png\n  ${light}: a.png\n`;
    const [found] = read('yaml', text).entries;
    expect(found).toMatchObject({ logo: 'a.png', darkLogo: 'b.png' });
  });

  it('takes the only logo for one of all pages, whatever it is called', () => {
    const [found] = read('yaml', '- name: Anvil\n  logo_dark: b.png\n').entries;
    expect(found).toMatchObject({ logo: 'b.png' });
    expect(found).not.toHaveProperty('darkLogo');
  });

  it('names those that have no name by their homepage, or their logo', () => {
    const named = (text: string) => read('yaml', text).entries.map(({ company }) => company);
    expect(named('- logo: a.png\n  url: https://www.anvil.example/x\n')).toEqual(['anvil.example']);
    expect(named('- logo: /img/anvil.png\n  id: 5\n')).toEqual(['anvil']);
  });

  it('takes a short description for the name where another key holds what a company says', () => {
    const text =
      '- logo: a.png\n  description: Anvil GmbH\n  url: u\n  testimonial: We forge with it.\n';
    expect(read('yaml', text).entries).toMatchObject([
      { company: 'Anvil GmbH', text: 'We forge with it.' },
    ]);
  });

  it('is none of steps, nor of links in its entries', () => {
    expect(find('steps:\n  - name: Build\n    run: make\n').lists).toEqual([]);
    const text = '- name: Anvil\n  url: u\n  links:\n    - title: Story\n      url: u\n';
    expect(find(text).lists).toHaveLength(1);
  });

  it('has all companies but an invitation, whatever these are called', () => {
    const names = ['None Ltd', 'Example Corp', 'Your company here'];
    const text = names.map((name) => `- name: ${name}\n  url: u\n`).join('');
    expect(find(text).lists[0]?.entries).toMatchObject([
      { company: 'None Ltd' },
      { company: 'Example Corp' },
    ]);
  });

  it('may hold nobody yet', () => {
    expect(find('adopters: []\n').lists).toMatchObject([
      { at: { within: 'adopters' }, entries: [] },
    ]);
    expect(find('adopters:\n').lists).toMatchObject([{ at: { within: 'adopters' }, entries: [] }]);
    expect(find('[]\n').lists).toMatchObject([{ at: {}, entries: [] }]);
    expect(find('colours: []\n').lists).toEqual([]);
  });
});

describe('a YAML list that cannot be edited safely', () => {
  it.each([
    ['broken', '- name: [\n', ['list-not-data 2']],
    [
      'of several documents',
      '- name: A\n  url: u\n---\n- name: B\n  url: u\n',
      ['list-several-documents 3'],
    ],
    ['in brackets', 'adopters: [{name: A, url: u}]\n', ['list-between-brackets 1']],
    ['with a tag', 'adopters: !!seq\n  - name: A\n    url: u\n', ['list-marked 2']],
    ['with an anchor', 'x: 1\nadopters: &a\n  - name: A\n    url: u\n', ['list-marked 3']],
    [
      'made by a program',
      '# Generated by adopters.py\n\nadopters:\n  - name: A\n    url: u\n',
      ['list-generated 1'],
    ],
    ['with a key twice', '- name: A\n  url: u\n  url: v\n', ['list-readers-differ 1']],
    [
      'that readers take for different things',
      '- name: A\n  url: u\n  year: 0b11\n',
      ['list-readers-differ 1'],
    ],
    [
      'of a landscape',
      'landscape:\n  - category:\n    name: X\n    items:\n      - item:\n        name: A\n        logo: a.svg\n',
      ['list-landscape 1'],
    ],
    [
      'in more brackets than lists need',
      `- name: A\n  url: ${'['.repeat(201)}\n`,
      ['list-too-deep 2'],
    ],
    ['too large', `- name: A\n  url: ${'u'.repeat(1024 * 1024)}\n`, ['page-too-large']],
  ])('is refused with its line: %s', (_, text, problems) => {
    expect(find(text).lists).toEqual([]);
    expect(problemsOf({ ok: false, problems: find(text).problems })).toEqual(problems);
    expect(find(text, 'config.yml').lists).toEqual([]);
  });

  it('says once what is wrong with all lists of a file', () => {
    const text =
      '# DO NOT EDIT, run ./a.py instead\na:\n  - name: A\n    url: u\nb:\n  - name: B\n    url: u\n';
    expect(find(text).problems).toMatchObject([
      { code: 'list-generated', values: { line: 1, found: '# DO NOT EDIT, run ./a.py instead' } },
    ]);
  });

  it('is edited though a comment tells how its first version was generated', () => {
    const text =
      '# Add yourself below. In the beginning, the first version of this\n# file was generated by sweeping a wiki.\na:\n  - name: A\n    url: u\n';
    expect(readProblems(text)).toEqual([]);
    expect(readProblems(text.replace('the first version of', ''))).toEqual(['list-generated 2']);
  });

  it('is not told of in a file that nobody takes for a list', () => {
    expect(find('- name: [\n', 'config.yml')).toEqual({ lists: [], problems: [] });
  });
});
