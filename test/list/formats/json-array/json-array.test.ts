import { describe, expect, it } from 'vitest';
import { jsonArray } from '../../../../src/list/formats/json-array/json-array.ts';
import { adding, read, withAdded, withRemoved, withReplaced } from '../../data/data-lists.ts';
import { problemsOf, values } from '../edited-lists.ts';

const birch = values('Birch', { homepage: 'https://birch.example' });

function find(text: string, path = 'src/data/adopters.json') {
  return jsonArray.find({ path, text });
}

/** A list with one company and with Birch, as `JSON.stringify` writes it. */
function indented(indentation: string, ...companies: [string, string][]): string {
  return JSON.stringify(
    companies.map(([name, url]) => ({ name, url })),
    null,
    indentation,
  );
}

describe('a list in a JSON file', () => {
  it('is one of several groups of a file, or named by the keys to it', () => {
    const text =
      '{"meta": [{"name": "A", "icon": "a.png"}], "others": [{"name": "B", "icon": "b.png"}]}';
    expect(find(text).lists).toMatchObject([
      {
        at: {},
        groups: ['meta', 'others'],
        fields: [{ role: 'name' }, { role: 'logo' }],
        entries: [
          { company: 'A', group: 'meta' },
          { company: 'B', group: 'others', logo: 'b.png' },
        ],
      },
    ]);
    expect(read('json', text, { within: 'others' }).entries).toHaveLength(1);
  });

  it.each([
    ['yes', 'No', 'none'],
    ['yes', 'a.png', 'logo'],
    ['a', 'b', 'logo'],
  ])(
    'has logos below a key that speaks of them unless they only say yes or no: %s, %s',
    (one, other, role) => {
      const text = JSON.stringify([
        { name: 'A', logo_use: one },
        { name: 'B', logo_use: other },
      ]);
      expect(find(text).lists[0]?.fields[1]?.role).toBe(role);
    },
  );

  it.each([
    [
      'two blanks',
      indented('  ', ['Anvil', 'a']),
      indented('  ', ['Anvil', 'a'], ['Birch', 'https://birch.example']),
    ],
    [
      'tabs',
      indented('\t', ['Anvil', 'a']),
      indented('\t', ['Anvil', 'a'], ['Birch', 'https://birch.example']),
    ],
    [
      'one line',
      indented('', ['Anvil', 'a']),
      indented('', ['Anvil', 'a'], ['Birch', 'https://birch.example'])
        .replace('},{', '},\n{')
        .replace('":"B', '":"B'),
    ],
    [
      'a line for each',
      '[\n  { "name": "Anvil", "url": "a" },\n  { "name": "Cedar", "url": "c" }\n]',
      '[\n  { "name": "Anvil", "url": "a" },\n  { "name": "Cedar", "url": "c" },\n  { "name": "Birch", "url": "https://birch.example" }\n]',
    ],
    [
      'joined entries',
      '[{\n  "name": "Anvil",\n  "url": "a"\n}, {\n  "name": "Cedar",\n  "url": "c"\n}]\n',
      '[{\n  "name": "Anvil",\n  "url": "a"\n}, {\n  "name": "Cedar",\n  "url": "c"\n}, {\n  "name": "Birch",\n  "url": "https://birch.example"\n}]\n',
    ],
    [
      'CRLF',
      '[\r\n  {\r\n    "name": "Anvil"\r\n  }\r\n]\r\n',
      '[\r\n  {\r\n    "name": "Anvil"\r\n  },\r\n  {\r\n    "name": "Birch"\r\n  }\r\n]\r\n',
    ],
  ])('gets an entry with %s like its neighbours', (_, before, after) => {
    const { text } = { text: withAdded('json', before, birch) };
    expect(JSON.parse(text)).toEqual(JSON.parse(after));
    expect(text).toBe(after);
  });

  it('gets numbers, words and lists as others have them', () => {
    const entry =
      '{\n  "name": "Anvil",\n  "url": "u",\n  "pinned": true,\n  "tags": [\n    "a",\n    "b"\n  ]\n}';
    const fields = { pinned: 'false', tags: 'c, d' };
    expect(withAdded('json', `[${entry}]`, values('Birch', { homepage: 'v', fields }))).toBe(
      `[${entry},\n${entry.replace('Anvil', 'Birch').replace('"u"', '"v"').replace('true', 'false').replace('"a"', '"c"').replace('"b"', '"d"')}]`,
    );
  });

  it('gets true where entries of other groups alone have it', () => {
    const group = (names: string, last = '') =>
      [...names].map(
        (name) => `{"name":"${name}","url":"u"${name === last ? ',"pinned":true' : ''}}`,
      );
    const text = `{"a":[${group('ABCD')}],"b":[${group('EFGH', 'F')}]}`;
    const given = values('I', { homepage: 'u', group: 'a', fields: { pinned: 'true' } });
    expect(withAdded('json', text, given)).toBe(
      text.replace('],"b"', ',{"name":"I","url":"u","pinned":true}],"b"'),
    );
  });

  it('gets a number again where it had words for a while', () => {
    const text = '[{"name":"A","year":1999},{"name":"B","year":2001},{"name":"C","year":2002}]';
    const away = withReplaced('json', text, 'A', { fields: { year: 'later' } });
    expect(away).toBe(text.replace('1999', '"later"'));
    expect(withReplaced('json', away, 'A', { fields: { year: '1999' } })).toBe(text);
  });

  it('gets strings that are escaped as others are', () => {
    const text = '[{"name":"\\u00c9lan","url":"https:\\/\\/a.example"}]';
    expect(withAdded('json', text, values('Übel', { homepage: 'https://b.example' }))).toBe(
      '[{"name":"\\u00c9lan","url":"https:\\/\\/a.example"},\n{"name":"\\u00dcbel","url":"https:\\/\\/b.example"}]',
    );
  });

  it('keeps comments and a comma behind the last entry', () => {
    const text =
      '[\n  // Anvil forges.\n  {"name": "Anvil", "url": "a"}, // yes\n  /* The rest */\n  {"name": "Cedar", "url": "c"}, // no\n]\n';
    expect(withAdded('json', text, birch)).toBe(
      text.replace('// no', '// no\n  {"name": "Birch", "url": "https://birch.example"},'),
    );
    expect(withRemoved('json', text, 'Anvil')).toBe(
      '[\n  /* The rest */\n  {"name": "Cedar", "url": "c"}, // no\n]\n',
    );
    expect(withRemoved('json', text, 'Cedar')).toBe(
      '[\n  // Anvil forges.\n  {"name": "Anvil", "url": "a"}, // yes\n  /* The rest */\n]\n',
    );
  });

  it('gets a comma before an entry that a comment follows', () => {
    const text = '[\n  {"name": "Anvil", "url": "a"} // last\n]\n';
    expect(withAdded('json', text, birch)).toBe(
      '[\n  {"name": "Anvil", "url": "a"}, // last\n  {"name": "Birch", "url": "https://birch.example"}\n]\n',
    );
  });

  it('begins with the usual keys where nobody is on it, in the file’s indentation', () => {
    expect(withAdded('json', '{\n    "adopters": []\n}\n', birch)).toBe(
      '{\n    "adopters": [\n        {\n            "name": "Birch",\n            "url": "https://birch.example"\n        }\n    ]\n}\n',
    );
    expect(withAdded('json', '[]', birch)).toBe(
      '[\n  {\n    "name": "Birch",\n    "url": "https://birch.example"\n  }\n]',
    );
  });

  it('has one value changed, and nothing else', () => {
    const text = '[ {"name":"Anvil" , "url": "a"},\n\t{ "name": "Birch","url":"b", } ]';
    expect(withReplaced('json', text, 'Birch', { homepage: 'c' })).toBe(text.replace('"b"', '"c"'));
    expect(withRemoved('json', text, 'Birch')).toBe('[ {"name":"Anvil" , "url": "a"} ]');
    expect(withRemoved('json', text, 'Anvil')).toBe('[ { "name": "Birch","url":"b", } ]');
  });

  it('is read with every kind of value, comments among them', () => {
    const text =
      '[ // all\n  {"name": "Anvil", "url": "u", "rank": -1.5, "on": false, "none": null, "tags": [], "more": {"a": [1, {}]}},\n]';
    const [entry] = read('json', text).entries;
    expect(entry).toMatchObject({ company: 'Anvil', fields: { rank: '-1.5', on: 'false' } });
    expect(withReplaced('json', text, 'Anvil', { fields: { rank: '2', tags: 'a, b' } })).toBe(
      text.replace('-1.5', '2').replace('[]', '["a", "b"]'),
    );
    expect(jsonArray.mayHold({ path: 'a.json', text })).toBe(true);
  });

  it('adds an entry below one that begins on the line of the list’s bracket', () => {
    const text = '[   {\n        "name": "Anvil"\n    }\n]\n';
    const fields = { name: { role: 'name' } } as const;
    expect(withAdded('json', text, values('Birch'), { fields })).toBe(
      '[   {\n        "name": "Anvil"\n    },\n    {\n        "name": "Birch"\n    }\n]\n',
    );
  });

  it('gets a key that no entry has', () => {
    const fields = { name: { role: 'name' }, url: { role: 'homepage' } } as const;
    expect(withAdded('json', '[{"name":"Anvil"}]', birch, { fields })).toBe(
      '[{"name":"Anvil"},\n{"name":"Birch", "url": "https://birch.example"}]',
    );
  });

  it.each([
    ['broken', '[{"name": "A", "url": "u"]', ['list-not-data 1']],
    ['empty', '', ['list-not-data 1']],
    ['with a key twice', '[{"name": "A", "url": "u", "url": "v"}]', ['list-readers-differ 1']],
    [
      'made by a program',
      '{\n"_comment": "Do not edit: made by a.py",\n"a": [{"name": "A", "url": "u"}]}',
      ['list-generated 2'],
    ],
    [
      'made by a program, as an entry says',
      '[{"name": "A", "url": "u"},\n{"//": "DO NOT EDIT", "name": "B", "url": "v"}]',
      ['list-generated 2'],
    ],
    [
      'made by a program, as a key below says in several lines',
      '{"a": [{"name": "A", "url": "u"}],\n"$comment": ["Hello,", "generated by a.py"]}',
      ['list-generated 2'],
    ],
    ['nested without end', '['.repeat(100_000), ['list-too-deep 1']],
  ])('is refused with its line where it is %s', (_, text, problems) => {
    expect(problemsOf(jsonArray.read({ path: 'a.json', text }, {}))).toEqual(problems);
  });

  it('names what generates it', () => {
    const text = '{"_comment": "Generated by scripts/sync.mjs", "a": [{"name": "A", "url": "u"}]}';
    expect(jsonArray.read({ path: 'a.json', text }, {})).toMatchObject({
      problems: [{ values: { found: 'Generated by scripts/sync.mjs' } }],
    });
  });

  it('is edited though an entry’s own text mentions generators', () => {
    const text = '[{"name": "A", "url": "u", "comment": "Pages generated by it.", "notes": ""}]';
    expect(problemsOf(jsonArray.read({ path: 'a.json', text }, {}))).toEqual([]);
  });

  it('is no list of words', () => {
    expect(find('["https://a.example"]').lists).toEqual([]);
    expect(problemsOf(adding('json', '[{"name": "A", "url": "u"}]', values('B <b>')))).toEqual([
      'list-text-markup',
    ]);
  });
});
