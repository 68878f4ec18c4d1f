import type { Page } from 'playwright-core';
import type { Issue } from '../../src/emulator/world/model.ts';
import { type Identity, people } from '../../src/playground/people.ts';
import type { Playground } from '../../src/playground/playground.ts';
import { readSample } from '../../src/playground/read-asset.ts';
import { pullsOf } from '../../src/playground/web/facts/at-work.ts';
import type { LocalFile } from './local-file.ts';
import { drawing, picture, wordmark } from './logos.ts';

/** A page of the playground, as somebody sees it. */
export interface Scene {
  /** For a file's name. */
  readonly name: string;
  /** Below the repository's own. */
  readonly path: string;
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
      path: `/behind-the-scenes/deliveries/${emulator.webhooks.kept()[0]?.id}`,
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

/** What a company answers. */
interface Asked {
  readonly title: string;
  readonly company: string;
  readonly description: string;
  readonly chinese: string;
  readonly link: string;
  readonly linkText: string;
  readonly logo: LocalFile;
}

/** An issue's body as GitHub writes it from the demo's form. */
function bodyOf(asked: Asked, logo: string): string {
  const section = (label: string, answer: string) => `### ${label}\n\n${answer || '_No response_'}`;
  return [
    section('Company', asked.company),
    section('What you use Millrace for, in English', asked.description),
    section('The same in Chinese', asked.chinese),
    section('Link', asked.link),
    section('Text of the link', asked.linkText),
    section('Logo', logo),
    section(
      'Consent',
      "- [X] My company asks to be listed, and I may speak for it.\n- [X] The logo may be shown on the project's website and kept in its repository.",
    ),
  ].join('\n\n');
}

const juniper: Asked = {
  title: 'Add Juniper Parcel to Powered By',
  company: 'Juniper Parcel',
  description:
    'Juniper Parcel steers 40,000 parcels a day around storms and traffic jams; Millrace joins the vans, the weather and the depots.',
  chinese:
    'Juniper Parcel 每天为 4 万件包裹绕开风暴和拥堵，由 Millrace 把车辆、天气和仓库的数据汇在一起。',
  link: 'https://juniper-parcel.example/blog/around-the-storm',
  linkText: 'How Juniper Parcel goes around the storm',
  logo: drawing,
};

const lantern: Omit<Asked, 'logo'> = {
  title: 'Add 纸灯笼 to Powered By',
  company: '纸灯笼 Paper Lantern',
  description:
    'Paper Lantern counts the visitors of 300 night markets with Millrace, and tells each cook how many dumplings to fold.',
  chinese: '',
  link: 'https://paper-lantern.example/dumplings',
  linkText: '',
};

const everythingWrong: Asked = {
  title: 'Add us',
  company: 'W'.repeat(90),
  description: 'We use it for everything, and then for everything else too. '.repeat(12),
  chinese: '长'.repeat(700),
  link: 'http://winterly.example/about us',
  linkText: 'L'.repeat(130),
  logo: { name: 'broken.svg', type: 'image/svg+xml', bytes: readSample('broken.svg') },
};

const longWords: Omit<Asked, 'logo'> = {
  title: `Add the ${'Danube Steamship and Riverbank Railway '.repeat(4)}Company to Powered By, please`,
  company: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  description: `Our timetable, ${'https://danube-steamship.example/timetables/all-piers '.repeat(4)}is computed with Millrace.`,
  chinese: '多瑙河轮船公司用 Millrace 计算每一个码头的时刻表。'.repeat(8),
  link: `https://danube-steamship.example/${'timetables-of-all-piers-'.repeat(12)}`,
  linkText: 'All timetables of all piers on both banks of the river, and of the railway beside it',
};

const everyMarkdown = `# A head

Some **strong**, *slanted* and ~~struck~~ words, \`code\`, a [link](https://example.com) and #1, for @max-miller.

> A quotation of several
> lines

> [!WARNING]
> An alert

- one
- [ ] to do
- [x] done

| a table | of | columns |
| --- | :---: | ---: |
| 一 | 二 | 三 |

\`\`\`yaml
pages:
  en: docs/content/powered-by.md
\`\`\`

<details><summary>More</summary>

Behind it.

</details>

${'averyveryverylongwordwithoutanyplacetobreak'.repeat(6)}
`;
