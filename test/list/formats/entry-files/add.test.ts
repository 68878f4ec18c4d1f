import { describe, expect, it } from 'vitest';
import { entryFiles } from '../../../../src/list/formats/entry-files/entry-files.ts';
import { valueFrom, values } from '../edited-lists.ts';
import { added, adding, type Files, readFolder } from './folders.ts';

const yaml: Files = {
  'data/adopters/alder.yaml':
    '# SPDX-License-Identifier: Apache-2.0\nname: Alder\nurl: "https://alder.example"\ndescription: >-\n  Plans trains.\ncontact: \'@alder\'\n',
  'data/adopters/brightwater.yaml':
    '# SPDX-License-Identifier: Apache-2.0\nname: Brightwater\nurl: "https://brightwater.example"\ndescription: >-\n  Reads meters.\ncontact: \'@bright\'\n',
};

const dovetail = values('Dovetail & Sons', {
  homepage: 'https://dovetail.example',
  text: 'Cuts joints: well.',
  fields: { contact: '@dove' },
});

describe('a new entry in a folder of YAML files', () => {
  it('has the comment above, the order of keys and the quotes of the others', () => {
    expect(added('data/adopters/*.yaml', yaml, dovetail)).toEqual({
      'data/adopters/dovetail-sons.yaml':
        '# SPDX-License-Identifier: Apache-2.0\nname: Dovetail & Sons\nurl: "https://dovetail.example"\ndescription: >-\n  Cuts joints: well.\ncontact: \'@dove\'\n',
    });
  });

  it('begins as a document, ends without a line end and has CRLF where the others do', () => {
    const files = {
      'users/a.yml': '---\r\nname: A\r\nurl: https://a.example',
      'users/b.yml': '---\r\nname: B\r\nurl: https://b.example',
    };
    const company = values('C', { homepage: 'https://c.example' });
    expect(added('users/*.yml', files, company)).toEqual({
      'users/c.yml': '---\r\nname: C\r\nurl: https://c.example',
    });
  });

  it('does not copy a comment that only one of them has, for it may be about that company', () => {
    const files = {
      'users/a.yml': '# A is our first user\nname: A # really\nurl: https://a.example # old\n',
    };
    const company = values('C', { homepage: 'https://c.example' });
    expect(added('users/*.yml', files, company)).toEqual({
      'users/c.yml': 'name: C\nurl: https://c.example\n',
    });
  });

  it('explains its keys with the comments that all others have', () => {
    const file = (name: string) =>
      `name: ${name} # as on your website\n\n# Where people find you\nurl: https://${name.toLowerCase()}.example\n`;
    const files = { 'users/a.yml': file('A'), 'users/b.yml': file('B') };
    const company = values('C', { homepage: 'https://c.example' });
    expect(added('users/*.yml', files, company)).toEqual({ 'users/c.yml': file('C') });
  });

  it('gets the next number by which entries are ordered, and what repeats the name of its file', () => {
    const files = {
      'users/alder.yml':
        'name: Alder\nurl: https://alder.example\nweight: 10\npermalink: /users/alder/\n',
      'users/birch.yml':
        'name: Birch\nurl: https://birch.example\nweight: 30\npermalink: /users/birch/\n',
      'users/cedar.yml':
        'name: Cedar\nurl: https://cedar.example\nweight: 20\npermalink: /users/cedar/\n',
    };
    const company = values('Oak Tree', { homepage: 'https://oak.example' });
    expect(added('users/*.yml', files, company)).toEqual({
      'users/oak-tree.yml':
        'name: Oak Tree\nurl: https://oak.example\nweight: 40\npermalink: /users/oak-tree/\n',
    });
  });

  it('names a further picture after itself only if that is its logo', () => {
    const files = Object.fromEntries(
      ['alder', 'birch', 'cedar'].map((stem) => [
        `users/${stem}.yml`,
        `name: ${stem}\nlogo: /img/${stem}.svg\ncard: /img/${stem}.svg\n`,
      ]),
    );
    const logo = (address: string) =>
      added('users/*.yml', files, values('Oak', { logo: address }))['users/oak.yml'];
    expect(logo('')).toBe('name: Oak\n');
    expect(logo('/img/oak.svg')).toBe('name: Oak\nlogo: /img/oak.svg\ncard: /img/oak.svg\n');
    expect(logo('/img/oak.png')).toBe('name: Oak\nlogo: /img/oak.png\ncard: /img/oak.png\n');
  });
});

describe('a new entry in a folder of JSON files', () => {
  it('is indented as the others are', () => {
    const files = {
      'src/users/alder.json': '{\n    "name": "Alder",\n    "url": "https://alder.example"\n}\n',
    };
    const company = values('Birch "B"', { homepage: 'https://birch.example' });
    expect(added('src/users/*.json', files, company)).toEqual({
      'src/users/birch-b.json':
        '{\n    "name": "Birch \\"B\\"",\n    "url": "https://birch.example"\n}\n',
    });
  });
});

const collection: Files = {
  '_users/alder.md':
    '---\ntitle: Alder\nlink: https://alder.example\nlayout: user\n---\n\nPlans trains.\n',
  '_users/birch.md':
    '---\ntitle: Birch\nlink: https://birch.example\nlayout: user\n---\n\nReads meters.\n',
  '_users/cedar.md':
    '---\ntitle: Cedar\nlink: https://cedar.example\nlayout: user\n---\n\nSells **wood** to [all](https://cedar.example).\n',
};

