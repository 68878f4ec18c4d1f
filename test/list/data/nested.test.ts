import { describe, expect, it } from 'vitest';
import { entryIn, problemsOf, valueFrom, values } from '../formats/edited-lists.ts';
import { adding, type DataKind, read, withAdded, withRemoved, withReplaced } from './data-lists.ts';

const birch = values('Birch', {
  homepage: 'https://b.example',
  fields: { 'link.text': 'Visit: Birch' },
});

/** The fields of a list, each with its role. */
function rolesIn(kind: DataKind, text: string): Record<string, string> {
  return Object.fromEntries(read(kind, text).fields.map(({ name, role }) => [name, role]));
}

/** A list with three entries in YAML, each with an object, in which `@` is the name. */
function yamlOf(object: string, first = 'name'): string {
  return ['Anvil', 'Cedar', 'Dune']
    .map((name) => `- ${first}: ${name}\n  ${object.replaceAll('@', name)}\n`)
    .join('');
}

const block = `# all
- name: Anvil
  link:
    text: Visit Anvil
    url: https://a.example
  logo: a.png

- name: Cedar
  link: # theirs
    text: 'Visit: Cedar'
    # a note
    url: https://c.example
  logo: c.png
`;

describe('An object that all entries of a data file have', () => {
  it('has fields of its own, called by both keys', () => {
    expect(rolesIn('yaml', block)).toEqual({
      name: 'name',
      'link.text': 'none',
      'link.url': 'homepage',
      logo: 'logo',
    });
    expect(read('yaml', block).entries[1]).toMatchObject({
      company: 'Cedar',
      homepage: 'https://c.example',
      fields: { 'link.text': 'Visit: Cedar' },
    });
  });

  it.each<[string, DataKind, string, string]>([
    [
      'on lines of its own',
      'yaml',
      block,
      `
- name: Birch
  link:
    text: 'Visit: Birch'
    url: https://b.example
`,
    ],
    [
      'between braces, whose plain strings may have less in them',
      'yaml',
      "- name: Anvil\n  link: { text: 'Anvil, Inc', url: https://a.example }\n",
      "- name: Birch\n  link: { text: 'Visit: Birch', url: 'https://b.example' }\n",
    ],
    [
      'before the name, and with its keys in their order',
      'yaml',
      '- link:\n      url: https://a.example\n      text: Anvil\n  name: Anvil\n',
      '- link:\n      url: https://b.example\n      text: "Visit: Birch"\n  name: Birch\n',
    ],
    [
      'in an entry between braces',
      'yaml',
      "- {name: Anvil, link: {text: 'Anvil', url: 'https://a.example'}}\n",
      "- {name: Birch, link: {text: 'Visit: Birch', url: 'https://b.example'}}\n",
    ],
    [
      'in lines',
      'json',
      JSON.stringify(
        [{ name: 'Anvil', link: { text: 'Anvil', url: 'https://a.example' } }],
        null,
        2,
      ),
      `
  {
    "name": "Birch",
    "link": {
      "text": "Visit: Birch",
      "url": "https://b.example"
    }
  }
`,
    ],
    [
      'in one line',
      'json',
      '[\n\t{ "link": {"url": "https://a.example", "text": "Anvil"}, "name": "Anvil" }\n]\n',
      '\n\t{ "link": {"url": "https://b.example", "text": "Visit: Birch"}, "name": "Birch" }\n',
    ],
    [
      'with quotes and commas as others have them',
      'js',
      `export default [
  {
    name: 'Anvil',
    link: {
      text: "Anvil",
      'url': \`https://a.example\`,
    },
  },
];
`,
      `
  {
    name: 'Birch',
    link: {
      text: "Visit: Birch",
      'url': \`https://b.example\`,
    },
  },
`,
    ],
    [
      'without the comments in others',
      'js',
      `export default [
  {
    name: 'Anvil',
    link: { // theirs
      text: 'Anvil', // a text
      url: 'https://a.example',
    },
  },
];
`,
      `
  {
    name: 'Birch',
    link: {
      text: 'Visit: Birch',
      url: 'https://b.example',
    },
  },
`,
    ],
  ])('is written like the others: %s', (_, kind, text, expected) => {
    const added = withAdded(kind, text, birch);
    expect(added).toContain(expected);
    expect(read(kind, added).entries).toContainEqual(
      expect.objectContaining({ company: 'Birch', homepage: 'https://b.example' }),
    );
    expect(withRemoved(kind, added, 'Birch')).toBe(text);
  });

  it('is written as far in as its entry, whatever others have', () => {
    const deep = `a:
  - name: Anvil
    link:
        text: Anvil
        url: https://a.example
b:
- name: Alder
  link:
    text: Alder
    url: https://c.example
`;
    const added = withAdded('yaml', deep, { ...birch, group: 'b' });
    expect(added).toBe(
      `${deep}- name: Birch\n  link:\n    text: "Visit: Birch"\n    url: https://b.example\n`,
    );
  });

  it('is written with the keys that were given, and is empty without any', () => {
    const text = yamlOf('link: {text: Visit @, url: https://@.example}');
    const last = (given: Parameters<typeof values>[1]) =>
      withAdded('yaml', text, values('Elm', given)).slice(text.length);
    expect(last({ homepage: 'https://b.example' })).toBe(
      '- name: Elm\n  link: {url: "https://b.example"}\n',
    );
    expect(last({})).toBe('- name: Elm\n  link: {}\n');
  });

  it('is left out where others are without it, if nothing was given for it', () => {
    const text = `${yamlOf('link: {text: Visit @, url: https://@.example}')}- name: Elm\n  text: Grows.\n`;
    const added = withAdded('yaml', text, values('Fir', { text: 'Grows.' }));
    expect(added.slice(text.length)).toBe('- name: Fir\n  text: Grows.\n');
  });

  it('gets its defaults in a list that holds nobody', () => {
    const fields = {
      name: { role: 'name' },
      'link.text': { role: 'none' },
      'link.url': { role: 'homepage' },
    } as const;
    const add = (kind: DataKind, text: string) => withAdded(kind, text, birch, { fields });
    expect(add('yaml', 'users: []\n')).toBe(
      'users:\n  - name: Birch\n    link:\n      text: "Visit: Birch"\n      url: https://b.example\n',
    );
    expect(JSON.parse(add('json', '{\n  "users": []\n}\n'))).toEqual({
      users: [{ name: 'Birch', link: { text: 'Visit: Birch', url: 'https://b.example' } }],
    });
    expect(add('js', 'export const users = [];\n')).toBe(`export const users = [
  {
    name: 'Birch',
    link: {
      text: 'Visit: Birch',
      url: 'https://b.example',
    },
  }
];
`);
  });

  it('has a value changed, and nothing else', () => {
    expect(withReplaced('yaml', block, 'Cedar', { homepage: 'https://d.example' })).toBe(
      block.replace('https://c.example', 'https://d.example'),
    );
    expect(withReplaced('yaml', block, 'Cedar', { fields: { 'link.text': 'No: 1' } })).toBe(
      block.replace("'Visit: Cedar'", "'No: 1'"),
    );
  });

  it('gets a key that it lacks, and an entry the object that it lacks', () => {
    const text = `${block}
- name: Dune
  link:
    text: Visit Dune
- name: Elm
  logo: e.png
- name: Fir
  link: {}
- name: Gum
  link:
`;
    const change = (name: string) =>
      withReplaced('yaml', text, name, {
        homepage: 'https://n.example',
        logo: 'n.png',
        fields: { 'link.text': 'New' },
      });
    expect(change('Dune')).toBe(
      text.replace('text: Visit Dune\n', 'text: New\n    url: https://n.example\n  logo: n.png\n'),
    );
    const object = 'link:\n    text: New\n    url: https://n.example\n';
    expect(change('Elm')).toBe(text.replace('logo: e.png\n', `logo: n.png\n  ${object}`));
    expect(change('Fir')).toBe(text.replace('link: {}\n', `${object}  logo: n.png\n`));
    expect(change('Gum')).toBe(text.replace(/link:\n$/, `${object}  logo: n.png\n`));
  });

  it('keeps what some entries have besides, and is not written where they have more than words', () => {
    const more =
      '- name: Elm\n  link:\n    text: {en: Elm, de: Ulme}\n    url: https://e.example\n    rel: me\n';
    const text = `${yamlOf('link:\n    text: A\n    url: https://a.example').repeat(2)}${more}`;
    expect(rolesIn('yaml', text)).toEqual({
      name: 'name',
      'link.text': 'none',
      'link.url': 'homepage',
    });
    expect(withReplaced('yaml', text, 'Elm', { homepage: 'https://n.example' })).toBe(
      text.replace('https://e.example', 'https://n.example'),
    );
    const list = read('yaml', text);
    const replaced = list.format.replace(list, entryIn(list, 'Elm'), {
      fields: { 'link.text': 'New' },
    });
    expect(problemsOf(replaced)).toEqual(['list-value-not-plain 27']);
  });

  it('is refused for text with markup in it, as any other value', () => {
    const fields = { 'link.text': '<b>x</b>' };
    expect(problemsOf(adding('yaml', block, { ...birch, fields }))).toEqual(['list-text-markup']);
  });

  it('is looked at for what would be active', () => {
    const list = read('yaml', block);
    const parts = list.format.parts(list, entryIn(list, 'Cedar'));
    expect(parts).toContainEqual(
      expect.objectContaining({ field: 'link.text', markup: 'Visit: Cedar' }),
    );
  });

  it('is a placeholder’s where nothing is in it', () => {
    const text = '- name: ""\n  link:\n    text: ""\n    url: ""\n';
    expect(withAdded('yaml', text, birch)).toBe(
      '- name: "Birch"\n  link:\n    text: "Visit: Birch"\n    url: "https://b.example"\n',
    );
  });
});

