import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../docs/document.ts';
import { runProgram } from '../server/running-process.ts';
import { copyOfExample, example } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';
import { nodes } from './nodes.ts';
import { type PackedProject, packAndInstall } from './packed.ts';

let project: PackedProject;
beforeAll(() => {
  project = packAndInstall(inject('program'));
});
afterAll(() => project?.remove());

describe('the package', () => {
  it('holds what it runs on and what it says, and nothing else', () => {
    const folders = project.files.map((path) => path.split('/')[0]);
    expect([...new Set(folders)].toSorted()).toEqual(
      ['package.json', 'README.md', 'LICENSE', ...packageJson.files]
        .filter((name) => !name.startsWith('!'))
        .toSorted(),
    );
    expect(project.files.filter((path) => /\.vitepress|(?<!\.d)\.ts$|\.env/.test(path))).toEqual(
      [],
    );
  });

  it('holds every file that package.json names', () => {
    const named = [packageJson.bin.poweredby, ...Object.values(packageJson.exports)].flatMap(
      (each) => (typeof each === 'string' ? each : Object.values(each)),
    );
    expect(project.files).toEqual(
      expect.arrayContaining(named.map((path) => path.replace(/^\.\//, ''))),
    );
  });

  it('has types for poweredby/app, in which nothing is any', () => {
    const text = `
      import type { Probot } from 'probot';
      import poweredBy, { createApp } from 'poweredby/app';
      declare const probot: Probot;
      export const waiting: Promise<number> = poweredBy(probot).stats().then((stats) => stats.waiting);
      // @ts-expect-error There is no such option.
      createApp({ nothing: true });
      // @ts-expect-error A logger is no number.
      createApp({ logger: 1 });
    `;
    writeFileSync(join(project.folder, 'uses.ts'), text);
    const options = ['--module', 'nodenext', '--target', 'es2024', '--strict', '--noEmit'];
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options, '--skipLibCheck', 'uses.ts'],
      { cwd: project.folder, stdio: 'pipe' },
    );
  });
});

describe.each(nodes())('the package on Node.js $version', ({ program }) => {
  /** Runs its command to the end. */
  const run = (...words: string[]): string =>
    execFileSync(program, [project.command, ...words], { cwd: project.folder, encoding: 'utf8' });

  it('sets up a repository, adds a company and checks the result', () => {
    const site = copyOfExample();
    rmSync(join(site, '.github'), { recursive: true });
    expect(run('init', '--dir', site)).toContain('.github/poweredby.yml');
    const before = JSON.parse(run('list', '--dir', site, '--json')).companies;
    run('add', '--dir', site, '--form', example.form, '--logo', example.logo);
    const after = JSON.parse(run('list', '--dir', site, '--json')).companies;
    expect(after.map(({ company }: { company: string }) => company)).toContain('Juniper Parcel');
    expect(after).toHaveLength(before.length + 1);
    expect(JSON.parse(run('check', '--dir', site, '--json'))).toMatchObject({ ok: true });
  });

  it('draws a logo', () => {
    const png = join(folderWith({}), 'logo.png');
    run('logo', example.logo, png);
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  });

  it('serves the playground, with the emulator and the demo, and no clone', async () => {
    const home = folderWith({});
    const words = [project.command, 'playground', '--port', '0'];
    const environment = { PATH: process.env['PATH'] ?? '', HOME: home };
    const playground = runProgram(program, words, home, environment);
    const [, url = ''] = await playground.prints(/(http:\S+)/);
    const page = await (await fetch(url)).text();
    expect(page).toContain('millrace');
    const style = await fetch(new URL('/assets/style.css', url));
    expect(style.status).toBe(200);
    playground.child.kill('SIGTERM');
    expect(await playground.ended).toBe(0);
  });

  it('serves the playground in which the Action does the work', async () => {
    const home = folderWith({});
    const words = [project.command, 'playground', '--port', '0', '--action'];
    const environment = { PATH: process.env['PATH'] ?? '', HOME: home };
    const playground = runProgram(program, words, home, environment);
    const [, url = ''] = await playground.prints(/(http:\S+)/);
    const page = await fetch(new URL('/penstock/penstock/actions', url));
    expect(await page.text()).toContain('.github/workflows/powered-by.yml');
    playground.child.kill('SIGTERM');
    expect(await playground.ended).toBe(0);
  });

  it('is a server that says which variables are missing', async () => {
    const server = runProgram(program, [project.command, 'start'], folderWith({}));
    expect(await server.ended).toBe(2);
    expect(server.printed()).toContain('APP_ID');
  });
});
