import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfExample, example, poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';

const page = 'docs/content/powered-by.md';
const logo = 'docs/static/img/poweredby/juniper-parcel-logo.png';

function git(folder: string, ...words: string[]): string {
  return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' });
}

/** A copy of the example under git, to see what changes. */
function trackedExample(): string {
  const folder = copyOfExample();
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, '-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'x');
  return folder;
}

describe('a project that keeps SVG on a wide canvas', () => {
  it('gets an SVG under its own ending, and a PNG where that cannot be', async () => {
    const site = copyOfExample();
    const configuration = join(site, '.github/poweredby.yml');
    const text = readFileSync(configuration, 'utf8');
    writeFileSync(
      configuration,
      text.replace(/^ {2}size: .*$/m, '  size: 500x200\n  keep-svg: true'),
    );
    const add = (form: string[], logo: string) =>
      poweredby(['add', '--dir', site, ...form, '--logo', logo]);
    const run = await add(['--form', example.form], example.logo);
    expect(run.exitCode).toBe(0);
    expect(run.output).toContain('SVG 500×200');
    const logos = join(site, 'docs/static/img/poweredby');
    expect(readFileSync(join(logos, 'juniper-parcel-logo.svg'), 'utf8')).toMatch(
      /^<svg xmlns="[^"]*" width="500" height="200"/,
    );
    const named = readFileSync(join(site, page), 'utf8');
    expect(named).toContain('juniper-parcel-logo.svg');
    const png = join(folderWith({}), 'a.png');
    await poweredby(['logo', example.logo, png]);
    const updated = await poweredby([
      'update',
      '--dir',
      site,
      '--form',
      example.form,
      '--logo',
      png,
    ]);
    expect(updated.exitCode).toBe(0);
    expect(readdirSync(logos)).toContain('juniper-parcel-logo.png');
    expect(readdirSync(logos)).not.toContain('juniper-parcel-logo.svg');
  });
});