describe('An object of which each entry chooses the keys', () => {
  const free = (...objects: readonly string[]) =>
    `[\n${objects.map((object, at) => `  {"name": "${'ABCDEFG'[at]}", "url": "u"${object}}`).join(',\n')}\n]\n`;
  const given = values('Birch', { homepage: 'https://b.example' });

  it('has no fields, and is not asked for', () => {
    const text = free(', "links": {"by A": "x"}', ', "links": {"Blog": "y"}', '');
    expect(rolesIn('json', text)).toEqual({ name: 'name', url: 'homepage', links: 'none' });
    expect(read('json', text).fields.find(({ name }) => name === 'links')?.isGiven).toBe(true);
  });

  it('is left out where others are without it, and empty where it is empty in another', () => {
    const some = free(', "links": {"by A": "x"}', ', "links": {"Blog": "y"}', '');
    expect(withAdded('json', some, given)).toContain(
      '{"name": "Birch", "url": "https://b.example"}',
    );
    const all = free(', "links": {"by A": "x"}', ', "links": {"Blog": "y"}', ', "links": {}');
    expect(withAdded('json', all, given)).toContain(
      '{"name": "Birch", "url": "https://b.example", "links": {}}',
    );
  });

  it('is refused where all have it, or where a value is given for it', () => {
    const all = free(
      ', "links": {"by A": "x"}',
      ', "links": {"Blog": "y"}',
      ', "links": {"Z": "z"}',
    );
    expect(problemsOf(adding('json', all, given))).toEqual(['list-value-not-plain 3']);
    const some = free(', "links": {"by A": "x"}', ', "links": {"Blog": "y"}', '');
    expect(problemsOf(adding('json', some, { ...given, fields: { links: 'x' } }))).toEqual([
      'list-value-not-plain 3',
    ]);
  });

  it.each([
    ['which is text in some entries', 'link: {url: u, text: t}', 'link: u', 'link'],
    ['whose keys have dots', 'link: {a.b: u}', 'link: {a.b: u}', 'link'],
    ['which is the name in languages', 'name: {en: a, de: b}', 'name: {en: a, de: b}', 'name'],
    ['whose values are objects', 'link: {a: {b: c}}', 'link: {a: {b: c}}', 'link'],
    ['beside a key with the same name', 'link: {url: u}', 'link.url: u', 'link'],
  ])('is one key: %s', (_, first, second, name) => {
    const text = `- logo: a.png\n  ${first}\n- logo: b.png\n  ${second}\n`;
    expect(Object.keys(rolesIn('yaml', text))).toContain(name);
    expect(Object.keys(rolesIn('yaml', text))).not.toContain(`${name}.en`);
  });

  it('is one key where the configuration names it', () => {
    const text = yamlOf('link: {url: u}');
    const { fields } = read('yaml', text, { fields: { link: { role: 'none' } } });
    expect(fields.map(({ name }) => name)).toEqual(['name', 'link'].toSorted().toReversed());
  });
});

