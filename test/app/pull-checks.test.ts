import { expect, it } from 'vitest';
import type { Files } from '../../src/emulator/files.ts';
import type { CheckRun, Issue } from '../../src/emulator/world/model.ts';
import { formPath } from '../../src/form/write-form.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';
import { configurationFile, pages, type World, type WorldOptions, world } from './world.ts';

const adoptersFile = 'ADOPTERS.md';

/** A project with a table of its users, one of them without a homepage that the configuration wants. */
const project = (rows: readonly string[]): Files => ({
  [adoptersFile]: `# Adopters\n\n| Organization | Use |\n| --- | --- |\n${rows.join('')}`,
});

const row = (name: string, use = 'steers water') => `| ${name} | ${use} |\n`;
const rows = ['Alder', 'Birch', 'Cedar'].map((name) => row(name));

const configuration = `pages: {en: ${adoptersFile}}
format: markdown-table
fields:
  Organization: {role: name}
  Use: {role: text, required: true}
logo: none
order: append
`;

/** The form as set-up writes it for a configuration. */
function formFor(settings: string): Files {
  return { [formPath]: writtenForm(configurationOf(settings)) };
}

/** A world with that project. */
function adopters(options: WorldOptions = {}): Promise<World> {
  return world({
    ...options,
    files: { ...project(rows), ...formFor(configuration), ...options.files },
    configuration: () => configuration,
  });
}

let count = 0;

/** Has somebody push these files to a new branch, and open a pull request for it. */
async function propose({ github, repository }: World, files: Files, who = 'mary'): Promise<Issue> {
  count += 1;
  const branch = `change-${count}`;
  await github.as(who).push(repository, { branch, files });
  const pull = { title: 'A change', body: '', head: branch, base: 'main' };
  return github.as(who).openPull(repository, pull);
}

/** The check run of a pull request's newest commit. */
function checkOf({ repository }: World, { pull }: Issue): CheckRun {
  const [run, ...others] = repository.checkRuns.filter(({ headOid }) => headOid === pull?.headOid);
  if (!run || others.length > 0) throw new Error(`There are ${others.length + (run ? 1 : 0)}`);
  return run;
}

const places = ({ annotations }: CheckRun) =>
  annotations.map(
    ({ path, start_line: line, annotation_level: level }) => `${level} ${path}:${line}`,
  );

it('a clean edit by hand passes', async () => {
  const made = await adopters();
  const pull = await propose(made, project([...rows, row('Dogwood')]));
  await made.settle();
  expect(checkOf(made, pull)).toMatchObject({
    name: 'Powered By',
    status: 'completed',
    conclusion: 'success',
    externalId: `pull-${pull.number}`,
    title: 'Nothing to fix',
    annotations: [],
  });
});

it('a broken row fails with its line', async () => {
  const made = await adopters();
  const pull = await propose(made, project([...rows, row('Dogwood', ''), row('Elm')]));
  await made.settle();
  const run = checkOf(made, pull);
  expect(run).toMatchObject({ conclusion: 'failure', title: '1 thing to fix' });
  expect(places(run)).toEqual([`failure ${adoptersFile}:8`]);
  expect(run.annotations[0]?.message).toContain('Dogwood has no “Use”');
  expect(run.summary).toContain('What this pull request adds');
});

it('what was there before does not fail, wherever it is by now', async () => {
  const files = project([row('Alder', ''), ...rows.slice(1)]);
  const made = await adopters({ files });
  const pull = await propose(made, project([row('Acacia'), row('Alder', ''), ...rows.slice(1)]));
  await made.settle();
  const run = checkOf(made, pull);
  expect(run).toMatchObject({ conclusion: 'success', title: 'Nothing to fix' });
  expect(places(run)).toEqual([`notice ${adoptersFile}:6`]);
  expect(run.summary).toContain('One other thing was there before');
});

it('a form that does not agree is new where the configuration brings that', async () => {
  const made = await adopters();
  const changed = configuration.replace('{role: text,', '{role: status, choices: [Web],');
  const pull = await propose(made, { [configurationFile]: changed });
  await made.settle();
  const messages = checkOf(made, pull).annotations.filter(({ path }) => path === formPath);
  const levels = messages.map(({ annotation_level: level }) => level);
  expect(new Set(levels)).toEqual(new Set(['failure', 'warning']));
  expect(messages.map(({ message }) => message).join('\n')).toContain('poweredby init --form');
});

