import { describe, expect, it } from 'vitest';
import { writtenForm } from '../../src/written-form.ts';
import { ownFieldsOf, withConsent } from '../form/forms.ts';
import { writeIssue } from '../form/write-issue.ts';
import { configurationOf } from '../submission/configuration.ts';
import { bothDrivers } from './drivers.ts';
import { installedOn } from './installed-on.ts';
import { say } from './said.ts';
import { configurationFile, type World, worldsOf } from './world.ts';

const settings = `pages: {en: 'data/adopters/*.yml'}
format: entry-files
fields:
  name: {role: name}
  website: {role: homepage, required: true}
  description: {role: text, required: true}
  logo: {role: logo}
logo: {required: false, directory: static/logos, url: /logos, file: '{slug}.png', size: 120}
`;

function fileOf(name: string, host: string, description: string, logo?: string): string {
  const picture = logo === undefined ? '' : `logo: /logos/${logo}\n`;
  return `name: ${name}\nwebsite: https://${host}.example\ndescription: "${description}"\n${picture}`;
}

const alder = fileOf('Alder Rail', 'alder', 'Plans trains.');
const birch = fileOf('Birch', 'birch', 'Reads meters.');

/** A project with a folder of adopters, and how people ask to be in it. */
async function project(worlds: ReturnType<typeof worldsOf>) {
  const configuration = configurationOf(settings);
  const files = {
    'data/adopters/alder-rail.yml': alder,
    'data/adopters/birch.yml': birch,
    'data/adopters/README.md': 'One file for each adopter.\n',
    '.github/ISSUE_TEMPLATE/powered-by.yml': writtenForm(configuration),
    [configurationFile]: settings,
  };
  const made = await worlds.world({ files });
  const fields = ownFieldsOf(configuration);
  const ask = async (given: Readonly<Record<string, string>>) => {
    const body = writeIssue(fields, withConsent(given, fields));
    const issue = made.github
      .as('ann')
      .openIssue(made.repository, { title: 'Add us', body }, ['powered-by']);
    await made.settle();
    return issue;
  };
  return { ...made, ask };
}

function read({ github, repository }: World, name: string) {
  return github.readFile(repository, `data/adopters/${name}`);
}

async function mergeAll(made: World): Promise<void> {
  for (const pull of made.open()) await made.merge(pull);
  await made.settle();
}

const dovetail = {
  company: 'Dovetail',
  homepage: 'https://dovetail.example',
  description: 'Cuts joints.',
};

