import { describe, expect, it } from 'vitest';
import { jsArray } from '../../../../src/list/formats/js-array/js-array.ts';
import { adding, read, withAdded, withRemoved, withReplaced } from '../../data/data-lists.ts';
import { entryIn, problemsOf, values } from '../edited-lists.ts';

const birch = values('Birch', { homepage: 'https://birch.example' });

function find(text: string, path = 'src/data/users.ts') {
  return jsArray.find({ path, text });
}

const two = "[\n  { name: 'Anvil', url: 'a' },\n  { name: 'Cedar', url: 'c' },\n]";
const three =
  "[\n  { name: 'Anvil', url: 'a' },\n  { name: 'Cedar', url: 'c' },\n  { name: 'Birch', url: 'https://birch.example' },\n]";

describe('a list in a file of JavaScript or TypeScript', () => {
  it.each([
    ['a constant', `const users = ${two};\n`, 'users'],
    ['an exported constant', `export const users = ${two};\n`, 'users'],
    ['the default export', `export default ${two}\n`, ''],
    ['what the module exports', `'use strict'\n\nmodule.exports = ${two}\n`, ''],
    ['a name that the module exports', `exports.users = ${two}\nmodule.exports.x = 1`, 'users'],
    ['TypeScript’s export', `export = ${two};\n`, ''],
    ['part of an object', `export const data = { who: { users: ${two} } };\n`, 'data.who.users'],
    ['typed', `const users: User[] = ${two} as const;\n`, 'users'],
    ['checked against a type', `export default ${two} satisfies readonly User[];\n`, ''],
    ['frozen', `export default Object.freeze(${two});\n`, ''],
    ['of a type that is asserted', `const users = <User[]>${two};\n`, 'users'],
    [
      'below imports and above functions',
      `import x from './x';\n\nlet users = ${two}\n\nusers.sort((a, b) => a.name < b.name ? -1 : 1)\n`,
      'users',
    ],
  ])('is found and edited where it is %s', (_, text, within) => {
    expect(find(text).lists.map(({ at }) => at.within ?? '')).toEqual([within]);
    expect(withAdded('js', text, birch)).toBe(text.replace(two, three));
    expect(withRemoved('js', text.replace(two, three), 'Birch')).toBe(text);
  });

  it('is found in a component', () => {
    const text = `const users = ${two}\n\nexport default () => <ul>{users.map((user) => <li>{user.name}</li>)}</ul>\n`;
    const list = find(text, 'src/users.jsx').lists[0];
    expect(list).toMatchObject({
      at: { within: 'users' },
      entries: [{ company: 'Anvil' }, { company: 'Cedar' }],
    });
  });

  it.each([
    [
      'double quotes',
      '[{ name: "Anvil", url: "a" }]',
      '[{ name: "Anvil", url: "a" },\n{ name: "Birch", url: "https://birch.example" }]',
    ],
    [
      'templates',
      '[{ name: `Anvil`, url: `a` }]',
      '[{ name: `Anvil`, url: `a` },\n{ name: `Birch`, url: `https://birch.example` }]',
    ],
    [
      'quoted keys',
      "[{ 'name': 'Anvil', 'url': 'a' }]",
      "[{ 'name': 'Anvil', 'url': 'a' },\n{ 'name': 'Birch', 'url': 'https://birch.example' }]",
    ],
    [
      'no comma behind the last',
      "[\n  {\n    name: 'Anvil',\n    url: 'a'\n  }\n]",
      "[\n  {\n    name: 'Anvil',\n    url: 'a'\n  },\n  {\n    name: 'Birch',\n    url: 'https://birch.example'\n  }\n]",
    ],
    [
      'commas behind the last',
      "[\n\t{\n\t\tname: 'Anvil',\n\t\turl: 'a',\n\t},\n]",
      "[\n\t{\n\t\tname: 'Anvil',\n\t\turl: 'a',\n\t},\n\t{\n\t\tname: 'Birch',\n\t\turl: 'https://birch.example',\n\t},\n]",
    ],
    [
      'CRLF',
      "[\r\n  { name: 'Anvil', url: 'a' },\r\n]",
      "[\r\n  { name: 'Anvil', url: 'a' },\r\n  { name: 'Birch', url: 'https://birch.example' },\r\n]",
    ],
  ])('gets an entry with %s', (_, before, after) => {
    expect(withAdded('js', `export default ${before};`, birch)).toBe(`export default ${after};`);
  });

  it('ends like the others where the nearest alone lacks the last comma', () => {
    const entry = (name: string, comma = ',') => `  {\n    name: '${name}'${comma}\n  },\n`;
    const text = `export default [\n${entry('Anvil')}${entry('Cedar')}${entry('Elm', '')}];\n`;
    expect(withAdded('js', text, values('Fir'))).toBe(text.replace('];', `${entry('Fir')}];`));
    const mixed = text.replace(entry('Cedar'), entry('Cedar', ''));
    expect(withAdded('js', mixed, values('Fir'))).toBe(
      mixed.replace('];', `${entry('Fir', '')}];`),
    );
  });

  it('gets a string between other quotes where it needs no backslash then', () => {
    const text = `export default [{ name: 'Anvil', url: 'a' }];`;
    expect(withAdded('js', text, values("D'Or", { homepage: 'd' }))).toContain(
      `{ name: "D'Or", url: 'd' }`,
    );
    expect(withAdded('js', text, values(`D'"Or"`, { homepage: 'd' }))).toContain(
      `{ name: 'D\\'"Or"'`,
    );
  });

  it('gets the quotes of most of the nearest', () => {
    const text = `export default [{ name: 'A' }, { name: 'B' }, { name: "C" }];`;
    expect(withAdded('js', text, values('D'))).toContain(`{ name: 'D' }];`);
  });

  it('keeps the quotes of a string that is changed', () => {
    const text = `export default [{ name: "A" }, { name: "B" }, { name: 'C' }, { name: "D" }];`;
    const changed = withReplaced('js', text, 'C', { company: 'E' });
    expect(changed).toBe(text.replace("'C'", "'E'"));
    expect(withReplaced('js', changed, 'E', { company: 'C' })).toBe(text);
  });

  it('puts a long value on a line of its own where others are', () => {
    const long = (letter: string) => `https://${letter.repeat(80)}.example`;
    const entry = (name: string, url: string) =>
      `  {\n    name: '${name}',\n    url:\n      '${url}',\n  },\n`;
    const short = "  {\n    name: 'Cedar',\n    url: 'c',\n  },\n";
    const text = `export default [\n${entry('Anvil', long('a'))}${short}];\n`;
    const add = (url: string) => withAdded('js', text, values('Birch', { homepage: url }));
    expect(add(long('b'))).toBe(text.replace('];', `${entry('Birch', long('b'))}];`));
    expect(add('b')).toBe(
      text.replace('];', `${short.replace('Cedar', 'Birch').replace("'c'", "'b'")}];`),
    );
  });

  describe('with lines that a formatter broke', () => {
    const entry = (name: string, logo: string, url: string) =>
      `  {\n    name: '${name}',\n    logo:${logo},\n    url:${url},\n  },\n`;
    const long = (letter: string) => `https://${letter.repeat(70)}.example`;
    const broken = (value: string) => `\n      '${value}'`;
    const inline = (value: string) => ` '${value}'`;
    const first = entry('Anvil', inline('a.png'), broken(long('a')));
    const list = (...entries: readonly string[]) => `export default [\n${entries.join('')}];\n`;
    const fir = (text: string, logo: string, homepage: string) =>
      withAdded('js', text, values('Fir', { logo, homepage }));

    it.each([
      [
        'a short value after one that somebody broke',
        'f.png',
        'https://fir.example',
        inline,
        inline,
      ],
      ['a value of 80 columns', 'f.png', 'f'.repeat(80 - 4 - 5 - 3), inline, inline],
      ['a value of 81 columns', 'f.png', 'f'.repeat(81 - 4 - 5 - 3), inline, broken],
      ['a long value of a key that has only short ones', long('g'), 'f', broken, inline],
    ])('writes %s', (_, logo, url, writeLogo, writeUrl) => {
      const short = entry('Birch', inline('b.png'), inline('https://birch.example'));
      const text = list(first, short, entry('Cedar', inline('c.png'), broken('c')));
      const ours = entry('Fir', writeLogo(logo), writeUrl(url));
      expect(fir(text, logo, url)).toBe(text.replace('];', `${ours}];`));
    });

    it('follows the nearest long value where not all are broken, and breaks nothing elsewhere', () => {
      const now = list(first, first, entry('Cedar', inline('c.png'), inline(long('c'))));
      const ours = entry('Fir', inline('f.png'), inline(long('f')));
      expect(fir(now, 'f.png', long('f'))).toBe(now.replace('];', `${ours}];`));
      const never = list(entry('Anvil', inline('a.png'), inline('a')));
      expect(fir(never, 'f.png', long('f'))).toBe(never.replace('];', `${ours}];`));
    });
  });

  it('keeps expressions in entries, and writes entries that need none', () => {
    const text =
      "const users = [\n  { name: 'Anvil', url: 'a', logo: require('./a.png') },\n  { name: 'Cedar', url: 'c' },\n  ...others,\n];\n";
    expect(read('js', text).entries).toHaveLength(2);
    expect(withAdded('js', text, birch)).toBe(
      text.replace("'c' },", "'c' },\n  { name: 'Birch', url: 'https://birch.example' },"),
    );
    expect(withReplaced('js', text, 'Anvil', { homepage: 'b' })).toBe(text.replace("'a'", "'b'"));
    expect(withRemoved('js', text, 'Anvil')).toBe(text.replace(/ {2}\{ name: 'Anvil'.*\n/, ''));
  });

  it.each([
    [
      'a logo that others import',
      "const users = [\n  { name: 'Anvil', url: 'a', logo: anvil }];",
      'logo',
    ],
    [
      'a logo that others require from elsewhere',
      "const users = [\n  { name: 'Anvil', url: 'a', logo: require('./a.png') }];",
      'logo',
    ],
    [
      'an element that all have',
      "const users = [\n  { name: 'Anvil', url: 'a', more: () => 1 }];",
      'more',
    ],
    [
      'what is spread into all',
      "const users = [\n  { ...base, name: 'Anvil', url: 'a' }];",
      '...base',
    ],
  ])('refuses an entry that would need %s', (_, text, name) => {
    const added = adding('js', text, values('Birch', { homepage: 'b', logo: 'b.png' }));
    expect(added).toMatchObject({
      ok: false,
      problems: [{ code: 'list-value-not-plain', values: { line: 2, name } }],
    });
  });

  it.each([
    ['broken', 'const users = [', ['list-not-data 1']],
    [
      'of names that are code',
      'const users = [\n  { name: NAME, url: "u" }];',
      ['list-value-not-plain 2'],
    ],
    [
      'made by a program',
      '/* Generated by a.js */\nconst users = [{ name: "A", url: "u" }];',
      ['list-generated 1'],
    ],
    ['without a list', 'export const x = 1;', ['list-missing 1']],
    ['nested without end', `const a = ${'('.repeat(100_000)}`, ['list-too-deep 1']],
  ])('is refused with its line where it is %s', (_, text, problems) => {
    expect(problemsOf(jsArray.read({ path: 'a.ts', text }, {}))).toEqual(problems);
  });

  it('is not changed where the change would be more than an entry', () => {
    const text = 'export default [{ name: "A", url: "u" }];';
    const list = read('js', text);
    const broken = { ...list, text: text.replace('];', '], 5;') };
    expect(problemsOf(list.format.add(broken, birch, 'append'))).toEqual(['page-edit-unsafe']);
  });

  describe('with logos in calls that bundlers replace', () => {
    const text = `export const users = [
  { name: 'Anvil', logo: require('./logos/a.png'), url: 'a' },
  { name: 'Birch', logo: require("./logos/b.svg").default, url: 'b' },
  { name: 'Cedar', logo: require("./logos/c.png").default, url: 'c' },
];
`;
    const fir = (logo: string) => values('Fir', { homepage: 'f', logo });

    it('gets a logo in the call that most of the nearest have, with their quotes', () => {
      expect(read('js', text).entries.map(({ logo }) => logo)).toEqual([
        './logos/a.png',
        './logos/b.svg',
        './logos/c.png',
      ]);
      expect(withAdded('js', text, fir("./logos/o'fir.png"))).toBe(
        text.replace(
          '];',
          `  { name: 'Fir', logo: require("./logos/o'fir.png").default, url: 'f' },\n];`,
        ),
      );
      const plain = text.replace(/require\((".*?")\)\.default/g, '$1');
      expect(withAdded('js', plain, fir('./logos/f.png'))).toContain('logo: "./logos/f.png", url');
    });

    it('gets another logo, and keeps the call where nothing is new', () => {
      expect(withReplaced('js', text, 'Anvil', { logo: '../f.png' })).toBe(
        text.replace('./logos/a.png', '../f.png'),
      );
      const same = { logo: './logos/b.svg', homepage: 'n' };
      expect(withReplaced('js', text, 'Birch', same)).toBe(text.replace("'b'", "'n'"));
      expect(withRemoved('js', withAdded('js', text, fir('./f.png')), 'Fir')).toBe(text);
    });

    it('is refused where the logo is no such file', () => {
      const list = read('js', text);
      for (const logo of ['f.png', '/f.png', '@site/f.png', 'https://f.example/f.png', './f.md']) {
        expect(problemsOf(adding('js', text, fir(logo)))).toEqual(['list-value-not-plain 4']);
      }
      const edit = list.format.replace(list, entryIn(list, 'Anvil'), { logo: '' });
      expect(problemsOf(edit)).toEqual(['list-value-not-plain 2']);
    });

    it('has none in code of other kinds', () => {
      for (const code of [
        "require('./a.md')",
        'require(`./a.png`)',
        "require('./a.png', 1)",
        "require('./' + 'a.png')",
        "load('./a.png')",
        "require('./a.png').src",
        "require /* x */ ('./a.png')",
        "require\n('./a.png')",
        "require(...'./a.png')",
        "new require('./a.png')",
      ]) {
        const [entry] = read('js', text.replace("require('./logos/a.png')", code)).entries;
        expect(entry, code).toMatchObject({ company: 'Anvil', logo: '' });
      }
    });

    it('does not write other keys or lists of pictures in calls', () => {
      const quote = text.replaceAll('logo:', 'quote:');
      const added = adding('js', quote, values('Fir', { homepage: 'f', text: 'See ./f.png' }));
      expect(problemsOf(added)).toEqual(['list-value-not-plain 4']);
      const many = text.replace(/logo: (.*?), url/g, 'logo: [$1], url');
      expect(problemsOf(adding('js', many, fir('./f.png')))).toEqual(['list-value-not-plain 4']);
    });
  });

  it('reads every kind of literal, and keeps what is none', () => {
    const text = `const users = [
  {
    name: 'Anvil', url: \`a\`, pinned: true, rank: -1, size: 2, none: null, 'quoted key': 'x', 5: 'five',
    tags: ['a', 'b'], holes: [, 1], pattern: /x/, big: 5n, template: \`a \${name}\`, [computed]: 1,
    method() {}, short, nothing: undefined, minus: -x, nested: { a: [1, { b: 'c' }] }, typed: 'x' as const,
  },
  makeUser('Birch'),
];
`;
    const [entry, ...others] = read('js', text).entries;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ company: 'Anvil', homepage: 'a' });
    expect(entry?.fields).toEqual({
      ...{ 5: 'five', pinned: 'true', rank: '-1', size: '2', 'quoted key': 'x', tags: 'a, b' },
      typed: 'x',
    });
    expect(withReplaced('js', text, 'Anvil', { homepage: 'b' })).toBe(text.replace('`a`,', '`b`,'));
    expect(withReplaced('js', text, 'Anvil', { fields: { rank: '-2', tags: 'c' } })).toBe(
      text.replace('-1', '-2').replace("['a', 'b']", "['c']"),
    );
    expect(problemsOf(adding('js', text, birch))).toEqual(['list-value-not-plain 4']);
  });

  it('gets keys that no entry has, spelled as the others are', () => {
    const fields = {
      name: { role: 'name' },
      'web site': { role: 'homepage' },
      tags: { role: 'category' },
    } as const;
    const add = (text: string) => withAdded('js', text, birch, { fields });
    expect(add("export default [{ name: 'Anvil' }];")).toBe(
      `export default [{ name: 'Anvil' },\n{ name: 'Birch', "web site": 'https://birch.example' }];`,
    );
    expect(add("export default [{ 'name': 'Anvil' }];")).toBe(
      "export default [{ 'name': 'Anvil' },\n{ 'name': 'Birch', 'web site': 'https://birch.example' }];",
    );
    expect(add("export default [\n  {\n    name: 'Anvil',\n  },\n];")).toContain(
      `  {\n    name: 'Birch',\n    "web site": 'https://birch.example',\n  },`,
    );
  });

  it('gets lists of words where others have an empty one, or one word', () => {
    const add = (tags: string) =>
      withAdded('js', `export default [{ name: 'A', url: 'u', tags: ${tags} }];`, {
        ...birch,
        fields: { tags: 'a, b' },
      });
    expect(add('[]')).toContain("tags: ['a', 'b'] }]");
    expect(add('[\n"x"\n]')).toContain('tags: [\n"a",\n"b"\n] }]');
  });

  it('may be in files of its kind that have such keys, or such a name', () => {
    expect(jsArray.mayHold({ path: 'a/data.tsx', text: "logo: 'x'" })).toBe(true);
    expect(jsArray.mayHold({ path: 'a/users.mjs', text: '' })).toBe(true);
    expect(jsArray.mayHold({ path: 'a/data.js', text: 'let x;' })).toBe(false);
    expect(jsArray.mayHold({ path: 'a/users.md', text: "logo: 'x'" })).toBe(false);
  });

  it('is not read where a second parser finds a mistake', () => {
    const text = 'export default [{ name: "A", url: "u" }];\nlet x;\nlet x;\n';
    expect(problemsOf(jsArray.read({ path: 'a.js', text }, {}))).toHaveLength(1);
  });

  it('leaves comments with the entries of which they speak', () => {
    const text =
      "const users = [\n  // Anvil came first\n  { name: 'Anvil', url: 'a' }, // a\n  // Others\n  { name: 'Cedar', url: 'c' } // c\n];\n";
    expect(withRemoved('js', text, 'Anvil')).toBe(
      "const users = [\n  // Others\n  { name: 'Cedar', url: 'c' } // c\n];\n",
    );
    expect(withRemoved('js', text, 'Cedar')).toBe(
      "const users = [\n  // Anvil came first\n  { name: 'Anvil', url: 'a' } // a\n  // Others\n];\n",
    );
    const list = read('js', text);
    const first = list.format.add(list, birch, 'prepend');
    expect(first.ok && first.value.text).toBe(
      text.replace('  // Anvil', "  { name: 'Birch', url: 'https://birch.example' },\n  // Anvil"),
    );
  });
});