describe('poweredby add', () => {
  it('puts a company on every page, and touches no line that stood there', async () => {
    const site = trackedExample();
    const run = await poweredby([
      'add',
      '--dir',
      site,
      '--form',
      example.form,
      '--logo',
      example.logo,
    ]);
    expect(run).toMatchObject({ exitCode: 0, errors: '' });
    expect(run.output).toContain('Added Juniper Parcel.');
    expect(run.output).toContain('en  line 47');
    expect(run.output).toContain('zh  line 47');
    expect(run.output).toMatch(/SVG 320×200, 0\.7 kB → PNG 400×400/);
    expect(run.output).toContain('commit it: “Add Juniper Parcel to Powered By”');
    expect(git(site, 'diff', '--numstat').trim().split('\n')).toEqual([
      `7\t0\t${page.replace('content', 'content.zh')}`,
      `7\t0\t${page}`,
    ]);
    expect(git(site, 'status', '--short', '--', 'docs/static')).toBe(`?? ${logo}\n`);
  });

  it('with --dry-run writes nothing, and prints a diff that git applies to the same effect', async () => {
    const site = trackedExample();
    const words = ['add', '--dir', site, '--form', '-', '--logo', example.logo];
    const form = readFileSync(example.form, 'utf8');
    const dry = await poweredby([...words, '--dry-run'], { input: form });
    expect(dry.exitCode).toBe(0);
    expect(git(site, 'status', '--short')).toBe('');
    const patch = join(folderWith({ patch: dry.output }), 'patch');
    git(site, 'apply', patch);
    const applied = readFileSync(join(site, page), 'utf8');
    git(site, 'checkout', '-q', '.');
    await poweredby(words, { input: form });
    expect(readFileSync(join(site, page), 'utf8')).toBe(applied);
  });

  it('with --json prints the outcome and nothing else', async () => {
    const site = copyOfExample();
    const run = await poweredby([
      ...['add', '--dir', site, '--company', 'Kelp & Co', '--description', 'Kelp grows.'],
      ...['--logo', example.logo, '--json'],
    ]);
    expect(run.errors).toBe('');
    const report = JSON.parse(run.output);
    expect(report).toEqual({
      ok: true,
      company: 'Kelp & Co',
      slug: 'kelp-and-co',
      places: {
        en: { path: page, group: 0, index: 6, line: 47, pair: 1, column: 'column3' },
        zh: {
          path: page.replace('content', 'content.zh'),
          ...{ group: 0, index: 6, line: 47, pair: 1, column: 'column3' },
        },
      },
      changes: [
        { path: page, bytes: readFileSync(join(site, page)).length },
        {
          path: page.replace('content', 'content.zh'),
          bytes: readFileSync(join(site, page.replace('content', 'content.zh'))).length,
        },
        {
          path: 'docs/static/img/poweredby/kelp-and-co-logo.png',
          bytes: readFileSync(join(site, 'docs/static/img/poweredby/kelp-and-co-logo.png')).length,
        },
      ],
      problems: [],
      remarks: [
        {
          code: 'text-not-translated',
          message:
            'The Chinese list (zh) shows the original text, because there is no translation.',
        },
      ],
    });
  });

  it('tells everything that is wrong at once, and writes nothing', async () => {
    const site = trackedExample();
    const run = await poweredby([
      ...['add', '--dir', site, '--company', 'x'.repeat(81), '--link', 'http://x.example'],
      ...['--text', 'fr=Bonjour', '--logo', example.form, '--json'],
    ]);
    expect(run.exitCode).toBe(1);
    const report = JSON.parse(run.output);
    expect(report).toMatchObject({ ok: false, places: {}, changes: [] });
    expect(report.problems.map(({ code }: { code: string }) => code)).toEqual([
      'company-too-long',
      'description-missing',
      'description-locale-unknown',
      'link-not-https',
      'logo-not-a-picture',
    ]);
    for (const problem of report.problems) {
      expect(Object.keys(problem)).toEqual(['code', 'field', 'message', 'hint']);
    }
    expect(git(site, 'status', '--short')).toBe('');
  });

  it('says so where nothing changes', async () => {
    const site = trackedExample();
    const words = ['add', '--dir', site, '--form', example.form, '--logo', example.logo];
    await poweredby(words);
    const again = await poweredby(words);
    expect(again).toMatchObject({ exitCode: 0, errors: '' });
    expect(again.output).toContain('Nothing to change for Juniper Parcel.');
    expect(again.output).not.toContain('commit');
    const report = JSON.parse((await poweredby([...words, '--json'])).output);
    expect(report).toMatchObject({ ok: true, changes: [], remarks: [{ code: 'nothing-changed' }] });
  });

  it('takes a locale however it is spelt, and no text twice', async () => {
    const site = copyOfExample();
    const words = ['update', '--dir', site, '--company', 'Brightwater'];
    expect((await poweredby([...words, '--text', 'ZH=水。'])).output).toContain('Updated');
    for (const twice of [
      ['--text', 'zh=a', '--text', 'zh=b'],
      ['--description', 'a', '--text', 'en=b'],
    ]) {
      expect((await poweredby([...words, ...twice])).exitCode).toBe(2);
    }
  });

  it('asks for the picture that a form names by its address only', async () => {
    const run = await poweredby(['add', '--dir', copyOfExample(), '--form', example.form]);
    expect(run.exitCode).toBe(1);
    expect(run.errors).toContain('pass the file with --logo');
  });

  it('speaks the language of the configuration', async () => {
    const site = copyOfExample();
    const file = join(site, '.github/poweredby.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('language: en', 'language: zh'));
    const run = await poweredby(['add', '--dir', site, '--company', 'Kelp']);
    expect(run.errors).toContain('新公司需要一个徽标。');
  });

  it('does not let what a stranger typed command the terminal', async () => {
    const company = '\u001b[31mred\u202e';
    const run = await poweredby(['remove', company, '--dir', copyOfExample()]);
    expect(run.errors).not.toContain('\u001b');
    expect(run.errors).not.toContain('\u202e');
  });
});

describe('poweredby update', () => {
  it('changes what is given and keeps the rest', async () => {
    const site = trackedExample();
    const run = await poweredby([
      ...['update', '--dir', site, '--company', 'brightwater', '--text', 'zh=水。'],
    ]);
    expect(run.output).toContain('Updated');
    expect(git(site, 'diff', '--numstat')).toContain(
      `1\t1\t${page.replace('content', 'content.zh')}`,
    );
  });

  it('names the nearest company where there is none of that name', async () => {
    const run = await poweredby(['update', '--dir', copyOfExample(), '--company', 'Alder Rails']);
    expect(run).toMatchObject({ exitCode: 1, output: '' });
    expect(run.errors).toContain('“Alder Rail”');
  });
});

describe('all files are written or none', () => {
  it('when the logo folder may not be written', async () => {
    const site = trackedExample();
    rmSync(join(site, 'docs/static'), { recursive: true });
    writeFileSync(join(site, 'docs/static'), 'a file where a folder should be');
    const before = git(site, 'status', '--short');
    const run = await poweredby([
      'add',
      '--dir',
      site,
      '--form',
      example.form,
      '--logo',
      example.logo,
    ]);
    expect(run.exitCode).toBe(1);
    expect(run.errors).toContain('Nothing was changed.');
    expect(git(site, 'status', '--short')).toBe(before);
  });
});

describe('a path in the configuration that leaves the folder is refused', () => {
  it('directly', async () => {
    const site = copyOfExample();
    const file = join(site, '.github/poweredby.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(`en: ${page}`, 'en: ../outside.md'));
    const run = await poweredby(['list', '--dir', site]);
    expect(run).toMatchObject({ exitCode: 2, output: '' });
    expect(run.errors).toContain('../outside.md');
  });

  it('through a link', async () => {
    const site = copyOfExample();
    rmSync(join(site, 'docs/content'), { recursive: true });
    symlinkSync(folderWith({ 'powered-by.md': 'x' }), join(site, 'docs/content'));
    for (const command of ['list', 'check']) {
      const run = await poweredby([command, '--dir', site]);
      expect(run.exitCode).toBe(2);
      expect(run.errors).toContain('is outside the checkout');
    }
  });
});