it('an unknown key of the configuration fails with its line, in the language of the configuration before', async () => {
  const made = await adopters({ configuration: () => `${configuration}language: zh\n` });
  const { github, repository } = made;
  const written = (await github.readFile(repository, configurationFile)) ?? '';
  const files = { [configurationFile]: `${written}language: zh\n` };
  await github.as('mary').push(repository, { files });
  const pull = await propose(made, {
    [configurationFile]: `${written}language: zh\nlogos: none\n`,
  });
  await made.settle();
  const run = checkOf(made, pull);
  const line = written.split('\n').length + 1;
  expect(places(run)).toEqual([`failure ${configurationFile}:${line}`]);
  expect(run).toMatchObject({ conclusion: 'failure', title: '有 1 处需要修正' });
});

it('entries that are no good by a new configuration are older than it; a page that is not there is not', async () => {
  const made = await adopters({
    files: project([row('Alder', 'x'), row('Birch', ''), row('Cedar')]),
  });
  const strict = configuration.replace('role: text', 'role: text, choices: [steers water]');
  const stricter = await propose(made, { [configurationFile]: strict });
  const lost = await propose(made, {
    [configurationFile]: configuration.replace(adoptersFile, 'USERS.md'),
  });
  await made.settle();
  expect(checkOf(made, stricter)).toMatchObject({ conclusion: 'success' });
  expect(places(checkOf(made, stricter)).length).toBeGreaterThan(1);
  expect(checkOf(made, lost)).toMatchObject({ conclusion: 'failure' });
});

it('a pull request that touches nothing of ours has no check run, and takes one request', async () => {
  const made = await adopters();
  await made.settle();
  await propose(made, { 'README.md': 'A dam.\n' });
  await made.settle();
  made.github.requests.clear();
  await propose(made, { 'README.md': 'A dam of stones.\n' });
  await made.settle();
  expect(made.repository.checkRuns).toEqual([]);
  expect(made.github.requests.counted).toHaveLength(1);
});

it('without the permission it says nothing, and the log has a line', async () => {
  const lines: string[] = [];
  const logger = { debug() {}, info: (line: string) => lines.push(line), warn() {}, error() {} };
  const made = await adopters({ app: { logger } });
  for (const installation of made.github.installations) {
    made.github.setUnaccepted(installation, 'checks');
  }
  await made.settle();
  const pull = await propose(made, project([...rows, row('Dogwood', '')]));
  made.github.requests.clear();
  await made.settle();
  expect(made.repository.checkRuns).toEqual([]);
  expect(pull.comments).toEqual([]);
  expect(lines).toContain('A pull request is not checked: the app lacks a permission');
});

it('a pull request of a fork is checked as it is now, and only read', async () => {
  const made = await adopters();
  const { github, repository } = made;
  const eve = github.as('eve');
  const files = {
    ...project([...rows, row('<b>@mary</b>', '')]),
    [configurationFile]: configuration,
  };
  const pull = await eve.openForkPull(repository, { title: 'Us', body: '', branch: 'main', files });
  await made.settle();
  const first = checkOf(made, pull);
  expect(first).toMatchObject({ conclusion: 'failure' });
  expect(first.summary).not.toContain('@mary');
  await eve.pushToFork(pull, project([...rows, row('Eve', 'floods')]));
  await made.settle();
  expect(checkOf(made, pull)).toMatchObject({ conclusion: 'success' });
  expect(repository.checkRuns).toHaveLength(2);
});

it('it is made once for a commit, whatever is told of it twice, late or by a sweep', async () => {
  const made = await adopters();
  const { github, repository, settle } = made;
  github.faults.order({ kind: 'webhook-doubled', operation: 'pull_request-opened' });
  const pull = await propose(made, project([...rows, row('Dogwood')]));
  await settle();
  await made.app().sweep();
  await settle();
  await made.restart();
  await made.app().sweep();
  await settle();
  const [deliveries] = [github.webhooks.recentDeliveries()];
  for (const delivery of deliveries) github.webhooks.redeliver(delivery);
  await settle();
  expect(repository.checkRuns.map(({ headOid }) => headOid)).toEqual([pull.pull?.headOid]);
});

it('after two quick pushes the newest commit has one', async () => {
  const made = await adopters();
  const pull = await propose(made, project([...rows, row('Dogwood', '')]));
  const branch = pull.pull?.headRefName ?? '';
  const mary = made.github.as('mary');
  await mary.push(made.repository, { branch, files: project([...rows, row('Dogwood', 'b')]) });
  await mary.push(made.repository, { branch, files: project([...rows, row('Dogwood', 'c')]) });
  await made.settle();
  expect(checkOf(made, pull)).toMatchObject({ conclusion: 'success' });
});

