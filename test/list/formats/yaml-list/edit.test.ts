import { describe, expect, it } from 'vitest';
import type { EntryValues } from '../../../../src/list/format.ts';
import { adding, read, withAdded, withRemoved, withReplaced } from '../../data/data-lists.ts';
import { entryIn, problemsOf, values } from '../edited-lists.ts';

const anvil = '- name: Anvil\n  url: https://anvil.example\n';
const birch = values('Birch', { homepage: 'https://birch.example' });
const birchLines = '- name: Birch\n  url: https://birch.example\n';

function added(text: string, company: string, others: Partial<EntryValues> = {}): string {
  const { text: words, ...rest } = others;
  return withAdded('yaml', text, values(company, { text: words ?? '', ...rest }));
}

describe('adding a company to a YAML list', () => {
  it.each([
    ['no indentation', anvil, anvil + birchLines],
    [
      'an indentation',
      'users:\n  - name: Anvil\n    url: u\n',
      'users:\n  - name: Anvil\n    url: u\n  - name: Birch\n    url: https://birch.example\n',
    ],
    ['no last newline', anvil.trimEnd(), anvil + birchLines],
    [
      'blank lines between',
      `${anvil}\n- name: Cedar\n  url: c\n`,
      `${anvil}\n- name: Cedar\n  url: c\n\n${birchLines}`,
    ],
    ['blank lines below', `${anvil}\n\n`, `${anvil}${birchLines}\n\n`],
    [
      'a comment below an entry that is the entry’s own',
      `${anvil}  # https://anvil.example/blog\n# The end\n`,
      `${anvil}  # https://anvil.example/blog\n${birchLines}# The end\n`,
    ],
    [
      'the same between two',
      `${anvil}  # A note\n- name: Cedar\n  url: c\n- name: Dill\n  url: d\n`,
      `${anvil}  # A note\n${birchLines}- name: Cedar\n  url: c\n- name: Dill\n  url: d\n`,
    ],
    [
      'blanks at the end of a line',
      `${anvil.trimEnd()}  \n`,
      `${anvil.trimEnd()}  \n${birchLines}`,
    ],
    ['CRLF', anvil.replaceAll('\n', '\r\n'), (anvil + birchLines).replaceAll('\n', '\r\n')],
    [
      'a dash on a line of its own',
      '-\n  name: Anvil\n  url: u\n',
      '-\n  name: Anvil\n  url: u\n-\n  name: Birch\n  url: https://birch.example\n',
    ],
    [
      'three blanks behind the dash',
      '-   name: Anvil\n    url: u\n',
      '-   name: Anvil\n    url: u\n-   name: Birch\n    url: https://birch.example\n',
    ],
    [
      'the order of keys',
      '- url: u\n  name: Anvil\n',
      '- url: u\n  name: Anvil\n- url: https://birch.example\n  name: Birch\n',
    ],
    [
      'braces',
      '- {name: Anvil, url: u}\n',
      '- {name: Anvil, url: u}\n- {name: Birch, url: "https://birch.example"}\n',
    ],
    [
      'aligned values',
      '- name:  Anvil\n  url:   u\n',
      '- name:  Anvil\n  url:   u\n- name:  Birch\n  url:   https://birch.example\n',
    ],
    [
      'quoted keys',
      '- "name": Anvil\n  "url": u\n',
      '- "name": Anvil\n  "url": u\n- "name": Birch\n  "url": https://birch.example\n',
    ],
    [
      'what follows the list',
      `users:\n${anvil}more: 1\n`,
      `users:\n${anvil}${birchLines}more: 1\n`,
    ],
  ])('copies %s', (_, before, after) => {
    expect(withAdded('yaml', before, birch)).toBe(after);
  });

  it('copies the quotes of each key, and quotes what would be something else', () => {
    const text = '- name: Anvil\n  url: \'https://anvil.example\'\n  type: "Vendor"\n';
    const fields = { type: 'End-user' };
    expect(added(text, 'Yes', { homepage: 'https://yes.example', fields })).toBe(
      `${text}- name: 'Yes'\n  url: 'https://yes.example'\n  type: "End-user"\n`,
    );
    const single = "- name: 'Anvil'\n";
    expect(added(single, "D'Or")).toBe(`${single}- name: "D'Or"\n`);
    expect(added(anvil, '1.50')).toBe(`${anvil}- name: "1.50"\n`);
    expect(added(anvil, 'Say "so"')).toBe(`${anvil}- name: Say "so"\n`);
    expect(added(anvil, '- "so"')).toBe(`${anvil}- name: '- "so"'\n`);
  });

  it('quotes like most of the nearest, for a single one may be a slip', () => {
    const entry = (name: string, url: string) => `- name: ${name}\n  url: ${url}\n`;
    const text = `${entry('A', 'https://a.example')}${entry('B', 'https://b.example')}${entry('C', '"https://c.example"')}`;
    expect(added(text, 'D', { homepage: 'https://d.example' })).toBe(
      `${text}${entry('D', 'https://d.example')}`,
    );
  });

  it('keeps empty keys where the nearest does, and leaves them out where it does', () => {
    const kept = "- name: Anvil\n  url: u\n  contact: ''\n  story:\n";
    expect(added(kept, 'Birch')).toBe(`${kept}- name: Birch\n  contact: ''\n  story:\n`);
    const left = '- name: Anvil\n  url: u\n- name: Birch\n';
    expect(added(left, 'Cedar')).toBe(`${left}- name: Cedar\n`);
  });

  it('copies what all entries say alike, in the spelling of the others', () => {
    const entry = (name: string, status: string) =>
      `- name: ${name}\n  url: u\n  class: p-2\n  status: ${status}\n`;
    const text = entry('A', 'Production') + entry('B', '"In test"') + entry('C', 'Production');
    const fields = { status: 'in test' };
    expect(added(text, 'D', { homepage: 'v', fields })).toBe(
      `${text}- name: D\n  url: v\n  class: p-2\n  status: "In test"\n`,
    );
  });

  it('writes numbers, dates, true and false as such where others are', () => {
    const text = '- name: Anvil\n  url: u\n  pinned: true\n  since: 2020-01-31\n  year: 2020\n';
    const fields = { pinned: 'false', since: '2021-02-03', year: '2021' };
    expect(added(text, 'Birch', { fields })).toBe(
      `${text}- name: Birch\n  pinned: false\n  since: 2021-02-03\n  year: 2021\n`,
    );
  });

  it('writes lists of words as others are written', () => {
    const text = '- name: Anvil\n  url: u\n  tags: [Go, "C++"]\n  uses:\n    - a\n    - b\n';
    const fields = { tags: 'Rust, C++', uses: 'c, d' };
    expect(added(text, 'Birch', { fields })).toBe(
      `${text}- name: Birch\n  tags: [Rust, "C++"]\n  uses:\n    - c\n    - d\n`,
    );
  });

  it('writes numbers, true and false in lists as such where all others are', () => {
    const text =
      '- name: Anvil\n  url: u\n  ids:\n  - 1\n  - 2.3\n  tags: [1, b]\n  open: [true]\n';
    const fields = { ids: '253, 4, x', tags: '253', open: 'false' };
    expect(added(text, 'Birch', { fields })).toBe(
      `${text}- name: Birch\n  ids:\n  - 253\n  - 4\n  - x\n  tags: ["253"]\n  open: [false]\n`,
    );
  });

  it.each([
    ['of a person where one entry has others', ['HangZhou'], 'none', 'Hangzhou'],
    ['that two entries have', ['HangZhou', 'HangZhou'], 'none', 'HangZhou'],
    ['of one entry in a category', ['HangZhou'], 'category', 'HangZhou'],
    [
      'of the entry with the same',
      ['HangZhou', 'HangZhou', "'Hangzhou'"],
      'category',
      "'Hangzhou'",
    ],
    ['of what is no string', ['Anywhere', 'true'], 'none', 'true'],
  ] as const)('writes a word in the capitals %s', (_, places, role, ours) => {
    const entry = (name: string, place: string) => `- name: ${name}\n  place: ${place}\n`;
    const text = places.map((place, at) => entry('Anvil'.repeat(at + 1), place)).join('');
    const fields = { place: ours === 'true' ? 'True' : 'Hangzhou' };
    const at = { fields: { place: { role } } };
    expect(withAdded('yaml', text, values('Fir', { fields }), at)).toBe(text + entry('Fir', ours));
  });

  it('writes a text as a block, or over several lines, where others are', () => {
    const block = '- name: Anvil\n  text: |\n    Forges a lot of\n    reports.\n';
    expect(added(block, 'Birch', { text: 'Counts all of the trees.' })).toBe(
      `${block}- name: Birch\n  text: |\n    Counts all of\n    the trees.\n`,
    );
    const short = `${block}- name: Cedar\n  text: |\n    Sells.\n`;
    expect(added(short, 'Birch', { text: 'Counts all of the trees.' })).toBe(
      `${short}- name: Birch\n  text: |\n    Counts all of\n    the trees.\n`,
    );
    const folded = '- name: Anvil\n  text: >-\n    Forges.\n';
    expect(added(folded, 'Birch', { text: 'a: b # c' })).toBe(
      `${folded}- name: Birch\n  text: >-\n    a: b # c\n`,
    );
    const plain = '- name: Anvil\n  text: Forges a lot of\n    reports.\n';
    expect(added(plain, 'Birch', { text: 'Counts all of the trees.' })).toBe(
      `${plain}- name: Birch\n  text: Counts all of\n    the trees.\n`,
    );
  });

  it('puts no value on a line of its own because those of other keys are', () => {
    const words = 'Words '.repeat(20).trim();
    const text = `- name: Anvil\n  url: u\n  text:\n    ${words}\n`;
    const homepage = `https://${'b'.repeat(80)}.example`;
    expect(added(text, 'Birch', { homepage, text: `${words} ${words}` })).toBe(
      `${text}- name: Birch\n  url: ${homepage}\n  text:\n    ${words} ${words}\n`,
    );
  });

  it('writes an address for what else can be read, where it is another one than the homepage', () => {
    const text =
      "- name: Anvil\n  url: u\n  reference: ''\n- name: Cedar\n  url: c\n  reference: r\n";
    const add = (url: string) =>
      added(text, 'Birch', { homepage: 'b', link: { text: 'x', url } }).replace(text, '');
    expect(add('b')).toBe("- name: Birch\n  url: b\n  reference: ''\n");
    expect(add('story')).toBe('- name: Birch\n  url: b\n  reference: story\n');
  });

  it('gets keys that no entry has, spelled as the others are', () => {
    const fields = { name: { role: 'name' }, url: { role: 'homepage' } } as const;
    const add = (text: string) => withAdded('yaml', text, birch, { fields }).replace(text, '');
    expect(add('- name: Anvil\n')).toBe(birchLines);
    expect(add('- "name": Anvil\n')).toBe('- "name": Birch\n  "url": https://birch.example\n');
    expect(add("- 'name': Anvil\n")).toBe("- 'name': Birch\n  'url': https://birch.example\n");
    expect(add('- {name: Anvil}\n')).toBe('- {name: Birch, url: "https://birch.example"}\n');
    const sites = { name: { role: 'name' }, 'on: x': { role: 'homepage' } } as const;
    expect(withAdded('yaml', '- name: Anvil\n', birch, { fields: sites })).toBe(
      '- name: Anvil\n- name: Birch\n  "on: x": https://birch.example\n',
    );
  });

  it('writes lists of one word as others with one are written', () => {
    const text = '- name: Anvil\n  url: u\n  tags: [Go]\n  uses:\n    - a\n  kinds: []\n';
    const fields = { tags: 'Rust, C', uses: 'c, d', kinds: 'e' };
    expect(added(text, 'Birch', { fields })).toBe(
      `${text}- name: Birch\n  tags: [Rust, C]\n  uses:\n    - c\n    - d\n  kinds: [e]\n`,
    );
  });

  it('leaves comments where they are', () => {
    const text =
      '# rules\n\n- name: Anvil # first\n  # a size\n  url: u # cspell:disable-line\n\n# Others\n- name: Birch\n  url: u\n';
    const list = read('yaml', text);
    const at = (order: 'prepend' | 'alphabetical', company: string) => {
      const edit = list.format.add(list, values(company, { homepage: 'v' }), order);
      return edit.ok ? edit.value.text : '';
    };
    expect(at('alphabetical', 'Attic')).toBe(
      text.replace('\n\n# Others', '\n- name: Attic\n  url: v\n\n# Others'),
    );
    expect(at('prepend', 'Cedar')).toBe(
      text.replace('- name: Anvil', '- name: Cedar\n  url: v\n- name: Anvil'),
    );
  });

  it('begins a list that holds nobody, with the usual keys or the configured ones', () => {
    expect(withAdded('yaml', 'adopters: []\nmore: 1\n', birch)).toBe(
      'adopters:\n  - name: Birch\n    url: https://birch.example\nmore: 1\n',
    );
    expect(withAdded('yaml', '[]\n', birch)).toBe(birchLines);
    const fields = { Company: { role: 'name' }, Site: { role: 'homepage' } } as const;
    expect(withAdded('yaml', 'users:\n', birch, { within: 'users', fields })).toBe(
      'users:\n  - Company: Birch\n    Site: https://birch.example\n',
    );
  });

  it('is not kept from it by an anchor in another entry, which is copied nowhere', () => {
    const text = `${anvil}- name: &yet\n  url: y\n`;
    expect(withAdded('yaml', text, birch)).toBe(text + birchLines);
  });

  it.each([
    ['a name with a tag', values('Birch <b>'), 'name', '<b>'],
    ['an emphasized text', values('Birch', { text: 'We *love* it.' }), 'text', '*love*'],
    ['a template', values('Birch', { text: 'a {{ x }} b' }), 'text', '{{ x }} b'],
    ['a reference', values('A &amp; B'), 'name', '&amp;'],
  ])('refuses %s, for nobody knows how the page shows it', (_, given, name, found) => {
    const text = '- name: Anvil\n  url: u\n  text: Forges.\n';
    const edit = adding('yaml', text, given);
    expect(edit).toMatchObject({
      ok: false,
      problems: [{ code: 'list-text-markup', field: 'data/adopters.yml', values: { name, found } }],
    });
  });

  it('lets links, emphasis and code through where the configuration says so, and nothing else', () => {
    const text = '- name: Anvil\n  text: Forges.\n';
    const add = (words: string) =>
      adding('yaml', text, values('Birch', { text: words }), { markup: 'inline' });
    const words = 'We *love* `it`, [see](https://birch.example).';
    expect(add(words)).toMatchObject({
      ok: true,
      value: { text: `${text}- name: Birch\n  text: ${words}\n` },
    });
    for (const refused of ['![x](https://a.example/x.png)', '[x](javascript:x)', 'a <b>', '# x']) {
      expect(problemsOf(add(refused))).toEqual(['list-text-markup']);
    }
  });

  it('lets an address be one, whatever is in it, unless it would be a link to something else', () => {
    const text = '- name: Anvil\n  shop: https://a.example\n';
    const at = { fields: { name: { role: 'name' }, shop: { role: 'none' } } } as const;
    const add = (shop: string) => adding('yaml', text, values('Birch', { fields: { shop } }), at);
    expect(problemsOf(add('https://birch.example/a?b=C-_-D-_-E&f=1'))).toEqual([]);
    for (const shop of [
      'https://b.example/[x](javascript:x)',
      'https://b.example/&#106;',
      'see _this_',
    ]) {
      expect(problemsOf(add(shop))).toEqual(['list-text-markup']);
    }
  });

  it('lets plain words be plain', () => {
    const text = '- name: Anvil\n  text: Forges.\n';
    for (const words of ['R&D at 3 < 4', 'snake_case and ~10k pods', '5 * 3 * 2', 'a@b.example']) {
      expect(problemsOf(adding('yaml', text, values('1. FC Birch', { text: words })))).toEqual([]);
    }
  });

  it('refuses a field that the list has not, and a value that cannot be written', () => {
    const text = '- name: Anvil\n  url: u\n  story:\n    title: {en: x}\n';
    const fields = (given: Record<string, string>) =>
      problemsOf(adding('yaml', text, values('Birch', { fields: given })));
    expect(fields({ colour: 'green' })).toEqual(['list-field-unknown 1']);
    expect(fields({ story: 'x' })).toEqual(['list-value-not-plain 3']);
    expect(fields({})).toEqual(['list-value-not-plain 3']);
  });
});

