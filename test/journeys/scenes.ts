import type { Page } from 'playwright-core';
import type { Issue, Repository } from '../../src/emulator/world/model.ts';
import { type Identity, people } from '../../src/playground/people.ts';
import type { Playground } from '../../src/playground/playground.ts';
import { readSample } from '../../src/playground/read-asset.ts';
import { pullsOf } from '../../src/playground/web/facts/at-work.ts';
import {
  type Asked,
  bodyOf,
  everyMarkdown,
  everythingWrong,
  juniper,
  lantern,
  longWords,
} from './asked.ts';
import type { LocalFile } from './local-file.ts';
import { drawing, picture, wordmark } from './logos.ts';

/** A page of the playground, as somebody sees it. */
export interface Scene {
  /** For a file's name. */
  readonly name: string;
  /** Below the repository's own. */
  readonly path: string;
  /** Which of the projects it is in; the first, if left out. */
  readonly repository?: Repository | undefined;
  readonly who: Identity['key'];
  /** What is done on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
  /** Undoes what that did to others. */
  readonly after?: () => Promise<void>;
}

/** Lets happen what pages can show, and lists them. The app must be at work. */
export async function setScenes(playground: Playground): Promise<readonly Scene[]> {
  const { emulator, repository } = playground;
  const as = (key: Identity['key']) =>
    emulator.as(people.find((person) => person.key === key)?.login ?? '');
  const submit = async (key: Identity['key'], asked: Asked): Promise<Issue> => {
    const { bytes, name, type } = asked.logo;
    const logo = as(key).upload(repository, { name, type, bytes });
    const text = { title: asked.title, body: bodyOf(asked, logo) };
    const issue = as(key).openIssue(repository, text, ['powered-by']);
    await until(playground, () => issue.comments.length > 0);
    return issue;
  };
  const pullOf = (issue: Issue): Issue => {
    const [pull] = pullsOf(playground, issue);
    if (!pull) throw new Error(`There is no pull request for issue ${issue.number}`);
    return pull;
  };

  const merged = await submit('submitter', juniper);
  await as('maintainer').merge(pullOf(merged));
  await until(playground, () => !merged.isOpen);
  const open = await submit('rival', { ...lantern, logo: await picture() });
  as('stranger').comment(open, '/poweredby withdraw\n\nI do not like dumplings.');
  await until(playground, () => open.comments.some(({ body }) => body.includes('passer-by')));
  as('maintainer').react(open, 'HEART');
  const wrong = await submit('submitter', everythingWrong);
  const long = await submit('submitter', { ...longWords, logo: wordmark });
  const plain = as('stranger').openIssue(repository, { title: 'A question', body: everyMarkdown });
  await until(playground, () => true);

  const pull = pullOf(open).number;
  const form = '/issues/new?template=powered-by.yml';
  const branch = `poweredby/issue-${open.number}`;
  const file = new URLSearchParams({ branch, path: 'docs/content/powered-by.md' });
  return [
    ...adoptersScenes(playground, form),
    { name: 'home', path: '', who: 'submitter' },
    {
      name: 'you-are',
      path: '',
      who: 'maintainer',
      act: (page) => page.locator('.identity > summary').click(),
    },
    { name: 'issues', path: '/issues', who: 'submitter' },
    { name: 'pulls', path: '/pulls', who: 'submitter' },
    { name: 'new-issue', path: form, who: 'submitter' },
    { name: 'new-issue-blank', path: '/issues/new', who: 'stranger' },
    { name: 'new-issue-choose', path: '/issues/new/choose', who: 'stranger' },
    { name: 'issue', path: `/issues/${open.number}`, who: 'rival' },
    { name: 'issue-editing', path: `/issues/${open.number}#edit-issue-${open.id}`, who: 'rival' },
    { name: 'issue-title', path: `/issues/${open.number}#edit-title`, who: 'rival' },
    { name: 'issue-preview', path: `/issues/${open.number}`, who: 'rival', act: previewComment },
    { name: 'issue-wrong', path: `/issues/${wrong.number}`, who: 'submitter' },
    { name: 'issue-long', path: `/issues/${long.number}`, who: 'maintainer' },
    { name: 'issue-merged', path: `/issues/${merged.number}`, who: 'submitter' },
    { name: 'issue-markdown', path: `/issues/${plain.number}`, who: 'stranger' },
    { name: 'pull', path: `/pull/${pull}`, who: 'maintainer' },
    {
      name: 'pull-confirm',
      path: `/pull/${pull}`,
      who: 'maintainer',
      act: (page) => page.locator('summary', { hasText: 'Merge pull request' }).click(),
    },
    { name: 'pull-commits', path: `/pull/${pull}/commits`, who: 'maintainer' },
    { name: 'pull-files', path: `/pull/${pull}/files`, who: 'maintainer' },
    { name: 'pull-merged', path: `/pull/${pullOf(merged).number}`, who: 'maintainer' },
    { name: 'pull-long', path: `/pull/${pullOf(long).number}`, who: 'submitter' },
    { name: 'edit-file', path: `/edit?${file}`, who: 'maintainer' },
    { name: 'file', path: '/blob/main/.github/poweredby.yml', who: 'submitter' },
    { name: 'site', path: '/site', who: 'submitter' },
    { name: 'site-merged', path: `/site?show=${pullOf(merged).number}`, who: 'submitter' },
    { name: 'site-chinese-as-of', path: `/site?locale=zh&as-of=${pull}`, who: 'maintainer' },
    { name: 'studio', path: '/studio', who: 'submitter' },
    {
      name: 'studio-logo',
      path: '/studio',
      who: 'submitter',
      act: (page) => tryLogo(page, drawing),
    },
    {
      name: 'studio-refused',
      path: '/studio',
      who: 'submitter',
      act: (page) =>
        tryLogo(page, { ...drawing, name: 'broken.svg', bytes: readSample('broken.svg') }),
    },
    { name: 'behind-the-scenes', path: '/behind-the-scenes', who: 'maintainer' },
    {
      name: 'delivery',
      path: `/behind-the-scenes/deliveries/${emulator.webhooks.recentDeliveries()[0]?.id}`,
      who: 'maintainer',
    },
    { name: 'request', path: '/behind-the-scenes/requests/3', who: 'maintainer' },
    { name: 'not-found', path: '/nowhere', who: 'submitter' },
    {
      name: 'app-stopped',
      path: '/issues',
      who: 'submitter',
      act: async (page) => {
        await playground.app.kill();
        await page.locator('.notice-warning').waitFor();
      },
      after: () => playground.app.start(),
    },
  ];
}