it('a lost webhook is caught up by the sweep', async () => {
  const made = await adopters();
  made.github.faults.order({ kind: 'webhook-lost', operation: 'pull_request-opened' });
  const pull = await propose(made, project([...rows, row('Dogwood')]));
  await made.settle();
  expect(made.repository.checkRuns).toEqual([]);
  await made.app().sweep();
  await made.settle();
  expect(checkOf(made, pull)).toMatchObject({ conclusion: 'success' });
});

it('one for another branch is checked when it becomes one for the default branch', async () => {
  const made = await adopters();
  const { github, repository } = made;
  const mary = github.as('mary');
  await mary.push(repository, { branch: 'staging', files: { 'notes.md': 'Later.\n' } });
  const files = project([...rows, row('Dogwood', '')]);
  await mary.push(repository, { branch: 'change', files });
  const change = { title: 'A change', body: '', head: 'change', base: 'staging' };
  const pull = await mary.openPull(repository, change);
  await made.settle();
  expect(repository.checkRuns).toEqual([]);
  await mary.changeBase(pull, 'main');
  await made.settle();
  expect(checkOf(made, pull)).toMatchObject({ conclusion: 'failure' });
});

it('where GitHub stumbles or shows what was before, it is tried again', async () => {
  for (const kind of ['bad-gateway-before', 'bad-gateway-after', 'lag'] as const) {
    const made = await adopters();
    if (kind === 'lag') made.github.replica.lag = 5000;
    else made.github.faults.order({ kind, operation: 'checks/create', times: 2 });
    const pull = await propose(made, project([...rows, row('Dogwood')]));
    await made.settle();
    expect(checkOf(made, pull), kind).toMatchObject({ conclusion: 'success' });
  }
});

it('where GitHub refuses for good, the commit is left alone after a second try, and the log has a line', async () => {
  const warnings: string[] = [];
  const logger = { debug() {}, info() {}, warn: (line: string) => warnings.push(line), error() {} };
  let compared = 0;
  const refusing: typeof fetch = async (address, options) => {
    if (!String(address).includes('/compare/')) return fetch(address, options);
    compared += 1;
    return Response.json({ message: 'No common ancestor' }, { status: 404 });
  };
  const made = await adopters({ app: { logger, fetch: refusing } });
  const pull = await propose(made, project([...rows, row('Dogwood')]));
  await made.settle();
  for (const _ of [1, 2]) {
    await made.app().sweep();
    await made.settle();
  }
  expect(made.repository.checkRuns).toEqual([]);
  expect(compared).toBe(2);
  expect(warnings).toEqual(['A pull request cannot be checked: GitHub refuses a request']);
  const branch = pull.pull?.headRefName ?? '';
  const files = project([...rows, row('Elm')]);
  await made.github.as('mary').push(made.repository, { branch, files });
  await made.settle();
  expect(compared).toBe(4);
});

it('somebody may ask for it again, also for a fork’s, and for all of a commit', async () => {
  const made = await adopters();
  const { github, repository, settle } = made;
  const files = project([...rows, row('Dogwood')]);
  const pull = await github
    .as('eve')
    .openForkPull(repository, { title: 'Us', body: '', branch: 'main', files });
  await settle();
  const run = checkOf(made, pull);
  await github.as('mary').rerequest(repository, run, 'check_run');
  await settle();
  expect(repository.checkRuns).toHaveLength(2);
  await github.as('mary').rerequest(repository, run, 'check_suite');
  await settle();
  expect(repository.checkRuns).toHaveLength(3);
});

it('a list with a file for each company is checked file by file', async () => {
  const entry = (name: string, use: string) => `name: ${name}\nuse: ${use}\n`;
  const settings = `pages: {en: 'users/*.yml'}
format: entry-files
fields:
  name: {role: name}
  use: {role: text, required: true}
logo: none
order: append
`;
  const users = {
    'users/alder.yml': entry('Alder', 'x'),
    'users/birch.yml': entry('Birch', '""'),
  };
  const made = await world({
    files: { ...users, ...formFor(settings) },
    configuration: () => settings,
  });
  const pull = await propose(made, {
    'users/cedar.yml': entry('Cedar', '""'),
    'users/dogwood.yml': entry('Dogwood', 'y'),
  });
  await made.settle();
  expect(places(checkOf(made, pull))).toEqual([
    expect.stringMatching(/^failure users\/cedar\.yml:/),
    expect.stringMatching(/^notice users\/birch\.yml:/),
  ]);
});

it('many findings come in several requests; the rest is counted', async () => {
  const made = await adopters();
  const many = Array.from({ length: 230 }, (_, index) => row(`Company ${index}`, ''));
  const pull = await propose(made, project([...rows, ...many]));
  await made.settle();
  const run = checkOf(made, pull);
  expect(run).toMatchObject({ conclusion: 'failure', title: '230 things to fix' });
  expect(run.annotations).toHaveLength(200);
  expect(new Set(places(run)).size).toBe(200);
  expect(run.summary?.length).toBeLessThan(65_536);
});

