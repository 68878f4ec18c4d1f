import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openCheckout } from '../../src/checkout/checkout.ts';
import { sourceTreeOf } from '../../src/checkout/source-tree.ts';
import { formatIds } from '../../src/config/configuration.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { readForm } from '../../src/form/read-form.ts';
import { describeSetup } from '../../src/setup/describe-setup.ts';
import { type SetupReport, setUp } from '../../src/setup/set-up.ts';
import { type SetupNote, setupNoteCodes } from '../../src/setup/setup-notes.ts';
import { loadTemplates } from '../../src/templates.ts';
import { needed } from '../form/forms.ts';
import { checkoutOf, folderWith } from '../support/folders.ts';
import { companiesOf, logoPage } from '../support/logo-page.ts';
import { placeholdersOf } from '../words/placeholders.ts';
import {
  logoFiles,
  reportFor,
  setUpFiles,
  someData,
  someList,
  somePage,
  someTable,
  templates,
} from './site.ts';

const english = loadTemplates('en');
const chinese = loadTemplates('zh');

async function reportIn(folder: string): Promise<SetupReport> {
  const checkout = await openCheckout(folder);
  const report = checkout && (await setUp(sourceTreeOf(checkout), { force: false, templates }));
  if (!report?.ok) throw new Error('refused');
  return report.value;
}

async function warningsIn(folder: string): Promise<readonly SetupNote[]> {
  return (await reportIn(folder)).notes.filter(({ code }) => code === 'below-root');
}

const hugoSite = {
  'docs/content/about/powered-by.md': somePage,
  'docs/content.zh/about/powered-by.md': somePage,
  'docs/content/about/other.md': '---\ntitle: "tables:"\n---\n<img src=x>',
  'docs/content/_index.md': '# Home',
  ...logoFiles('docs/static/img/poweredby', [600, 250, 600]),
};

describe('setUp on a Hugo site with a page in each of two locales', () => {
  it('finds the pages, the table and the logos without an answer', async () => {
    const { configuration } = await reportFor(hugoSite);
    expect(configuration).toMatchObject({
      pages: {
        en: 'docs/content/about/powered-by.md',
        zh: 'docs/content.zh/about/powered-by.md',
      },
      sourceLocale: 'en',
      within: 'powered-by',
      logo: {
        need: 'required',
        directory: 'docs/static/img/poweredby',
        url: '/img/poweredby',
        file: '{slug}-logo.png',
        size: 600,
      },
      order: 'append',
      language: 'en',
    });
  });

  it('gives the configuration and the form to write, and writes nothing', async () => {
    const checkout = await checkoutOf(hugoSite);
    const report = await setUp(sourceTreeOf(checkout), { force: false, templates });
    if (!report.ok) throw new Error('refused');
    const [configuration, form] = report.value.changes.map(({ path, content }) => ({
      path,
      content: String(content),
    }));
    expect(configuration?.path).toBe('.github/poweredby.yml');
    expect(readConfiguration(configuration?.content ?? '')).toEqual({
      ok: true,
      value: report.value.configuration,
    });
    expect(form?.path).toBe('.github/ISSUE_TEMPLATE/powered-by.yml');
    const fields = readForm(form?.content ?? '', needed);
    expect(fields.ok && fields.value.map(({ id }) => id)).toContain('description-zh');
    expect(existsSync(join(checkout.root, '.github'))).toBe(false);
  });

  it('tells what it found, and that the page is in alphabetical order', async () => {
    const lines = describeSetup(await reportFor(hugoSite), english);
    expect(lines).toEqual([
      'Page (en): docs/content/about/powered-by.md, companies: 5. It is the source: companies describe themselves in its language.',
      'Page (zh): docs/content.zh/about/powered-by.md, companies: 5.',
      'Table: powered-by.',
      'Logos: docs/static/img/poweredby, which has 3 of the 5 logo files that the list uses. There, their addresses start with /img/poweredby/.',
      'Names of new logo files: {slug}-logo.png. Apart from the extension, 5 of 5 companies have such a name.',
      'Size of new logos: 600 × 600 pixels, the proportions of 3 of the existing ones.',
      'Project: unknown, so sentences say “this project”. Set “project”, then run poweredby init --form: the issue form also contains the name.',
      'Order: append, so a new company takes the next free place and nothing else moves. The page is in alphabetical order today. To keep that order, set “order: alphabetical”.',
    ]);
  });

  it('overwrites nothing unless it is told to, and names both files at once', async () => {
    const standing = {
      ...hugoSite,
      '.github/poweredby.yml': '# mine',
      '.github/ISSUE_TEMPLATE/powered-by.yml': '',
    };
    expect(await setUpFiles(standing)).toMatchObject({
      ok: false,
      problems: [
        { code: 'setup-file-exists', field: '.github/poweredby.yml' },
        { code: 'setup-file-exists', field: '.github/ISSUE_TEMPLATE/powered-by.yml' },
      ],
    });
    expect((await setUpFiles(standing, { force: true })).ok).toBe(true);
  });

  it('keeps the project’s name that stood in the configuration, and says so', async () => {
    const standing = (configuration: string) => ({
      ...hugoSite,
      'README.md': '# Kestrel',
      '.github/poweredby.yml': configuration,
    });
    const named = await reportFor(standing('pages: {en: x.md}\nproject: "Osprey: 2"'), {
      force: true,
    });
    expect(named.configuration.project).toBe('Osprey: 2');
    expect(String(named.changes[1]?.content)).toContain('Osprey: 2');
    expect(describeSetup(named, english)).toContain(
      'Project: Osprey: 2, kept from the existing configuration. Everything else in it, except the language, was regenerated: see git diff.',
    );
    for (const other of ['pages: {en: x.md}', 'project: [', 'project: Osprey']) {
      const guessed = await reportFor(standing(other), { force: true });
      expect(guessed.configuration.project).toBe('Kestrel');
    }
  });

  it('tells which locales have links in English for want of a text', async () => {
    const told = async (...locales: string[]) => {
      const pages = locales.map((locale) => [`content/${locale}/p.md`, somePage]);
      const { notes } = await reportFor(Object.fromEntries(pages));
      return notes.find(({ code }) => code === 'link-text-missing')?.values;
    };
    expect(await told('en', 'eo', 'la', 'zh-TW')).toEqual({ locales: 'eo, la' });
    expect(await told('en', 'zh')).toBeUndefined();
  });

  it.each([
    ['a folder', '.git/HEAD'],
    ['a file', '.git'],
  ])('warns below the root of a repository whose .git is %s', async (_what, git) => {
    const root = folderWith({ [git]: '', 'site/content/p.md': somePage });
    const values = { root: realpathSync(root) };
    expect(await warningsIn(join(root, 'site'))).toEqual([{ code: 'below-root', values }]);
    expect(await warningsIn(root)).toEqual([]);
  });

  it('does not warn outside of any repository', async () => {
    expect(await warningsIn(folderWith(hugoSite))).toEqual([]);
  });
});