/** Pages of the project whose list is a table in a Markdown file. */
function adoptersScenes({ repositories }: Playground, form: string): Scene[] {
  const repository = repositories.find(({ name }) => name === 'penstock');
  return [
    { name: 'adopters-home', path: '', who: 'submitter', repository },
    { name: 'adopters-form', path: form, who: 'submitter', repository },
    { name: 'adopters-site', path: '/site', who: 'submitter', repository },
  ];
}

/** Writes a comment, and looks at its preview. */
async function previewComment(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Comment' }).fill('**Hello**, and `/poweredby help`');
  await page.getByRole('tab', { name: 'Preview' }).last().click();
  await page.locator('.box-preview strong').waitFor();
}

async function tryLogo(page: Page, { name, type: mimeType, bytes: buffer }: LocalFile) {
  await page.locator('input[name=logo]').setInputFiles({ name, mimeType, buffer });
  await page.waitForURL(/\/studio\/.+/);
}

/** Waits until something is so, and the app is at rest. */
async function until({ app, changes, emulator }: Playground, isSo: () => boolean): Promise<void> {
  const isOver = () => isSo() && app.jobs().length === 0;
  await emulator.webhooks.settle();
  if (isOver()) return;
  await new Promise<void>((resolve) => {
    const end = changes.subscribe(() => {
      if (!isOver()) return;
      end();
      resolve();
    });
  });
}