describe('an entry of a YAML list', () => {
  const three =
    '# all\n- name: A\n  url: a\n\n# A note on Birch\n- name: Birch\n  url: b # b\n\n# Others\n- name: C\n  url: c\n';

  it('is removed, and what parts the next one with its comment from the others stays', () => {
    const text = '- name: Anvil\n  url: a\n\n# Birch is new\n- name: Birch\n  url: b\n';
    const three = text.replace('\n\n', '\n- name: Cedar\n  url: c\n\n');
    expect(withRemoved('yaml', three, 'Cedar')).toBe(text);
  });

  it('is removed with the comment that names it, and no other', () => {
    expect(withRemoved('yaml', three, 'Birch')).toBe(
      '# all\n- name: A\n  url: a\n\n# Others\n- name: C\n  url: c\n',
    );
    expect(withRemoved('yaml', three, 'A')).toBe(three.replace('- name: A\n  url: a\n\n', ''));
    expect(withRemoved('yaml', three, 'C')).toBe(three.replace('- name: C\n  url: c\n', ''));
  });

  it('leaves an empty list when it was the only one', () => {
    expect(withRemoved('yaml', 'users:\n  - name: A\n    url: a\nx: 1\n', 'A')).toBe(
      'users: []\nx: 1\n',
    );
    expect(withRemoved('yaml', '- name: A\n  url: a', 'A')).toBe('[]');
  });

  it('is changed where something else is given, and nowhere else', () => {
    const changed = (given: Partial<EntryValues>) => withReplaced('yaml', three, 'Birch', given);
    expect(changed({ homepage: 'new' })).toBe(three.replace('url: b #', 'url: new #'));
    expect(changed({ company: 'No' })).toBe(three.replace('name: Birch', 'name: "No"'));
    expect(changed({ homepage: 'b', company: 'Birch' })).toBe(three);
  });

  it('keeps the quotes of a string that is changed', () => {
    const text = "- name: A\n- name: 'B'\n- name: C\n- name: D\n";
    expect(withReplaced('yaml', text, 'B', { company: 'E' })).toBe(text.replace("'B'", "'E'"));
  });

  it('gets a key that others have', () => {
    const text = '- name: A\n  url: a\n  text: x\n- name: B\n  url: b\n';
    expect(withReplaced('yaml', text, 'B', { text: 'new' })).toBe(`${text}  text: new\n`);
  });

  it('is left alone where it has an anchor or an alias', () => {
    const text = '- name: A\n  url: &u a\n- name: B\n  url: *u\n';
    const list = read('yaml', text);
    for (const company of ['A', 'B']) {
      const entry = entryIn(list, company);
      const line = company === 'A' ? 2 : 4;
      expect(problemsOf(list.format.replace(list, entry, { homepage: 'x' }))).toEqual([
        `list-marked ${line}`,
      ]);
      expect(problemsOf(list.format.remove(list, entry, { leaveGap: false }))).toEqual([
        `list-marked ${line}`,
      ]);
    }
  });

  it('shows its markup to those who judge it', () => {
    const list = read('yaml', '- name: A\n  description: "a \\"b\\""\n  url: u\n');
    expect(list.format.parts(list, entryIn(list, 'A'))).toMatchObject([
      { role: 'other', markup: 'A', language: 'markdown' },
      { role: 'text', markup: 'a "b"' },
      { role: 'other', markup: 'u' },
    ]);
  });
});