describe.each(bothDrivers)('Served by the %s, a folder with a file for each company', (driver) => {
  const worlds = worldsOf(driver);

  it('gets a file and a logo from a form, another text, another name, and loses both files', async () => {
    const made = await project(worlds);
    const { ask, open, said, github, repository, settle } = made;
    const issue = await ask({ ...dovetail, logo: made.drawing('ann') });
    const [pull, ...others] = open();
    expect(others, said(issue)).toEqual([]);
    expect(pull?.pull?.changes.files.map(({ path }) => path)).toEqual([
      'data/adopters/dovetail.yml',
      'static/logos/dovetail.png',
    ]);
    expect(pull?.body).toContain('data/adopters/dovetail.yml');
    expect(pull?.body).toContain('Cuts joints.');
    await mergeAll(made);
    expect(await read(made, 'dovetail.yml')).toBe(
      fileOf('Dovetail', 'dovetail', 'Cuts joints.', 'dovetail.png'),
    );
    expect(issue.isOpen).toBe(false);

    const wish = (title: string) =>
      github.as('ann').openIssue(repository, { title, body: 'Hello.' });
    await say(
      made,
      'mary',
      wish('Text'),
      '/poweredby add\ncompany: Dovetail\ndescription: Cuts more.',
    );
    await mergeAll(made);
    await say(made, 'mary', wish('Name'), '/poweredby rename Dovetail to Dovetail Joinery');
    await mergeAll(made);
    expect(await read(made, 'dovetail.yml')).toBe(
      fileOf('Dovetail Joinery', 'dovetail', 'Cuts more.', 'dovetail.png'),
    );
    await say(made, 'mary', wish('Gone'), '/poweredby remove Dovetail Joinery');
    await mergeAll(made);
    await settle();
    expect(await read(made, 'dovetail.yml')).toBeUndefined();
    expect(await github.readFile(repository, 'static/logos/dovetail.png')).toBeUndefined();
    expect([await read(made, 'alder-rail.yml'), await read(made, 'birch.yml')]).toEqual([
      alder,
      birch,
    ]);
  });

  it('has a logo in the folder of an entry, and loses both with all that is there', async () => {
    const settings = `pages: {en: 'content/users/*/index.md'}
format: entry-files
fields: {title: {role: name}, link: {role: homepage}, logo: {role: logo}}
logo: {directory: 'content/users/*', url: '', file: logo.png, size: 120}
`;
    const page = (name: string) => {
      return `---\ntitle: ${name}\nlink: https://${name.toLowerCase()}.example\nlogo: logo.png\n---\n`;
    };
    const configuration = configurationOf(settings);
    const made = await worlds.world({
      files: {
        'content/users/alder/index.md': page('Alder'),
        'content/users/alder/logo.png': '',
        'content/users/birch/index.md': page('Birch'),
        'content/users/birch/logo.png': '',
        '.github/ISSUE_TEMPLATE/powered-by.yml': writtenForm(configuration),
        [configurationFile]: settings,
      },
    });
    const fields = ownFieldsOf(configuration);
    const { github, repository } = made;
    const open = (given: Readonly<Record<string, string>>) => {
      const body = writeIssue(fields, withConsent(given, fields));
      return github.as('ann').openIssue(repository, { title: 'Add us', body }, ['powered-by']);
    };
    const homepage = 'https://dovetail.example';
    const issue = open({ company: 'Dovetail', homepage, logo: made.drawing('ann') });
    await made.settle();
    const [pull] = made.open();
    expect(
      pull?.pull?.changes.files.map(({ path }) => path),
      made.said(issue),
    ).toEqual(['content/users/dovetail/index.md', 'content/users/dovetail/logo.png']);
    expect(pull?.body).toContain('content/users/dovetail/logo.png');
    await mergeAll(made);
    expect(await github.readFile(repository, 'content/users/dovetail/index.md')).toBe(
      page('Dovetail'),
    );
    const files = { 'content/users/dovetail/joints.txt': 'Many.' };
    await github.as('mary').push(repository, { branch: 'main', files });
    const wish = github.as('ann').openIssue(repository, { title: 'Gone', body: 'Hello.' });
    await say(made, 'mary', wish, '/poweredby remove Dovetail');
    const [removal] = made.open();
    expect(
      removal?.pull?.changes.files.map(({ path }) => path),
      made.said(wish),
    ).toEqual([
      'content/users/dovetail/index.md',
      'content/users/dovetail/joints.txt',
      'content/users/dovetail/logo.png',
    ]);
    await mergeAll(made);
    expect(await github.readFile(repository, 'content/users/alder/logo.png')).toBe('');
  });

  it('gets two files from two pull requests, neither of which the other has to wait for', async () => {
    const made = await project(worlds);
    await made.ask(dovetail);
    const cedar = { company: 'Cedar', homepage: 'https://cedar.example', description: 'Grows.' };
    await made.ask(cedar);
    const [one, other] = made.open();
    if (!one || !other) throw new Error('There are not two pull requests');
    await made.merge(one);
    expect(await made.github.isMergeable(other)).toBe(true);
    await made.settle();
    await made.merge(other);
    await made.settle();
    expect(await read(made, 'dovetail.yml')).toBe(fileOf('Dovetail', 'dovetail', 'Cuts joints.'));
    expect(await read(made, 'cedar.yml')).toBe(fileOf('Cedar', 'cedar', 'Grows.'));
  });

  it('gives two companies of nearly one name two files, whichever is merged first', async () => {
    const made = await project(worlds);
    await made.ask(dovetail);
    const other = { ...dovetail, company: 'Dovetail!', homepage: 'https://dovetail.test' };
    await made.ask(other);
    for (let count = 0; count < 2; count++) {
      const [next] = made.open();
      if (!next) throw new Error('There is no pull request left');
      await made.merge(next);
      await made.settle();
    }
    const files = [await read(made, 'dovetail.yml'), await read(made, 'dovetail-2.yml')];
    expect(files.map((text) => /^name: (.*)$/m.exec(text ?? '')?.[1])).toEqual([
      'Dovetail',
      'Dovetail!',
    ]);
  });

  it('has the pull request for a file regenerated once somebody else changed that file', async () => {
    const made = await project(worlds);
    await made.ask({
      company: 'Birch',
      homepage: 'https://birch.example',
      description: 'Reads meters at night.',
    });
    const [pull] = made.open();
    if (!pull) throw new Error('There is no pull request');
    const moved = birch.replace('birch.example', 'birch-meters.example');
    const files = { 'data/adopters/birch.yml': `${moved}# Kept.\n` };
    await made.github.as('mary').push(made.repository, { files });
    await made.settle();
    expect(await made.github.isMergeable(pull)).toBe(true);
    await made.merge(pull);
    await made.settle();
    expect(await read(made, 'birch.yml')).toContain('# Kept.');
  });

  it('says which file cannot be read, and where', async () => {
    const made = await project(worlds);
    const files = { 'data/adopters/birch.yml': 'name: Birch\nwebsite: [' };
    await made.github.as('mary').push(made.repository, { branch: 'main', files });
    const issue = await made.ask(dovetail);
    expect(made.open()).toEqual([]);
    expect(made.said(issue)).toMatch(/data\/adopters\/birch\.yml/);
  });
});