describe('a new entry in a folder of Markdown files', () => {
  it('has its text below the front matter where the others do, as a paragraph that does nothing', () => {
    const company = values('Oak', {
      homepage: 'https://oak.example',
      text: '# Not a {{< heading >}} of <b>ours</b>.',
    });
    expect(added('_users/*.md', collection, company)).toEqual({
      '_users/oak.md':
        '---\ntitle: Oak\nlink: https://oak.example\nlayout: user\n---\n\n&num; Not a &lcub;&lcub;&lt; heading >&#125;&#125; of &lt;b>ours&lt;/b>.\n',
    });
  });

  it('has none where the text is a key, and repeats what is the same in all files', () => {
    const files = Object.fromEntries(
      ['Alder', 'Birch'].map((name) => [
        `content/users/${name.toLowerCase()}/index.md`,
        `---\ntitle: "${name}"\nwebsite: "https://${name.toLowerCase()}.example"\nsummary: "Wood."\n---\n{{< user >}}\n`,
      ]),
    );
    const company = values('Oak', { homepage: 'https://oak.example', text: 'Trees.' });
    expect(added('content/users/*/index.md', files, company)).toEqual({
      'content/users/oak/index.md':
        '---\ntitle: "Oak"\nwebsite: "https://oak.example"\nsummary: "Trees."\n---\n{{< user >}}\n',
    });
  });
});

describe('the first entry of a folder', () => {
  const fields = {
    name: { role: 'name' },
    website: { role: 'homepage' },
    about: { role: 'text' },
  } as const;
  const company = values('Oak', { homepage: 'https://oak.example', text: 'Trees.' });

  it.each([
    ['users/*.yml', 'users/oak.yml', 'name: Oak\nwebsite: https://oak.example\nabout: Trees.\n'],
    [
      'users/*.json',
      'users/oak.json',
      '{\n  "name": "Oak",\n  "website": "https://oak.example",\n  "about": "Trees."\n}\n',
    ],
    [
      'users/*/index.md',
      'users/oak/index.md',
      '---\nname: Oak\nwebsite: https://oak.example\nabout: Trees.\n---\n',
    ],
  ])('has the keys of the configuration, in %s', (path, file, text) => {
    expect(added(path, {}, company, { fields })).toEqual({ [file]: text });
  });
});

describe('a new entry among posts whose names begin with a date', () => {
  const post = (name: string, date: string, stem: string) =>
    `---\nlayout: adopter\ntitle: ${name}\nlink: https://${stem}.example\ndate: ${date}\npermalink: /adopters/${stem}/\n---\n`;
  const oak = values('Oak & Elm', { homepage: 'https://oak.example', date: '2026-03-04' });

  it('has today’s date in its name and in its keys, and its own name elsewhere', () => {
    const posts = {
      '_posts/2023-11-30-alder.md': post('Alder', '2023-11-30', 'alder'),
      '_posts/2024-05-01-birch.md': post('Birch', '2024-05-01', 'birch'),
      '_posts/2024-05-02-cedar.md': post('Cedar', '2024-05-02', 'cedar'),
    };
    expect(readFolder('_posts/*.md', posts).fields.map(({ name }) => name)).toEqual([
      'title',
      'link',
    ]);
    expect(added('_posts/*.md', posts, oak)).toEqual({
      '_posts/2026-03-04-oak-elm.md': post('Oak & Elm', '2026-03-04', 'oak-elm').replace(
        'oak-elm.example',
        'oak.example',
      ),
    });
  });

  it('has the date alone where the others have times of their own', () => {
    const posts = {
      '_posts/2023-11-30-alder.md': post('Alder', '2023-11-30 10:00:00 +0100', 'alder'),
      '_posts/2024-05-01-birch.md': post('Birch', '2024-05-01 09:30:00 +0200', 'birch'),
    };
    expect(Object.values(added('_posts/*.md', posts, oak))[0]).toContain('\ndate: 2026-03-04\n');
  });
});

describe('what is beside an entry of a folder', () => {
  const weighted = (weights: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(weights).map(([stem, weight]) => [
        `users/${stem}.yml`,
        `name: ${stem}\nurl: https://${stem}.example\n${weight}`,
      ]),
    );
  const around = (weights: Readonly<Record<string, string>>) => {
    const files = weighted(weights);
    const edit = valueFrom(
      adding('users/*.yml', files, values('birch', { homepage: 'https://b.example' })),
    );
    const { entries, position, orderedBy } = entryFiles.around(edit.list, edit.place);
    return { names: entries.map((entry) => entry?.company), position, orderedBy };
  };

  it('is by the key that orders the files, of which some entries have none', () => {
    expect(around({ alder: 'weight: 30\n', cedar: 'weight: 10\n', dill: 'weight: 20\n' })).toEqual({
      names: ['alder', 'birch'],
      position: 1,
      orderedBy: 'weight',
    });
    expect(
      around({ alder: '', cedar: 'weight: 10\n', dill: 'weight: 20\n', elm: 'weight: 30\n' }),
    ).toEqual({ names: ['elm', 'birch'], position: 1, orderedBy: 'weight' });
  });

  it('is by the names of the files where no key orders them, or all have the same number', () => {
    const expected = { names: ['alder', 'birch', 'cedar'], position: 1, orderedBy: '' };
    expect(around({ alder: '', cedar: '', dill: '' })).toEqual(expected);
    expect(around({ alder: 'weight: 1\n', cedar: 'weight: 1\n', dill: 'weight: 1\n' })).toEqual(
      expected,
    );
  });
});