describe('setUp', () => {
  it('takes the project’s name and the source language from the site', async () => {
    const { configuration } = await reportFor({
      ...hugoSite,
      'docs/config.toml':
        'title = "Kestrel \\"K\\""\nTitle = \'Kestrel: a "K"\'\n[params]\ntitle = "No"\n',
      'docs/hugo.yaml': 'defaultContentLanguage: zh-cn',
    });
    expect(configuration.project).toBe('Kestrel: a "K"');
  });

  it('speaks Chinese where the source locale is Chinese', async () => {
    const { configuration, changes } = await reportFor({
      'content/powered-by.md': somePage,
      'hugo.toml': 'defaultContentLanguage = "zh-cn"',
    });
    expect(configuration).toMatchObject({ sourceLocale: 'zh-cn', language: 'zh' });
    expect(String(changes[1]?.content)).toContain('公司');
  });

  it('takes CRLF pages', async () => {
    const page = logoPage(companiesOf('Birch', 'Alder'), { newline: '\r\n' });
    const { configuration, notes } = await reportFor({ 'content/p.md': page });
    expect(configuration.pages).toEqual({ en: 'content/p.md' });
    expect(notes.map(({ code }) => code)).toContain('order-append');
  });

  it('says where new logos will go when no folder holds the old ones', async () => {
    const { configuration, notes } = await reportFor({ 'site/content/p.md': somePage });
    expect(configuration.logo).toMatchObject({
      directory: 'site/static/img/poweredby',
      url: '/img/poweredby',
      size: 600,
    });
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['logos-not-found', 'logo-size-guessed']),
    );
  });

  it('reads an empty page of a further locale as one', async () => {
    const { configuration } = await reportFor({
      'content/en/p.md': somePage,
      'content/de/p.md': logoPage([]),
      'content/fr/p.md': '---\ntitle: none\n---\n',
    });
    expect(configuration.pages).toEqual({ en: 'content/en/p.md', de: 'content/de/p.md' });
  });

  it('takes the fullest of several tables and tells which it left out', async () => {
    const small = logoPage(companiesOf('Fir'), { table: 'sponsors' });
    const { configuration, notes } = await reportFor({
      'content/a-sponsors.md': small,
      'content/p.md': somePage,
      'versions/1.0/content/p.md': somePage,
    });
    expect(configuration.pages).toEqual({ en: 'content/p.md' });
    expect(notes.filter(({ code }) => code === 'other-table').map(({ values }) => values)).toEqual([
      { table: 'powered-by', path: 'versions/1.0/content/p.md', companies: 5 },
      { table: 'sponsors', path: 'content/a-sponsors.md', companies: 1 },
    ]);
  });

  it('tells a page that cannot be edited, and goes on with the others', async () => {
    const broken = somePage.replace('id: "column2"', 'name: "column2"');
    const report = await reportFor({ 'content/p.md': somePage, 'content.zh/p.md': broken });
    expect(report.configuration.locales).toEqual(['en']);
    expect(report.problems).toMatchObject([
      { code: 'page-columns-without-ids', field: 'content.zh/p.md' },
    ]);
    expect(report.problems).toHaveLength(1);
  });

  it('says which page could have been one, and why it is none', async () => {
    const toml = `+++\n[[tables.powered-by.rows]]\ncolumn1 = "<img src='a.png' alt='A'>"\n+++\n`;
    expect(await setUpFiles({ 'content/p.md': toml, 'README.md': '# Kestrel' })).toMatchObject({
      ok: false,
      problems: [{ code: 'page-front-matter-format', field: 'content/p.md' }],
    });
    expect((await setUpFiles({})).ok).toBe(false);
  });

  it('executes no page, and is not led astray by one', async () => {
    const hostile = {
      'a.md': '---js\nglobalThis.wasExecuted = true; const tables = "<img";\n---\n',
      'b.md': `---\na: &a [x, x]\ntables: &b\n  t: {rows: [*a, *b]}\n---\n`,
      'c.md': '---\ntables: [\n---\n<img>',
      'd.md': '---\ntables:\n  t: {cols: 1, rows: {a: 1}}\n  u:\n---\n',
      'e.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff]),
      'f.md': '',
    };
    const { configuration } = await reportFor({ ...hostile, 'content/p.md': somePage });
    expect(configuration.pages).toEqual({ en: 'content/p.md' });
    expect(globalThis).not.toHaveProperty('wasExecuted');
  });

  it('says why a path cannot be named in a configuration', async () => {
    expect(await setUpFiles({ 'my site/content/p.md': somePage })).toMatchObject({
      ok: false,
      problems: [{ code: 'configuration-path-unsafe' }],
    });
  });

  it('stops looking in a huge repository, and says so', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`deep/${index}/x.md`, '']),
    );
    const files = { ...many, 'content/p.md': somePage };
    const report = await reportFor(files, { limit: 40 });
    expect(describeSetup(report, english).at(-1)).toContain('Only the first 40 files');
    expect(await setUpFiles(files, { limit: 2 })).toMatchObject({
      problems: [{ code: 'setup-no-page', values: { limit: 2 } }],
    });
    expect((await reportFor(files)).notes.map(({ code }) => code)).not.toContain('incomplete');
  });
});