describe('the check of a pull request', () => {
  it('names the file of an entry that somebody wrote by hand, and its line', async () => {
    const { github, repository, settle } = await project(worldsOf('app'));
    const mary = github.as('mary');
    const check = async (own: Readonly<Record<string, string>>, branch: string) => {
      await mary.push(repository, { branch, files: own });
      const pull = { title: 'A change', body: '', head: branch, base: 'main' };
      const { pull: opened } = await mary.openPull(repository, pull);
      await settle();
      const runs = repository.checkRuns.filter(({ headOid }) => headOid === opened?.headOid);
      return runs.map(({ conclusion, annotations }) => ({
        conclusion,
        places: annotations.map(({ path, start_line: line }) => `${path}:${line}`),
      }));
    };
    expect(await check({ 'data/adopters/elm.yml': fileOf('Elm', 'elm', 'Grows.') }, 'a')).toEqual([
      { conclusion: 'success', places: [] },
    ]);
    expect(
      await check({ 'data/adopters/cedar.yml': 'name: Cedar\ndescription: "Grows."\n' }, 'b'),
    ).toEqual([{ conclusion: 'failure', places: ['data/adopters/cedar.yml:1'] }]);
    expect(await check({ 'data/adopters/dill.yml': 'name: Dill\ndescription: [\n' }, 'c')).toEqual([
      { conclusion: 'failure', places: ['data/adopters/dill.yml:3'] },
    ]);
  });
});

describe('the pull request that configures a repository', () => {
  it('is for a large folder, of which it reads with few requests only as much as tells', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => {
        const name = `Company ${index}`;
        return [`data/adopters/company-${index}.yml`, fileOf(name, `c${index}`, 'Reads meters.')];
      }),
    );
    const { only, textOf, github } = await installedOn({
      ...files,
      'data/adopters/README.md': '# Adopters\n',
    });
    const text = await textOf('poweredby/configure', configurationFile);
    expect(configurationOf(text)).toMatchObject({
      pages: { en: 'data/adopters/*.yml' },
      format: 'entry-files',
      fields: { name: { role: 'name' }, website: { role: 'homepage', required: true } },
      logo: { need: 'none' },
    });
    expect(only().body).toContain('a file for each company');
    expect(github.requests.counted.length).toBeLessThan(25);
  });
});
