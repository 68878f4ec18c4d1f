import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/folders.ts';
import { reportFor, setUpFiles } from '../site.ts';

const names = ['Alder', 'Birch', 'Cedar', 'Dill'] as const;

/** A file for each of some companies. */
function filesOf(pathOf: (stem: string) => string, textOf: (name: string) => string): Files {
  return Object.fromEntries(names.map((name) => [pathOf(name.toLowerCase()), textOf(name)]));
}

const yaml = (name: string) =>
  `name: ${name}\nurl: https://${name.toLowerCase()}.example\nlayout: user\nslug: ${name.toLowerCase()}\n`;
const page = (name: string) =>
  `---\ntitle: ${name}\nlink: https://${name.toLowerCase()}.example\n---\n\n${name} plans trains.\n`;

describe('setUp finds a folder with a file for each company', () => {
  it.each<[string, Files, object]>([
    [
      'of YAML, with a README and a template beside',
      {
        ...filesOf((stem) => `data/adopters/${stem}.yaml`, yaml),
        'data/adopters/README.md': '# How to add yourself\n',
        'data/adopters/_template.yaml': 'name:\nurl:\n',
      },
      { pages: { en: 'data/adopters/*.yaml' }, fields: { name: { role: 'name' } } },
    ],
    [
      'of YAML with both endings',
      {
        ...filesOf((stem) => `data/adopters/${stem}.yaml`, yaml),
        'data/adopters/elm.yml': yaml('Elm'),
      },
      { pages: { en: 'data/adopters/*' } },
    ],
    [
      'of JSON',
      filesOf(
        (stem) => `src/users/${stem}.json`,
        (name) => `{"name": "${name}", "logo": "/${name}.png"}`,
      ),
      { pages: { en: 'src/users/*.json' } },
    ],
    [
      'of YAML without addresses',
      filesOf(
        (stem) => `site/adopters/${stem}.yaml`,
        (name) => `name: ${name}\ndescription: It is so.\nsince: 2020\n`,
      ),
      { pages: { en: 'site/adopters/*.yaml' }, fields: { name: { role: 'name' } } },
    ],
    [
      'of a Jekyll collection',
      filesOf((stem) => `_users/${stem}.md`, page),
      { pages: { en: '_users/*.md' }, fields: { body: { role: 'text', required: true } } },
    ],
    [
      'of page bundles, in two languages',
      {
        ...filesOf((stem) => `content/users/${stem}/index.md`, page),
        ...filesOf((stem) => `content/users/${stem}/index.zh.md`, page),
      },
      { pages: { en: 'content/users/*/index.md', zh: 'content/users/*/index.zh.md' } },
    ],
    [
      'in folders of two languages',
      {
        ...filesOf((stem) => `content/en/adopters/${stem}.md`, page),
        ...filesOf((stem) => `content/zh/adopters/${stem}.md`, page),
      },
      { pages: { en: 'content/en/adopters/*.md', zh: 'content/zh/adopters/*.md' } },
    ],
    [
      'in files of two languages',
      {
        ...filesOf((stem) => `content/adopters/${stem}.md`, page),
        ...filesOf((stem) => `content/adopters/${stem}.zh.md`, page),
      },
      { pages: { en: 'content/adopters/*.md', zh: 'content/adopters/*.zh.md' } },
    ],
  ])('%s', async (_what, files, expected) => {
    const { configuration, notes } = await reportFor(files);
    expect(configuration).toMatchObject({ format: 'entry-files', ...expected });
    expect(Object.keys(configuration.fields)).not.toContain('slug');
    expect(Object.keys(configuration.fields)).not.toContain('layout');
    expect(notes.map(({ code }) => code)).toContain('order-files');
  });

  it.each(['some/where/*.yml', 'some/where', './some/where/'])(
    'that is named for nothing only where it is asked for, as %s',
    async (list) => {
      const files = filesOf((stem) => `some/where/${stem}.yml`, yaml);
      const found = await setUpFiles(files);
      expect(found.ok).toBe(false);
      const { configuration } = await reportFor(files, { list });
      expect(configuration.pages).toEqual({ en: 'some/where/*.yml' });
    },
  );

  it('and says why a file of it cannot be read', async () => {
    const files = {
      ...filesOf((stem) => `adopters/${stem}.yml`, yaml),
      'adopters/elm.yml': 'name: [',
    };
    const found = await setUpFiles(files);
    expect(found.ok ? [] : found.problems).toContainEqual(
      expect.objectContaining({ code: 'list-not-data', field: 'adopters/elm.yml' }),
    );
  });

  it('of posts whose names begin with a date, which is not asked for', async () => {
    const { configuration } = await reportFor(
      filesOf(
        (stem) => `_adopters/2024-05-01-${stem}.md`,
        (name) => page(name).replace('---\n\n', 'date: 2024-05-01\n---\n\n'),
      ),
    );
    expect(configuration).toMatchObject({ pages: { en: '_adopters/*.md' } });
    expect(Object.keys(configuration.fields)).toEqual(['title', 'link', 'body']);
  });

  it('but not in folders of years, unless it is asked for one of them', async () => {
    const files = {
      ...filesOf((stem) => `content/adopters/2023/${stem}.md`, page),
      ...filesOf((stem) => `content/adopters/2024/05/${stem}-2.md`, page),
      ...filesOf((stem) => `content/users/2024/${stem}/index.md`, page),
    };
    const found = await setUpFiles(files);
    const problems = found.ok ? [] : found.problems;
    expect(problems.map(({ code, field, values }) => [code, field, values['count']])).toEqual(
      expect.arrayContaining([
        ['setup-list-by-years', 'content/adopters', 8],
        ['setup-list-by-years', 'content/users', 4],
      ]),
    );
    const { configuration } = await reportFor(files, { list: 'content/adopters/2023' });
    expect(configuration.pages).toEqual({ en: 'content/adopters/2023/*.md' });
  });

  it('but not in guides for users, or in one file of two', async () => {
    const guide = (name: string) =>
      `---\ntitle: ${name}\ndescription: How to ${name}.\n---\n\n# ${name}\n`;
    const guides = await setUpFiles(filesOf((stem) => `docs/users/${stem}.md`, guide));
    expect(guides.ok).toBe(false);
    const two = { 'adopters/a.yml': yaml('A'), 'adopters/b.yml': yaml('B') };
    expect((await setUpFiles(two)).ok).toBe(false);
  });
});