describe('A key in an object', () => {
  it.each<[string, Record<string, string>]>([
    ['url: u\n  link: {url: v}', { url: 'homepage', 'link.url': 'none' }],
    ['logo: {src: a.png, alt: x}', { 'logo.src': 'logo', 'logo.alt': 'none' }],
    ['logo: {alt: x, file: a.png}', { 'logo.alt': 'none', 'logo.file': 'logo' }],
    ['logo: {light: a.png, dark: b.png}', { 'logo.light': 'logo', 'logo.dark': 'logo-dark' }],
    ['image: {url: a.png}', { 'image.url': 'logo' }],
    ['company: {url: u, logo: a.png}', { 'company.url': 'homepage', 'company.logo': 'logo' }],
    [
      'author: {name: x, url: u, image: a.png}',
      {
        'author.name': 'none',
        'author.url': 'none',
        'author.image': 'none',
      },
    ],
    [
      'quote: {text: x, author: y, url: z}',
      {
        'quote.text': 'text',
        'quote.author': 'none',
        'quote.url': 'homepage',
      },
    ],
    ['links: {website: u, github: g}', { 'links.website': 'homepage', 'links.github': 'contact' }],
    ['story: {title: x, url: u}', { 'story.title': 'none', 'story.url': 'link' }],
    [
      'url: u\n  story: {title: x, url: u}',
      { url: 'homepage', 'story.title': 'none', 'story.url': 'link' },
    ],
    ['button: {label: x, href: u}', { 'button.label': 'none', 'button.href': 'homepage' }],
  ])('has the role that it says of the organization: %s', (object, roles) => {
    expect(rolesIn('yaml', yamlOf(object))).toEqual({ name: 'name', ...roles });
  });

  it('names the organization where nothing else does', () => {
    const text = ['A', 'B'].map((name) => `- company:\n    name: ${name}\n  url: u\n`).join('');
    const list = valueFrom(read('yaml', text).format.read({ path: 'data/adopters.yml', text }, {}));
    expect(list.entries.map(({ company }) => company)).toEqual(['A', 'B']);
  });
});
