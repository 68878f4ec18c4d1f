import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import type { RepositoryRules } from '../../src/emulator/world/repository-rules.ts';
import {
  adopters,
  adoptersFile,
  branch,
  companies,
  formFile,
  installedOn,
  reinstall,
} from './installed-on.ts';
import { commitsOn, configurationFile, exampleFiles, logoFolder, pages, world } from './world.ts';

const unconfigured = { [configurationFile]: null, [formFile]: null };

/** An issue as GitHub writes it from a form, each field filled in. */
function filledIn(form: string, answers: Readonly<Record<string, string>>): string {
  const { body } = formShape.parse(parse(form));
  const sections = body.flatMap(({ id, attributes }) => {
    if (id === undefined) return [];
    const boxes = attributes.options?.map(({ label }) => `- [X] ${label}`).join('\n');
    return [`### ${attributes.label}\n\n${boxes ?? answers[id] ?? 'Juniper steers water.'}`];
  });
  return sections.join('\n\n');
}

const formShape = z.object({
  body: z.array(
    z.object({
      id: z.string().optional(),
      attributes: z.object({
        label: z.string().optional(),
        options: z.array(z.object({ label: z.string() })).optional(),
      }),
    }),
  ),
});

it('installed on a repository without a configuration, the app proposes one; merged, companies are added', async () => {
  const { github, repository, settle, only, pulls, mary, textOf } = await installedOn(
    adopters(companies),
  );
  const pull = only();
  expect(pull.title).toBe('Configure Powered By');
  for (const said of [adoptersFile, 'a Markdown table', 'companies: 3', '### After the merge']) {
    expect(pull.body).toContain(said);
  }
  const paths = pull.pull?.changes.files.map(({ path }) => path).sort();
  expect(paths).toEqual([formFile, configurationFile]);
  await mary.merge(pull);
  await settle();
  expect(await repository.git.branches()).toEqual(['main']);
  const answers = {
    company: 'Juniper',
    link: 'https://juniper.example/',
    homepage: 'https://juniper.example/',
  };
  const body = filledIn(await textOf('main', formFile), answers);
  github.as('ann').openIssue(repository, { title: 'Add us', body }, ['powered-by']);
  await settle();
  const proposed = pulls().find(({ isOpen }) => isOpen);
  if (!proposed) throw new Error('There is no pull request for the company');
  await mary.merge(proposed);
  await settle();
  expect(await github.readFile(repository, adoptersFile)).toContain(
    '| [Juniper](https://juniper.example',
  );
});

it('a site with pages in two languages and a folder of logos is found, too', async () => {
  const { only, textOf } = await installedOn({ ...exampleFiles(), ...unconfigured });
  expect(only().body).toContain(pages.en);
  const configuration = await textOf(branch, configurationFile);
  expect(configuration).toContain(pages.zh);
  expect(configuration).toContain(logoFolder);
});

it('the proposal follows the lists while nobody pushed to it, and what a person pushed is left alone', async () => {
  const { repository, settle, only, mary, textOf } = await installedOn(adopters(companies));
  await mary.push(repository, { files: adopters(companies, 'Since') });
  await settle();
  expect(await textOf(branch, configurationFile)).toContain('Since');
  expect(await textOf(branch, formFile)).toContain('Since');
  expect(await commitsOn(repository, branch)).toHaveLength(2);
  await mary.push(repository, { branch, files: { [configurationFile]: '# mine\n' } });
  await mary.push(repository, { files: adopters(companies, 'Since', 'Region') });
  await settle();
  expect(await textOf(branch, configurationFile)).toBe('# mine\n');
  expect(await textOf(branch, formFile)).not.toContain('Region');
  expect(only().isOpen).toBe(true);
});

it('a push that changes nothing of the proposal leaves it as it is, and words that a person changed', async () => {
  const { repository, settle, only, mary } = await installedOn(adopters(companies));
  const head = only().pull?.headOid;
  mary.edit(only(), { title: 'Let companies ask', body: 'We have talked about it.' });
  await mary.push(repository, { files: { 'src/gate.c': 'int gate;' } });
  await settle();
  expect(only().pull?.headOid).toBe(head);
  expect(only().body).toBe('We have talked about it.');
});

it('closed, the proposal never comes again, whatever is pushed, swept or installed', async () => {
  const { github, repository, app, settle, only, mary, restart } = await installedOn(
    adopters(companies),
  );
  mary.close(only());
  await settle();
  await mary.push(repository, { files: adopters(companies, 'Since') });
  await settle();
  reinstall(github, repository);
  await settle();
  await restart();
  await app().sweep();
  await settle();
  expect(only().isOpen).toBe(false);
});

it('where there is no list, nothing is proposed; nor where one appears only later', async () => {
  const { repository, settle, pulls, mary } = await installedOn({ 'README.md': '# Weir\n' });
  await mary.push(repository, { files: adopters(companies) });
  await settle();
  expect(pulls()).toEqual([]);
  expect(await repository.git.branches()).toEqual(['main']);
});