describe('The words for what set-up found', () => {
  it.each([english, chinese])('are there for each note and no other in $language', ({ setup }) => {
    expect(Object.keys(setup).sort()).toEqual(
      [
        ...setupNoteCodes,
        ...formatIds.map((id) => `format-${id}`),
        'choice',
        'page-unreadable',
      ].sort(),
    );
  });

  it('name the same values in both languages', () => {
    for (const [code, sentence] of Object.entries(english.setup)) {
      expect(placeholdersOf(chinese.setup[code] ?? '')).toEqual(placeholdersOf(sentence));
    }
  });

  it('name only values that the notes have', async () => {
    const much = `# Who uses it?\n\n${'Words. '.repeat(100_000)}`;
    const many = Object.fromEntries([...'abcdefgh'].map((name) => [`${name}.md`, much]));
    const rows = ['Name  | Case', '----- | ----', 'Anvil | x   ', 'Birch | y   ', 'Elm   | z   '];
    const part = rows.map((row) => `| ${row} |\n`).join('');
    const padded = `# Used by vendors\n\n${part}\n# Used by others\n\n${part.replace('Elm', 'Al ')}`;
    const reports = [
      await reportFor({ ...hugoSite, 'README.md': '# Kestrel' }),
      await reportFor({ ...hugoSite, 'docs/content.la/about/powered-by.md': somePage }),
      await reportFor(
        { ...hugoSite, '.github/poweredby.yml': 'pages: {en: x.md}\nproject: Osprey' },
        { force: true },
      ),
      await reportIn(join(folderWith({ '.git': '', 'a/p.md': somePage }), 'a')),
      await reportFor(
        {
          'a/p.md': logoPage(companiesOf('Fir')),
          'content/p.md': logoPage(
            ['B', 'A'].map((name, at) => ({ name: `${name}${name}`, logo: `/x/${at}q.svg` })),
          ),
          'x/x/x/x.md': '',
        },
        { limit: 6 },
      ),
      await reportFor({
        'ADOPTERS.md': someTable.replaceAll('Hazel', 'Aspen'),
        'README.md': someList,
      }),
      await reportFor({
        'README.md': padded,
        '.prettierrc': '',
      }),
      await reportFor(
        { 'notes.yml': someData.replace(/ +logo: birch.svg\n/, '') },
        { list: 'notes.yml' },
      ),
      await reportFor({ 'README.md': someList.replace('Forges', 'See `x`. Forges') }),
      await reportFor({ 'ADOPTERS.md': someList, ...many }),
      await reportFor({
        'data/adopters.yml': '- name: Fir\n  url: u\n  logo: https://fir.example/f.png\n',
      }),
      await reportFor({
        'customers/logos.yml': someData.replace('adopters', 'entries'),
        'img/anvil.svg': Buffer.from('<svg viewBox="0 0 3 1"/>'),
        'img/birch.svg': Buffer.from('<svg viewBox="0 0 9 1"/>'),
      }),
      await reportFor(
        { 'customers/fir.yml': 'name: Fir\nurl: https://fir.example\n' },
        { list: 'customers' },
      ),
    ];
    const notes = reports.flatMap((report) => report.notes);
    expect(new Set(notes.map(({ code }) => code))).toEqual(new Set(setupNoteCodes));
    for (const { code, values } of notes) {
      const named = placeholdersOf(english.setup[code] ?? '');
      expect(Object.keys(values)).toEqual(expect.arrayContaining([...named]));
    }
  });
});