describe('setUp finds the logos of page bundles', () => {
  const bundle = (name: string, logo: string) => {
    const stem = name.toLowerCase();
    return `---\ntitle: ${name}\nlink: https://${stem}.example\nlogo: ${logo.replace('*', stem)}\n---\n`;
  };
  const bundles = (logo: string, of = (stem: string) => `content/users/${stem}`) => ({
    ...filesOf(
      (stem) => `content/users/${stem}/index.md`,
      (name) => bundle(name, logo),
    ),
    ...filesOf(
      (stem) => `${of(stem)}/${logo.replace('*', stem).replace('./', '')}`,
      () => '<svg/>',
    ),
    'content/users/_index.md': '---\ntitle: Users\n---\n',
  });

  it.each([
    ['logo.svg', 'logo.png'],
    ['./featured.png', 'featured.png'],
    ['*.svg', '{slug}.png'],
    ['*-logo.png', '{slug}-logo.png'],
  ])('in the folders of the entries, named as %s', async (logo, file) => {
    const { configuration, notes } = await reportFor(bundles(logo));
    expect(configuration).toMatchObject({
      pages: { en: 'content/users/*/index.md' },
      logo: { directory: 'content/users/*', url: '', file },
    });
    expect(notes.map(({ code }) => code)).toContain('logos');
  });

  it('in one folder, as before', async () => {
    const { configuration } = await reportFor(bundles('*.svg', () => 'static/logos'));
    expect(configuration.logo).toMatchObject({ directory: 'static/logos', file: '{slug}.png' });
  });
});