it('killed at any request, it is there once in the end, with each annotation once', async () => {
  for (const isEffective of [false, true]) {
    for (let request = 1; ; request++) {
      const made = await adopters();
      await made.settle();
      const many = Array.from({ length: 60 }, (_, index) => row(`Company ${index}`, ''));
      const cut = made.line.cutAt(request, isEffective);
      const pull = await propose(made, project([...rows, ...many]));
      const isCut = await Promise.race([cut.then(() => true), made.settle().then(() => false)]);
      await made.restart();
      await made.app().sweep();
      await made.settle();
      const run = checkOf(made, pull);
      expect(run, `at request ${request}`).toMatchObject({ conclusion: 'failure' });
      expect(run.annotations).toHaveLength(60);
      if (!isCut) break;
    }
  }
});

it('of a huge change it looks only at what concerns it', async () => {
  const made = await adopters();
  const others = Array.from({ length: 320 }, (_, index) => [`docs/${index}.md`, `${index}\n`]);
  const untouched = await propose(made, Object.fromEntries(others));
  await made.settle();
  expect(made.repository.checkRuns).toEqual([]);
  expect(untouched.isOpen).toBe(true);
  const files = { ...Object.fromEntries(others), ...project([...rows, row('Zelkova', '')]) };
  const touched = await propose(made, { ...files, 'z.md': 'last\n' });
  await made.settle();
  expect(checkOf(made, touched)).toMatchObject({ conclusion: 'failure' });
});

it('a pull request that removes the configuration, or brings a list that is too large, is neither right nor wrong', async () => {
  const made = await adopters();
  const removed = await propose(made, { [configurationFile]: null });
  const large = await propose(made, project([row('A'.repeat(600_000))]));
  await made.settle();
  expect(checkOf(made, removed)).toMatchObject({
    conclusion: 'neutral',
    title: 'The configuration is deleted',
  });
  expect(checkOf(made, large)).toMatchObject({
    conclusion: 'neutral',
    title: 'Too large to check',
  });
});

it('lists that are too large together are not read, whatever a fork’s configuration names', async () => {
  const made = await adopters();
  const large = `# Adopters\n\n${'- Alder\n'.repeat(50_000)}`;
  const locales = ['en', 'de', 'fr'];
  const names = locales.map((locale) => `${locale}: list.${locale}.md`).join(', ');
  const files = {
    ...Object.fromEntries(locales.map((locale) => [`list.${locale}.md`, large + locale])),
    [configurationFile]: `pages: {${names}}\nformat: markdown-list\nlogo: none\n`,
  };
  const eve = made.github.as('eve');
  const fork = { title: 'Us', body: '', branch: 'main', files };
  const pull = await eve.openForkPull(made.repository, fork);
  await made.settle();
  const run = checkOf(made, pull);
  expect(run).toMatchObject({ conclusion: 'neutral', title: 'Too large to check' });
  expect(run.summary).toContain('together with the other lists');
});

it('folders that hold too many files together are not read, however small these are', async () => {
  const made = await adopters();
  const locales = ['en', 'de', 'fr', 'es'];
  const names = locales.map((locale) => `${locale}: users/${locale}/*.yml`).join(', ');
  const entries = locales.flatMap((locale) =>
    Array.from({ length: 800 }, (_, index) => [
      `users/${locale}/c${index}.yml`,
      `name: ${locale}${index}\n`,
    ]),
  );
  const files = {
    ...Object.fromEntries(entries),
    [configurationFile]: `pages: {${names}}\nformat: entry-files\nlogo: none\n`,
  };
  const fork = { title: 'Us', body: '', branch: 'main', files };
  const pull = await made.github.as('eve').openForkPull(made.repository, fork);
  await made.settle();
  expect(checkOf(made, pull)).toMatchObject({ title: 'Too large to check' });
});

it('a pull request of ours has none, until somebody pushes to it', async () => {
  const made = await world();
  made.submit('ann');
  await made.settle();
  const [ours] = made.open();
  if (!ours?.pull) throw new Error('There is no pull request');
  expect(made.repository.checkRuns).toEqual([]);
  const page = (await made.github.readFile(made.repository, pages.en, ours.pull.headRefName)) ?? '';
  const files = { [pages.en]: page.replace('Juniper Parcel', 'Juniper') };
  await made.github.as('mary').push(made.repository, { branch: ours.pull.headRefName, files });
  await made.settle();
  expect(checkOf(made, ours).status).toBe('completed');
});