it('a configuration that somebody else writes ends the proposal', async () => {
  const { repository, settle, only, mary, textOf } = await installedOn(adopters(companies));
  await mary.push(repository, {
    files: { [configurationFile]: await textOf(branch, configurationFile) },
  });
  await settle();
  expect(only().isOpen).toBe(false);
  expect(await repository.git.branches()).toEqual(['main']);
});

it('where the list is deleted, the proposal is closed and says why, and comes back if it is reopened', async () => {
  const { github, repository, app, settle, only, mary, textOf } = await installedOn(
    adopters(companies),
  );
  const head = only().pull?.headOid ?? '';
  await mary.push(repository, { files: { [adoptersFile]: null } });
  await settle();
  expect(only().isOpen).toBe(false);
  expect(only().comments.map(({ body }) => body)).toEqual([
    expect.stringContaining('no longer on the default branch'),
  ]);
  expect(await repository.git.branches()).toEqual(['main']);
  await mary.push(repository, { files: adopters(companies, 'Since') });
  reinstall(github, repository);
  await settle();
  await app().sweep();
  await settle();
  expect(only().isOpen).toBe(false);
  await mary.createBranch(repository, branch, head);
  await mary.reopen(only());
  await settle();
  expect(only().isOpen).toBe(true);
  await mary.push(repository, { files: { 'README.md': '# Weir' } });
  await settle();
  expect(await textOf(branch, configurationFile)).toContain('Since');
});

it('where the list is deleted, what a person pushed to the proposal stays', async () => {
  const { repository, settle, only, mary } = await installedOn(adopters(companies));
  await mary.push(repository, { branch, files: { [configurationFile]: '# mine\n' } });
  await mary.push(repository, { files: { [adoptersFile]: null } });
  await settle();
  expect(only().isOpen).toBe(true);
  expect(only().comments).toEqual([]);
});

it('a repository whose configuration is taken away gets no proposal', async () => {
  const made = await world();
  const files = { [configurationFile]: null };
  await made.github.as('mary').push(made.repository, { files });
  await made.settle();
  await made.app().sweep();
  await made.settle();
  expect(made.open()).toEqual([]);
});

it('delivered twice, and swept at the same time, there is one proposal', async () => {
  const { github, app, settle, only, another } = await installedOn(adopters(companies));
  const delivery = github.webhooks
    .recentDeliveries()
    .find(({ request }) => request.event === 'installation_repositories');
  if (!delivery) throw new Error('Nothing was delivered');
  await Promise.all([github.webhooks.redeliver(delivery), app().sweep(), another().sweep()]);
  await settle();
  expect(only().isOpen).toBe(true);
});

it('an installation of which no webhook came is found by the sweep', async () => {
  const { github, app, settle } = await world();
  const repository = await github.createRepository('anvil/anvil', { files: adopters(companies) });
  const { target } = github.webhooks;
  github.webhooks.target = undefined;
  github.install(repository);
  await settle();
  github.webhooks.target = target;
  await app().sweep();
  await settle();
  expect(github.pulls(repository)).toHaveLength(1);
});

it('opened again by a person, the proposal is kept up to date again', async () => {
  const { repository, settle, only, mary, textOf } = await installedOn(adopters(companies));
  mary.close(only());
  await settle();
  await mary.reopen(only());
  await settle();
  await mary.push(repository, { files: adopters(companies, 'Since') });
  await settle();
  expect(await textOf(branch, configurationFile)).toContain('Since');
});

it('installed again after a list appeared, it is proposed', async () => {
  const { github, repository, settle, only, mary } = await installedOn({ 'README.md': '# Weir\n' });
  await mary.push(repository, { files: adopters(companies) });
  reinstall(github, repository);
  await settle();
  expect(only().isOpen).toBe(true);
});

it('pushes to a repository where nothing is proposed cost a look once', async () => {
  const { github, repository, settle, mary, restart } = await installedOn({
    'README.md': '# Weir\n',
  });
  await restart();
  const push = async (text: string) => {
    github.requests.clear();
    await mary.push(repository, { files: { 'README.md': text } });
    await settle();
    return github.requests.counted.length;
  };
  expect(await push('One')).toBeGreaterThan(0);
  expect(await push('Two')).toBe(0);
});

it('looks at hundreds of files with few requests', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`docs/page-${index}.md`, `# Page ${index}\n`]),
  );
  const { github, only } = await installedOn({ ...adopters(companies), ...files });
  expect(only().isOpen).toBe(true);
  // The state, its pull requests, the tree, 302 texts, and what is written.
  expect(github.requests.counted.length).toBeLessThan(25);
});

it.each<Partial<RepositoryRules>>([
  { restricts: ['creation'] },
  { restricts: ['commit-message'], messagePattern: '^DOC-' },
  { pulls: 'off' },
])('what GitHub refuses leaves nothing behind: %o', async (rules) => {
  const { repository, pulls } = await installedOn(adopters(companies), { rules });
  expect(pulls()).toEqual([]);
  expect(await repository.git.branches()).toEqual(['main']);
});