describe('The commented-out keys of a written configuration', () => {
  it('show the defaults', async () => {
    const { changes, configuration } = await reportFor(hugoSite);
    const text = String(changes[0]?.content).replace(/^# ((?:\w[\w-]*:| {2}\w+:) .*)$/gm, '$1');
    const uncommented = text.replace('# link-text:\n', 'link-text:\n');
    const read = readConfiguration(uncommented);
    expect(Object.keys(parse(uncommented))).toEqual(
      expect.arrayContaining(['project', 'link-text', 'label', 'open', 'commit', 'quota']),
    );
    const shown = Object.entries(templates.linkTexts).filter(
      ([locale]) => locale in configuration.pages,
    );
    const linkText = Object.fromEntries(shown);
    const commit = { add: templates.message(configuration.language) };
    expect(read).toEqual({ ok: true, value: { ...configuration, linkText, commit } });
  });
});

const real = join(import.meta.dirname, '../../../shared/data/flink');

describe.skipIf(!existsSync(real))('setUp on a real site', () => {
  it('needs no answers', async () => {
    const page = (locale: string) => readFileSync(join(real, `powered-by.${locale}.md`));
    const logos = globSync(join(real, 'logos/*')).map((file) => [
      `docs/static/img/poweredby/${basename(file)}`,
      readFileSync(file),
    ]);
    const report = await reportFor({
      'docs/content/what-is-flink/powered-by.md': page('en'),
      'docs/content.zh/what-is-flink/powered-by.md': page('zh'),
      ...Object.fromEntries(logos),
    });
    expect(report.configuration).toMatchObject({
      pages: {
        en: 'docs/content/what-is-flink/powered-by.md',
        zh: 'docs/content.zh/what-is-flink/powered-by.md',
      },
      sourceLocale: 'en',
      within: 'powered-by',
      logo: {
        need: 'required',
        directory: 'docs/static/img/poweredby',
        url: '/img/poweredby',
        file: '{slug}-logo.png',
        size: 600,
      },
      order: 'append',
    });
    const codes = report.notes.map(({ code }) => code);
    expect(codes).toContain('order-alphabetical');
    expect(codes).not.toContain('other-table');
  });
});
