import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Issue } from '../../src/emulator/world/model.ts';
import { RunHistory } from '../../src/playground/action/run-history.ts';
import { actionStarter } from '../../src/playground/start-action.ts';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { downloadAction } from '../action/run-steps.ts';
import { folderWith } from '../support/folders.ts';
import { runScript } from '../support/run-script.ts';
import { blocksIn, root, textOf } from './document.ts';

const commands = blocksIn(textOf('README.md'), 'sh');

const adopters = `# Adopters

These organizations use Turbine in production.

| Organization | Contact | Description of Use |
| --- | --- | --- |
| [Alder Rail](https://alder-rail.example) | @alda | Predicts the wind on its bridges. |
| [Harbour & Hound](https://harbour-hound.example) | @hana | Plans the walks of 3,000 dogs. |
| [Tidewheel](https://tidewheel.example) | @tide | Runs its turbines. |
`;

const answers: Readonly<Record<string, string>> = {
  company: 'Juniper Parcel',
  homepage: 'https://juniper-parcel.example',
  contact: '@juna',
  description: 'Steers its parcels around storms.',
};

const formShape = z.object({
  body: z.array(
    z.object({
      id: z.string().optional(),
      attributes: z.object({
        label: z.string().default(''),
        options: z.array(z.object({ label: z.string() })).optional(),
      }),
    }),
  ),
});

/** A clone of the project as somebody has it who cloned it from GitHub, after `npm ci`. */
function cloneOfOurs(): { readonly folder: string; readonly commit: string } {
  const folder = downloadAction();
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' }).trim();
  git('init', '--quiet');
  git('remote', 'add', 'origin', 'https://github.com/acme/powered-by.git');
  git('add', '--all');
  const author = ['-c', 'user.name=Mary', '-c', 'user.email=mary@example.org'];
  git(...author, 'commit', '--quiet', '--message', 'Everything');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, commit: git('rev-parse', 'HEAD') };
}

/** An issue as GitHub writes it from the form. */
function filledIn(form: string): string {
  const { body } = formShape.parse(parse(form));
  const sections = body.flatMap(({ id, attributes: { label, options } }) => {
    if (id === undefined) return [];
    const answer = options?.map((option) => `- [X] ${option.label}`).join('\n') ?? answers[id];
    return [`### ${label}\n\n${answer ?? '_No response_'}`];
  });
  return sections.join('\n\n');
}

it('README leads a project with an ADOPTERS.md to its first company, by the Action', async () => {
  const { folder, commit } = cloneOfOurs();
  const project = folderWith({ 'README.md': '# Turbine\n', 'ADOPTERS.md': adopters });
  const [setUp, tryIt] = commands.filter((each) => each.includes('../my-project --action'));
  expect(tryIt).toBe('npm start -- --repo ../my-project --action\n');
  const done = await runScript((setUp ?? '').replace('../my-project', project), {
    directory: folder,
    environment: {},
  });
  expect(done.exitCode, done.log).toBe(0);
  const workflow = readFileSync(join(project, '.github/workflows/powered-by.yml'), 'utf8');
  expect(workflow).toContain(`uses: acme/powered-by@${commit}`);

  const runs = new RunHistory();
  const running = await startPlayground({
    port: 0,
    repository: project,
    runs,
    startApp: actionStarter(inject('program'), runs),
  });
  onTestFinished(() => running.stop());
  await running.appStarted;
  const { emulator, repository, changes, app } = running.playground;
  // The project's own workflow is the one that runs.
  expect(await emulator.readFile(repository, '.github/workflows/powered-by.yml')).toBe(workflow);
  const until = <Found>(find: () => Found | undefined) =>
    new Promise<Found>((resolve) => {
      const end = changes.subscribe(() => {
        const found = find();
        if (found === undefined) return;
        end();
        resolve(found);
      });
    });
  const form = readFileSync(join(project, '.github/ISSUE_TEMPLATE/powered-by.yml'), 'utf8');
  const text = { title: 'Add Juniper Parcel', body: filledIn(form) };
  const opened = until((): Issue | undefined => emulator.pulls(repository)[0]);
  const issue = emulator.as('june-juniper').openIssue(repository, text, ['powered-by']);
  const pull = await opened;
  expect(pull.author.login).toBe('github-actions[bot]');
  const ended = until(() => (issue.isOpen || app.jobs().length > 0 ? undefined : true));
  await emulator.as('max-miller').merge(pull);
  await ended;
  expect(await emulator.readFile(repository, 'ADOPTERS.md')).toBe(
    adopters.replace(
      '| [Tidewheel]',
      '| [Juniper Parcel](https://juniper-parcel.example) | @juna | Steers its parcels around storms. |\n| [Tidewheel]',
    ),
  );
  expect(runs.all.map(({ state }) => state)).not.toContain('failure');
}, 120_000);
