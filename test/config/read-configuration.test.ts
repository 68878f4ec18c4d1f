import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config/read-configuration.ts';

function problemsIn(text: string): string[] {
  const result = readConfiguration(text);
  if (result.ok) return [];
  return result.problems.map(
    ({ code, values: { line, key } }) =>
      `${line} ${key ?? ''} ${code.replace('configuration-', '')}`,
  );
}

describe('a configuration', () => {
  it('needs nothing but its pages', () => {
    expect(readConfiguration('pages:\n  en: content/powered-by.md\n')).toEqual({
      ok: true,
      value: {
        path: '.github/poweredby.yml',
        locales: ['en'],
        sourceLocale: 'en',
        pages: { en: 'content/powered-by.md' },
        format: 'front-matter-table',
        within: undefined,
        markup: 'none',
        fields: {},
        group: undefined,
        httpLinks: false,
        reformat: undefined,
        project: 'this project',
        logo: {
          need: 'required',
          directory: 'static/img/poweredby',
          url: '/img/poweredby',
          file: '{slug}-logo.png',
          size: 600,
        },
        linkText: {},
        order: 'as-is',
        label: 'powered-by',
        open: 'automatically',
        commit: {},
        coAuthor: true,
        stateLabels: {},
        pullRequest: {
          branchPrefix: 'poweredby/',
          labels: [],
          assignees: [],
          reviewers: [],
          draft: false,
        },
        language: 'en',
        quota: { submitter: 5, repository: 30 },
      },
    });
  });

  it('calls a project without a name so in its language', () => {
    const projectOf = (text: string) => readConfiguration(`pages: {en: a.md}\n${text}`);
    expect(projectOf('language: zh')).toMatchObject({ value: { project: '本项目' } });
    expect(projectOf('language: zh\nproject: Elm')).toMatchObject({ value: { project: 'Elm' } });
  });

  it('takes a canvas of two sides, and how logos are wanted', () => {
    const settings =
      'size: 500x200\n  keep-svg: true\n  backgrounds: both\n  clear-background: true';
    expect(readConfiguration(`pages:\n  en: a.md\nlogo:\n  ${settings}\n`)).toMatchObject({
      value: {
        logo: {
          size: { width: 500, height: 200 },
          keepSvg: true,
          backgrounds: 'both',
          clearBackground: true,
        },
      },
    });
    expect(readConfiguration('pages:\n  en: a.md\nlogo:\n  size: 300x300\n')).toMatchObject({
      value: { logo: { size: 300 } },
    });
  });

  it.each([
    ['logo: none', 'none'],
    ['logo: {required: false}', 'optional'],
    ['logo: {required: true}', 'required'],
    ['logo: {directory: img}', 'required'],
  ])('says with “%s” whether entries have logos', (line, need) => {
    const read = readConfiguration(`pages: {en: a.md}\nformat: yaml-list\n${line}\n`);
    expect(read).toMatchObject({ value: { logo: { need, size: 600 } } });
  });

  it('keeps the locales in the order of the file, the source locale first', () => {
    const result = readConfiguration('pages:\n  zh: a.md\n  en: b.md\n  pt-BR: c.md\n');
    expect(result).toMatchObject({ value: { locales: ['zh', 'en', 'pt-BR'], sourceLocale: 'zh' } });
  });

  it('takes the key “table” for the list within a page', () => {
    const read = (keys: string) => readConfiguration(`pages: {en: a.md}\n${keys}`);
    expect(read('table: sponsors')).toMatchObject({ value: { within: 'sponsors' } });
    expect(read('table: a\nwithin: b')).toMatchObject({ value: { within: 'b' } });
  });

  it('says how a list is written, and what its columns mean', () => {
    const text = `pages: {en: ADOPTERS.md}
format: markdown-table
within: Adopters
fields:
  Organization: {role: name, homepage: link}
  Environment: {role: status, choices: [Production, Testing], label: Where it runs}
group: {label: Region, choices: [Asia, Europe]}
http-links: true
reformat: table
`;
    expect(readConfiguration(text)).toMatchObject({
      value: {
        format: 'markdown-table',
        within: 'Adopters',
        fields: {
          Organization: { role: 'name', homepage: 'link' },
          Environment: {
            role: 'status',
            choices: ['Production', 'Testing'],
            label: 'Where it runs',
          },
        },
        group: { label: 'Region', choices: ['Asia', 'Europe'] },
        httpLinks: true,
        reformat: 'table',
      },
    });
  });

  it('is read with CRLF, a byte-order mark and comments', () => {
    const text = '\uFEFF# ours\r\npages: # all\r\n  en: a.md\r\nlanguage: zh\r\n';
    expect(readConfiguration(text)).toMatchObject({ ok: true, value: { language: 'zh' } });
  });
});

