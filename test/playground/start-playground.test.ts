import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { fullNameOf } from '../../src/playground/playground.ts';
import { isFitForState } from '../../src/playground/port-memory.ts';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { example } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';
import { playground, Visitor, wordsOf } from './visitor.ts';

/** Everything in a folder: paths to contents. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'base64')]));
}

describe('a playground', () => {
  it('takes the next port where one is in use', async () => {
    const first = await playground({ port: 45_871 });
    const second = await playground({ port: 45_871 });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(first.url).port));
  });

  it('begins with a project of a dozen companies in two languages, ready to be asked', async () => {
    const { visitor } = await playground();
    const words = wordsOf(await visitor().get(''));
    expect(words).toContain('Millrace , a project that does not exist');
    expect(words).toContain('Next 1 A company fills in the form');
    for (const { path, companies } of [
      { path: 'docs/content/powered-by.md', companies: 12 },
      { path: 'docs/content.zh/powered-by.md', companies: 12 },
    ]) {
      const { text } = await visitor().get(`/blob/main/${path}?raw=true`);
      expect(text.match(/<img /g)).toHaveLength(companies);
    }
    const configuration = await visitor().get('/blob/main/.github/poweredby.yml?raw=true');
    expect(configuration.text).toContain('\nquota: {submitter: 100,');
  });

  it('has a second project with a table in ADOPTERS.md, whose issues are its own', async () => {
    const made = await playground();
    const someone = made.visitor();
    const first = await someone.get('');
    expect(first.text).toContain('href="/penstock/penstock"');
    const second = await someone.get('//penstock/penstock');
    expect(wordsOf(second)).toContain('Organization, Contact, Environment, Description of use');
    expect(second.text).toMatch(/href="\/penstock\/penstock" aria-current="true"/);
    // The same visitor, with the same session: a form of one project's page is taken there.
    const asked = await someone.post('//penstock/penstock/issues', { title: 'Mine', body: '' });
    expect(asked.url).toBe('/penstock/penstock/issues/1');
    expect(wordsOf(await someone.get('/issues'))).not.toContain('Mine');
    expect((await someone.get('/issues/1')).status).toBe(404);
    const lost = await someone.get('//penstock/penstock/nowhere');
    expect([lost.status, lost.text.includes('href="/penstock/penstock/site"')]).toEqual([
      404,
      true,
    ]);
  });

  it('adds the second project to a state that has only the first', async () => {
    const folder = folderWith({});
    const manifest = readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8');
    const emulator = await startEmulator({ folder, manifest });
    const files = { 'README.md': 'Mine' };
    await emulator.createRepository('millrace/millrace', { files, isOrganization: true });
    await emulator.close();
    const made = await playground({ folder });
    const texts = made.repositories.map((each) => made.emulator.readFile(each, 'README.md'));
    expect(await Promise.all(texts)).toEqual(['Mine', expect.stringContaining('# Penstock')]);
  });

  it('goes on where it was, from its folder', async () => {
    const folder = folderWith({});
    const first = await startPlayground({ port: 0, folder });
    await new Visitor(first).post('/issues', { title: 'Kept', body: 'Hello' });
    await first.stop();
    expect(await isFitForState(folder)).toBe(true);
    const second = await playground({ folder });
    const page = await second.visitor().get('/issues/1');
    expect(wordsOf(page)).toContain('Kept');
    expect(second.repositories.map(fullNameOf)).toEqual(['millrace/millrace', 'penstock/penstock']);
  });

  it('keeps its port, so that addresses in texts go on leading here, and says where it cannot', async () => {
    const folder = folderWith({});
    const first = await startPlayground({ port: 0, folder });
    const port = Number(new URL(first.url).port);
    expect(first.takenPort).toBe(undefined);
    await first.stop();
    const second = await startPlayground({ folder });
    expect([second.url, second.takenPort]).toEqual([first.url, undefined]);
    await second.stop();
    const other = await playground({ port });
    expect(other.url).toBe(first.url);
    const third = await startPlayground({ folder });
    expect([third.url === first.url, third.takenPort]).toEqual([false, port]);
    await third.stop();
    await other.stop();
    const fourth = await startPlayground({ folder });
    expect(fourth.url).toBe(first.url);
    await fourth.stop();
  });

  it('copies a checkout and never writes it, committed or not', async () => {
    const folder = folderWith({});
    cpSync(example.site, folder, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), 'secret.txt\n');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    mkdirSync(join(folder, 'windows'));
    writeFileSync(join(folder, 'windows/lines.txt'), 'one\r\ntwo\r\n');
    const before = contentsOf(folder);
    const copied: string[] = [];
    const onCopy = (path: string) => copied.push(path);
    const made = await playground({ repository: folder, onCopy });
    expect(copied).toEqual([folder]);
    const { visitor, emulator, repository } = made;
    expect(made.repositories).toEqual([repository]);
    const someone = new Visitor(made);
    expect(wordsOf(await someone.get('/issues/new?template=powered-by.yml'))).toContain('Add us');
    expect(await emulator.readFile(repository, 'windows/lines.txt')).toBe('one\r\ntwo\r\n');
    expect(await emulator.readFile(repository, 'secret.txt')).toBe(undefined);
    await someone.post('/issues', { title: 'Hello', body: '' });
    expect(contentsOf(folder)).toEqual(before);
    expect(visitor).toBeDefined();
  });

  it('suggests a text in a language that the repository has', async () => {
    const { visitor, emulator, repository } = await playground();
    const wordsWith = async (pages: string) => {
      const files = { '.github/poweredby.yml': `pages:\n  en: a.md\n${pages}` };
      await emulator.as('max-miller').push(repository, { files });
      return wordsOf(await visitor().get(''));
    };
    const words = await wordsWith('  de: b.md\n');
    expect(words).toContain('/poweredby text de … on your issue: the list in German');
    expect(await wordsWith('')).not.toContain('/poweredby text');
  });

  it('makes a checkout ready that is not', async () => {
    const folder = folderWith({});
    cpSync(example.site, folder, { recursive: true });
    rmSync(join(folder, '.github'), { recursive: true });
    const made = await playground({ repository: folder });
    const someone = new Visitor(made);
    const first = wordsOf(await someone.get(''));
    expect(first).toContain('Set up this repository first');
    expect(first).not.toContain('Make every mistake at once');
    const issues = await someone.get('/issues');
    expect(wordsOf(issues)).toContain('The repository has no issue form.');
    expect(issues.text).not.toContain('template=');
    expect((await someone.get('/issues/new')).text).not.toContain('template=');
    expect(wordsOf(await someone.get('/issues/new?template=powered-by.yml'))).toContain(
      'No form to fill in',
    );
    expect(wordsOf(await someone.get('/site'))).toContain('No page is configured yet');
    const done = await someone.post('/make-ready');
    expect(wordsOf(done)).toContain('The configuration and the issue form are pushed.');
    expect((await someone.get('/issues/new?template=powered-by.yml')).text).toContain(
      'field:company',
    );
    const filled = await someone.post('/examples', { example: 'lantern' });
    expect(filled.text).toContain('value="纸灯笼 Paper Lantern"');
    expect(filled.text).toContain('night markets with');
    expect(filled.text).not.toContain('{project}');
    expect(readdirSync(folder)).not.toContain('.github');
  });

  it('asks which list is meant where a checkout has several', async () => {
    const list = (names: string) => `# Users\n\n| Name | Use |\n| --- | --- |\n${names}`;
    const repository = folderWith({
      'ADOPTERS.md': list('| One | 1 |\n| Two | 2 |\n| Three | 3 |\n'),
      'USERS.md': list('| Four | 4 |\n| Five | 5 |\n| Six | 6 |\n'),
    });
    const made = await playground({ repository });
    const someone = made.visitor();
    const asked = await someone.post('/make-ready');
    expect(wordsOf(asked)).toContain('Which list?');
    const addresses = Array.from(
      asked.text.matchAll(/name="list" value="([^"]+)"/g),
      ([, at]) => at,
    );
    expect(addresses.toSorted()).toEqual(['ADOPTERS.md#Users', 'USERS.md#Users']);
    const done = await someone.post('/make-ready', { list: 'USERS.md#Users' });
    expect(wordsOf(done)).toContain('The configuration and the issue form are pushed.');
    expect((await someone.get('/blob/main/.github/poweredby.yml?raw=true')).text).toContain(
      'en: USERS.md',
    );
    expect((await someone.get('/site')).text).toContain('The file as GitHub shows it.');
  });
});
