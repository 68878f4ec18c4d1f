import { existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { copyOfExample, example, poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';

describe('poweredby remove', () => {
  it('takes a company and its logo off, and the others move up', async () => {
    const site = copyOfExample();
    const run = await poweredby(['remove', 'COBALT  ferry', '--dir', site]);
    expect(run.exitCode).toBe(0);
    expect(run.output).toContain('Removed Cobalt Ferry.');
    expect(readdirSync(join(site, 'docs/static/img/poweredby'))).toHaveLength(5);
    const list = await poweredby(['list', '--dir', site, '--json']);
    const places = JSON.parse(list.output).companies.map(
      ({ places: { en } }: { places: { en: object } }) => en,
    );
    expect(places.at(2)).toMatchObject({ pair: 0, column: 'column3' });
    expect(places).toHaveLength(5);
  });

  it('with --leave-gap moves nothing', async () => {
    const site = copyOfExample();
    await poweredby(['remove', 'Brightwater', '--dir', site, '--leave-gap']);
    const list = await poweredby(['list', '--dir', site, '--json']);
    expect(JSON.parse(list.output).companies[1]).toMatchObject({
      company: 'Cobalt Ferry',
      places: { en: { pair: 0, column: 'column3' } },
    });
  });
});

describe('poweredby rename', () => {
  it('gives a company another name in every locale, and says from which', async () => {
    const site = copyOfExample();
    const run = await poweredby(['rename', 'COBALT  ferry', 'Sable & Co.', '--dir', site]);
    expect(run.exitCode).toBe(0);
    expect(run.output).toContain('Renamed Cobalt Ferry to Sable & Co.\n');
    expect(run.output).toContain('Rename Cobalt Ferry to Sable & Co. in ');
    const list = await poweredby(['list', '--dir', site, '--json']);
    expect(JSON.parse(list.output).companies[2]).toMatchObject({ company: 'Sable & Co.' });
  });

  it('refuses a company that is not listed, and a name that another company has', async () => {
    const site = copyOfExample();
    const unknown = await poweredby(['rename', 'Nobody', 'Somebody', '--dir', site]);
    expect(unknown).toMatchObject({ exitCode: 1 });
    expect(unknown.errors).toContain('Nobody');
    const taken = await poweredby(['rename', 'Cobalt Ferry', 'Brightwater', '--dir', site]);
    expect(taken).toMatchObject({ exitCode: 1 });
    expect(taken.errors).toContain('Brightwater');
  });

  it('is what the remark on a company of nearly the same name speaks of, not a comment', async () => {
    const site = copyOfExample();
    const given = ['--company', 'Brightwater Inc.', '--description', 'Clears the water.'];
    const logo = ['--logo', example.logo];
    const run = await poweredby(['add', '--dir', site, ...given, ...logo]);
    expect(run.output).toContain('use “poweredby rename”.');
    expect(run.output).not.toContain('comment “/poweredby');
    expect(run.output).toContain('Added Brightwater Inc.\n');
  });
});

describe('poweredby list', () => {
  it('names the companies in reading order, and where one is missing', async () => {
    const site = copyOfExample();
    const file = join(site, 'docs/content.zh/powered-by.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace("alt='Fathom Maps'", "alt='Fathom'"));
    const run = await poweredby(['list', '--dir', site]);
    expect(run.output.split('\n').slice(0, 7)).toEqual([
      'Alder Rail',
      'Brightwater',
      'Cobalt Ferry',
      'Ember Kitchens',
      'Fathom Maps  not in: zh',
      'Glasshouse Seeds',
      'Fathom  not in: en',
    ]);
  });

  it('loads neither sharp nor what only other commands need', async () => {
    const site = copyOfExample();
    const report = join(import.meta.dirname, '../support/report-imports.ts');
    const run = await poweredby(['list', '--dir', site], {
      program: 'src/cli.ts',
      node: ['--import', report],
    });
    expect(run.exitCode).toBe(0);
    const loaded: string[] = JSON.parse(run.errors);
    expect(loaded.some((url) => url.includes('/yaml/'))).toBe(true);
    const unwanted =
      /sharp|octokit|probot|transliteration|markdown-it|\/diff\/|src\/logo\/(?!limits)/;
    expect(loaded.filter((url) => unwanted.test(url))).toEqual([]);
  });
});

describe('poweredby check', () => {
  it('finds nothing wrong in the example', async () => {
    const run = await poweredby(['check', '--dir', example.site]);
    expect(run).toMatchObject({ exitCode: 0, errors: '' });
  });

  it('tells errors with path and line, in each format', async () => {
    const site = copyOfExample();
    rmSync(join(site, 'docs/static/img/poweredby/alder-rail-logo.png'));
    const path = 'docs/content/powered-by.md';
    const text = await poweredby(['check', '--dir', site]);
    expect(text.exitCode).toBe(1);
    expect(text.output).toContain(`${path}\n`);
    const json = JSON.parse((await poweredby(['check', '--dir', site, '--json'])).output);
    expect(json.ok).toBe(false);
    expect(json.findings[0]).toMatchObject({ code: 'logo-file-missing', line: 16 });
    const github = await poweredby(['check', '--dir', site, '--github']);
    expect(github.output).toContain(`::error file=${path},line=16,`);
  });

  it('tells what is wrong with the configuration in each format, and ends with 2', async () => {
    const site = copyOfExample();
    writeFileSync(join(site, '.github/poweredby.yml'), '# ours\npages: {en: x.md}\ntabel: x\n');
    const github = await poweredby(['check', '--dir', site, '--github']);
    expect(github.exitCode).toBe(2);
    expect(github.output).toMatch(
      /^::error file=\.github\/poweredby\.yml,line=3,title=[^:]*::.*“tabel”.*\n$/,
    );
    expect(github.errors).toContain('.github/poweredby.yml: Line 3: unknown key “tabel”.');
    const json = await poweredby(['check', '--dir', site, '--json']);
    expect(json).toMatchObject({ exitCode: 2, errors: '' });
    expect(JSON.parse(json.output)).toEqual({
      ok: false,
      findings: [],
      problems: [
        {
          code: 'configuration-key-unknown',
          field: 'tabel',
          message: expect.stringContaining('tabel'),
          hint: expect.any(String),
        },
      ],
    });
    const none = await poweredby(['check', '--dir', folderWith({}), '--github']);
    expect(none).toMatchObject({ exitCode: 2, output: '' });
  });

  it('colours the words for severities', async () => {
    const site = copyOfExample();
    writeFileSync(join(site, 'docs/static/img/poweredby/unused.png'), '');
    const words = ['check', '--dir', site];
    expect((await poweredby(words)).output).toContain('\n    warning  No list');
    const coloured = await poweredby(words, { environment: { FORCE_COLOR: '1' } });
    expect(coloured.output).toContain('\n    \u001b[33mwarning\u001b[39m  No list');
  });
});

describe('poweredby init', () => {
  it('sets a repository up without a question, and overwrites nothing unless told', async () => {
    const site = copyOfExample();
    const configuration = join(site, '.github/poweredby.yml');
    const written = readFileSync(configuration, 'utf8');
    const refused = await poweredby(['init', '--dir', site]);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('.github/poweredby.yml');
    writeFileSync(configuration, 'broken: [');
    const forced = await poweredby(['init', '--dir', site, '--force']);
    expect(forced.exitCode).toBe(0);
    expect(forced.output).toContain('The page is in alphabetical order today');
    expect(readFileSync(configuration, 'utf8')).toBe(written);
  });
});

describe('poweredby logo', () => {
  it('writes the picture as it would stand on the page', async () => {
    const out = join(folderWith({}), 'out.png');
    const run = await poweredby(['logo', example.logo, out, '--size', '300']);
    expect(run.output).toContain('PNG 300×300');
    expect(readFileSync(out).subarray(1, 4).toString()).toBe('PNG');
  });

  it('says why it cannot', async () => {
    const folder = folderWith({ 'a.svg': '<svg onload="x()"/>' });
    const run = await poweredby(['logo', join(folder, 'a.svg'), join(folder, 'out.png')]);
    expect(run.exitCode).toBe(1);
    expect(existsSync(join(folder, 'out.png'))).toBe(false);
    expect((await poweredby(['logo', join(folder, 'none'), 'x.png'])).exitCode).toBe(2);
    for (const target of [join(folder, 'a.svg'), join(folder, 'out.jpg')]) {
      const refused = await poweredby(['logo', join(folder, 'a.svg'), target]);
      expect(refused.exitCode).toBe(2);
      expect(refused.errors).toContain('ends in .png');
    }
    const nowhere = join(folder, 'none', 'out.png');
    for (const words of [[nowhere], ['--sheet', nowhere]]) {
      const refused = await poweredby(['logo', example.logo, ...words]);
      expect(refused.exitCode).toBe(2);
      expect(refused.errors).toContain(`The folder “${join(folder, 'none')}” does not exist.`);
    }
  });
});

const logoFolder = 'docs/static/img/poweredby';

describe('poweredby logo with several pictures', () => {
  it('shows them before and after on one sheet, and goes on past what it cannot draw', async () => {
    const folder = folderWith({ 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    const [sheet, blank] = [join(folder, 'sheet.png'), join(folder, 'a.svg')];
    const run = await poweredby(['logo', example.logo, blank, '--sheet', sheet, '--size', '90x70']);
    expect(run.exitCode).toBe(1);
    expect(run.output).toContain('PNG 90×70');
    expect(run.output).toContain(`Contact sheet: ${sheet}`);
    expect(await sharp(readFileSync(sheet)).metadata()).toMatchObject({ format: 'png' });
    const onIt = await poweredby(['logo', sheet, '--sheet', sheet]);
    expect(onIt.exitCode).toBe(2);
  });

  it('keeps an SVG where the place is one', async () => {
    const out = join(folderWith({}), 'out.svg');
    const run = await poweredby(['logo', example.logo, out]);
    expect(run.output).toContain('SVG 600×600');
    expect(readFileSync(out, 'utf8')).toMatch(/^<svg /);
    const text = folderWith({
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><text y="9">A</text></svg>',
    });
    expect((await poweredby(['logo', join(text, 'a.svg'), out])).errors).toContain('as SVG');
  });

  it('draws all logos of a checkout again, and none that is as it should be', async () => {
    const site = copyOfExample();
    const read = () =>
      readdirSync(join(site, logoFolder)).map((name) => readFileSync(join(site, logoFolder, name)));
    const before = read();
    const dry = await poweredby(['logo', '--dir', site, '--all', '--dry-run']);
    expect(dry.output).toMatch(/[1-9] logos would be redrawn/);
    expect(dry.output).toMatch(/Contact sheet: .*logos\.png/);
    expect(read()).toEqual(before);
    const run = await poweredby(['logo', '--dir', site, '--all']);
    expect(run.output).toMatch(/[1-9] logos redrawn/);
    expect(read()).not.toEqual(before);
    const again = await poweredby(['logo', '--dir', site, '--all']);
    expect(again.output).toContain('0 logos redrawn');
  });

  it('renames a logo that gets another ending, on the pages too', async () => {
    const site = copyOfExample();
    const [old, next] = ['brightwater-logo.jpg', 'brightwater-logo.png'];
    const logos = join(site, logoFolder);
    const picture = sharp(readFileSync(join(logos, next))).flatten();
    writeFileSync(join(logos, old), await picture.jpeg().toBuffer());
    rmSync(join(logos, next));
    const pages = globSync('docs/**/*.md', { cwd: site }).map((name) => join(site, name));
    const texts = pages.map((path) => readFileSync(path, 'utf8'));
    for (const [index, path] of pages.entries()) {
      writeFileSync(path, texts[index]?.replaceAll(next, old) ?? '');
    }
    const run = await poweredby(['logo', '--dir', site, '--all']);
    expect(run.exitCode).toBe(0);
    expect(pages.map((path) => readFileSync(path, 'utf8'))).toEqual(texts);
    expect(readdirSync(logos)).toContain(next);
    expect(readdirSync(logos)).not.toContain(old);
  });
});

describe('poweredby logo with all logos of a list, where names get in each other’s way', () => {
  it('leaves both where two would become one, and an old file where a page mentions it', async () => {
    const site = copyOfExample();
    const logos = join(site, logoFolder);
    const pages = globSync('docs/**/*.md', { cwd: site }).map((name) => join(site, name));
    const change = (edit: (text: string) => string) => {
      for (const path of pages) writeFileSync(path, edit(readFileSync(path, 'utf8')));
    };
    const asJpeg = async (slug: string, name: string) => {
      const png = join(logos, `${slug}-logo.png`);
      writeFileSync(join(logos, name), await sharp(readFileSync(png)).flatten().jpeg().toBuffer());
      rmSync(png);
      change((text) => text.replaceAll(`${slug}-logo.png`, name));
    };
    await asJpeg('brightwater', 'same.jpg');
    await asJpeg('cobalt-ferry', 'same.jpeg');
    await asJpeg('alder-rail', 'alder-rail.jpg');
    change((text) => `${text}\n![Alder Rail](/img/poweredby/alder-rail.jpg)\n`);
    const run = await poweredby(['logo', '--dir', site, '--all']);
    expect(run.exitCode).toBe(0);
    const names = readdirSync(logos);
    expect(names).toEqual(expect.arrayContaining(['same.jpg', 'same.jpeg']));
    expect(names).toEqual(expect.arrayContaining(['alder-rail.jpg', 'alder-rail.png']));
    expect(names).not.toContain('same.png');
    const [text = ''] = pages.map((path) => readFileSync(path, 'utf8'));
    expect(text).toContain('alder-rail.png');
    expect(text).toContain('![Alder Rail](/img/poweredby/alder-rail.jpg)');
  });
});

describe('poweredby playground', () => {
  it('keeps its state in no folder that holds something else', async () => {
    const site = copyOfExample();
    const before = readdirSync(site, { recursive: true });
    const run = await poweredby(['playground', '--data', site], { program: 'src/cli.ts' });
    expect(run).toMatchObject({ exitCode: 2, output: '' });
    expect(run.errors).toContain(`“${site}” is neither empty nor a playground's folder.`);
    expect(readdirSync(site, { recursive: true })).toEqual(before);
  });

  it('leaves a folder alone that another one uses', async () => {
    const folder = folderWith({ 'playground.lock': `${process.pid}\n` });
    const run = await poweredby(['playground', '--data', folder], { program: 'src/cli.ts' });
    expect(run).toMatchObject({ exitCode: 2, output: '' });
    expect(run.errors).toContain(`Another playground is using “${folder}”.`);
    expect(readdirSync(folder)).toEqual(['playground.lock']);
  });
});

it('a command without a folder reads the current one', async () => {
  const environment = { npm_lifecycle_event: 'poweredby', INIT_CWD: copyOfExample() };
  const run = await poweredby(['list'], { environment });
  expect(run.exitCode).toBe(0);
  expect(run.output).toContain('Alder Rail');
});

describe('wrong usage ends with 2, and says how it is right', () => {
  const wrong: [string, string[]][] = [
    ['no command', []],
    ['an unknown command', ['ad']],
    ['an unknown option', ['list', '--dir', '.', '--jsn']],
    ['no folder, where there is no configuration', ['list']],
    ['a folder that is not there', ['list', '--dir', '/does/not/exist']],
    ['a folder without a configuration', ['list', '--dir', 'test/cli']],
    ['neither a form nor a company', ['add', '--dir', '.']],
    ['a form and a company', ['add', '--dir', '.', '--form', 'x', '--company', 'y']],
    ['a text without its locale', ['add', '--dir', '.', '--company', 'x', '--text', 'hello']],
    ['a size that is none', ['logo', 'a', 'b', '--size', 'big']],
    ['a side that is too long', ['logo', 'a', 'b', '--size', '600x9000']],
    ['a picture and no place', ['logo', 'a']],
    ['a checkout and a picture', ['logo', 'a', '--dir', '.', '--all']],
    ['a dry run of one picture', ['logo', 'a', 'b', '--dry-run']],
    ['too many words', ['remove', 'a', 'b', '--dir', '.']],
    ['a form that is not there', ['add', '--dir', example.site, '--form', 'none.md']],
  ];

  it.each(wrong)('%s', async (_, words) => {
    const run = await poweredby(words);
    expect(run.exitCode).toBe(2);
    expect(run.output).toBe('');
    expect(run.errors.length).toBeGreaterThan(20);
    expect(run.errors).not.toContain('    at ');
  });
});

describe('help', () => {
  it.each(['add', 'update', 'remove', 'list', 'check', 'init', 'logo'])(
    'shows an example of %s',
    async (command) => {
      const run = await poweredby([command, '--help']);
      expect(run).toMatchObject({ exitCode: 0, errors: '' });
      expect(run.output).toContain(`Usage: poweredby ${command} `);
      expect(run.output).toMatch(new RegExp(`Example:\n  poweredby ${command} `));
    },
  );
});

describe('colour', () => {
  it('is used where it is asked for, and never under NO_COLOR', async () => {
    const words = ['remove', 'Brightwater', '--dir', copyOfExample(), '--dry-run'];
    const plain = await poweredby(words);
    expect(plain.errors).not.toContain('\u001b[');
    const coloured = await poweredby(words, { environment: { FORCE_COLOR: '1' } });
    expect(coloured.errors).toContain('\u001b[1m');
    const refused = await poweredby(words, { environment: { NO_COLOR: '1' } });
    expect(refused.errors).not.toContain('\u001b[');
  });
});