describe('a mistake in a configuration', () => {
  const pages = 'pages:\n  en: a.md\n';
  const mistakes: [string, string, string[]][] = [
    ['an empty file', '', ['1 pages key-missing']],
    ['no page', 'pages: {}\n', ['1 pages not-a-list-of-pages']],
    ['a list', '- a\n', ['1  not-a-mapping']],
    ['a text where a mapping belongs', `${pages}quota: big\n`, ['3 quota not-a-mapping']],
    ['no logo in a grid of logos', `${pages}logo: none\n`, ['3 logo logo-needed']],
    [
      'logos that are optional in a grid of logos',
      `${pages}logo:\n  required: false\n`,
      ['4 logo.required logo-needed'],
    ],
    ['another word for no logo', `${pages}logo: never\n`, ['3 logo not-one-of']],
    ['a list where a mapping belongs', `${pages}logo: [none]\n`, ['3 logo not-one-of']],
    [
      'a choice twice',
      `${pages}fields:\n  Stage:\n    role: status\n    choices: [Live, Test, Live]\n`,
      ['6 fields.Stage.choices choice-twice'],
    ],
    ...['  Site: {role: none, homepage: {required: true}}\n', '  Site: {role: homepage}\n'].map(
      (site, at): [string, string, string[]] => [
        `settings for the link of a name that ${at ? 'is not the homepage' : 'is no name'}`,
        `${pages}fields:\n${site}  Name: {role: name${at ? ', homepage: {label: Website}' : ''}}\n`,
        [`${at ? '5 fields.Name' : '4 fields.Site'}.homepage homepage-not-in-name`],
      ],
    ),
    [
      'another word for the link of a name',
      `${pages}fields:\n  Name: {role: name, homepage: yes}\n`,
      ['4 fields.Name.homepage not-one-of'],
    ],
    [
      'a misspelt setting of the link of a name',
      `${pages}fields:\n  Name:\n    role: name\n    homepage:\n      require: true\n`,
      ['7 fields.Name.homepage.require key-unknown'],
    ],
    ['a field without a name', `${pages}fields:\n  "": {role: none}\n`, ['4 fields. not-text']],
    ['a group in one word', `${pages}group: Region\n`, ['3 group not-a-mapping']],
    ['a group without choices', `${pages}group: {choices: []}\n`, ['3 group.choices not-text']],
    ['a word that is neither yes nor no', `${pages}http-links: some\n`, ['3 http-links not-text']],
    ['something that is not written anew', `${pages}reformat: all\n`, ['3 reformat not-one-of']],
    ['broken YAML', 'pages: [\n', ['2  not-yaml']],
    ['a key twice', `${pages}label: a\nlabel: b\n`, ['4  not-yaml']],
    ['a format that is none', `${pages}format: csv\n`, ['3 format not-one-of']],
    [
      'a role that is none',
      `${pages}fields:\n  Name: {role: title}\n`,
      ['4 fields.Name.role not-one-of'],
    ],
    ['an alias', 'pages: &a\n  en: a.md\nlink-text: *a\n', ['3  alias']],
    ['a size between pixels', `${pages}logo:\n  size: 1.5\n`, ['4 logo.size not-a-whole-number']],
    ['a size in words', `${pages}logo:\n  size: big\n`, ['4 logo.size not-a-whole-number']],
    ['a canvas far too wide', `${pages}logo:\n  size: 500x9000\n`, ['4 logo.size not-a-size']],
    ['a size far too large', `${pages}logo:\n  size: 90000\n`, ['4 logo.size not-a-whole-number']],
    ['an unknown choice', `${pages}order: random\n`, ['3 order not-one-of']],
    ['a number as text', `${pages}label: 5\n`, ['3 label not-text']],
    ['an empty text', `${pages}project: ""\n`, ['3 project not-text']],
    [
      'a locale that is none',
      'pages:\n  en: a.md\n  "1 2": b.md\n',
      ['3 pages.1 2 locale-unreadable'],
    ],
    [
      'the label of submissions as one of their states',
      `${pages}state-labels:\n  listed: Powered-By\n`,
      ['4 state-labels.listed label-twice'],
    ],
    ...[
      '',
      '/a',
      '-a',
      'a..b',
      'a//b',
      'a/.b',
      'a.lock/b',
      'refs/heads/a',
      'a b',
      '$(a)',
      'é/',
    ].map((prefix): [string, string, string[]] => [
      `a prefix of branches that git does not take: “${prefix}”`,
      `${pages}pull-request:\n  branch-prefix: "${prefix}"\n`,
      ['4 pull-request.branch-prefix branch-prefix-unfit'],
    ]),
    [
      'a state that is none',
      `${pages}state-labels:\n  lost: x\n`,
      ['4 state-labels.lost key-unknown'],
    ],
    ['one page for two locales', `${pages}  zh: a.md\n`, ['3 pages.zh page-twice']],
    [
      'a file name without the slug',
      `${pages}logo:\n  file: x.png\n`,
      ['4 logo.file placeholder-missing'],
    ],
    [
      'a file name that leads elsewhere',
      `${pages}logo:\n  file: "../{slug}.png"\n`,
      ['4 logo.file file-name-unsafe'],
    ],
    [
      'a file name of another format',
      `${pages}logo:\n  file: "{slug}.svg"\n`,
      ['4 logo.file file-name-unsafe'],
    ],
    [
      'a URL that closes its quotes',
      `${pages}logo:\n  url: "/i'onerror=x"\n`,
      ['4 logo.url url-unsafe'],
    ],
    [
      'a placeholder that does not exist',
      `${pages}commit: "Add {compny}"\n`,
      ['3 commit placeholder-unknown'],
    ],
    [
      'a placeholder that does not exist, in one of several messages',
      `${pages}commit:\n  update: "Update {compny}"\n`,
      ['4 commit.update placeholder-unknown'],
    ],
    [
      'a message for no kind of change',
      `${pages}commit: {change: x}\n`,
      ['3 commit.change key-unknown'],
    ],
    [
      'a reviewer who is no login',
      `${pages}pull-request:\n  reviewers: ["@mary"]\n`,
      ['4 pull-request.reviewers.0 not-text'],
    ],
    [
      'a link text for a locale without a page',
      `${pages}link-text:\n  fr: x\n`,
      ['4 link-text.fr locale-unknown'],
    ],
  ];

  it.each(mistakes)('is told with its line and key: %s', (_, text, problems) => {
    expect(problemsIn(text)).toEqual(problems);
  });

  it('is told beside all others', () => {
    expect(problemsIn('pages:\n  en: ../a.md\nlable: x\norder: none\n')).toEqual([
      '2 pages.en path-unsafe',
      '3 lable key-unknown',
      '4 order not-one-of',
    ]);
  });

  it('names the nearest real key', () => {
    const result = readConfiguration(
      `${pages}logo:\n  directroy: x\nlink_text: {}\nfields:\n  Name: {role: name, chioces: [a]}\n`,
    );
    expect(result.ok ? [] : result.problems.map(({ values }) => values['nearest'])).toEqual([
      'directory',
      'link-text',
      'choices',
    ]);
  });

  it('is told of a huge file without reading it', () => {
    expect(problemsIn(`${pages}# ${'x'.repeat(70_000)}`)).toEqual(['undefined  too-large']);
  });
});

describe('a path in a configuration is refused when it', () => {
  const paths = [
    '../a.md',
    'a/../../b.md',
    '/etc/passwd',
    'C:/a.md',
    'a\\b.md',
    './a.md',
    'a//b.md',
    '.github/workflows/x.yml',
    '.GITHUB/x.md',
    '.git/config',
    'sub/.git/hooks',
    '.git./hooks',
    'git~1/hooks',
    '.git\u200c/hooks',
    'a\u0000.md',
    "a'.md",
    '',
  ];
  it.each(paths)('is %j', (path) => {
    const text = `pages:\n  en: ${JSON.stringify(path)}\nlogo:\n  directory: ${JSON.stringify(path)}\n`;
    expect(problemsIn(text)).toEqual(['2 pages.en path-unsafe', '4 logo.directory path-unsafe']);
  });
});
