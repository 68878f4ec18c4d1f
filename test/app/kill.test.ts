import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/emulator/world/model.ts';
import { bothDrivers } from './drivers.ts';
import { restartWhenKilled } from './restart-when-killed.ts';
import { reactionsTo } from './said.ts';
import { commitsOn, issuesOf, pages, type World, type WorldOptions, worldsOf } from './world.ts';

/** A story in which the app may be killed. */
interface Story {
  readonly options?: WorldOptions;
  /** What was before, undisturbed. */
  readonly prepare?: (made: World) => Promise<void>;
  /** What makes the app work. */
  readonly happen: (made: World) => Promise<void> | void;
  /** What must be true in the end, beside what always must. */
  readonly check: (made: World) => Promise<void> | void;
  /** How many pull requests there were in all; one for each issue, if left out. */
  readonly pulls?: number;
  /** Whether branches have to be found by their prefix, in either manner in which GitHub may name them. */
  readonly listsBranches?: true;
}

const firstIssue = ({ repository }: World): Issue => {
  const [issue] = issuesOf(repository);
  if (!issue) throw new Error('There is no issue');
  return issue;
};

async function pageOf({ github, repository }: World, locale: 'en' | 'zh', branch: string) {
  return (await github.readFile(repository, pages[locale], branch)) ?? '';
}

const submitFirst = async (made: World): Promise<void> => {
  made.submit('ann');
  await made.settle();
};

const stories: Readonly<Record<string, Story>> = {
  'a submission': {
    happen: (made) => {
      made.submit('ann');
    },
    check: async (made) => {
      expect(made.open()).toHaveLength(1);
      expect(await pageOf(made, 'en', 'poweredby/issue-1')).toContain('Juniper Parcel');
    },
  },
  'an edit': {
    prepare: submitFirst,
    happen: (made) => {
      const issue = firstIssue(made);
      made.github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
    },
    check: async (made) => {
      expect(made.open()).toHaveLength(1);
      expect(await pageOf(made, 'en', 'poweredby/issue-1')).toContain('50,000');
      expect(made.open()[0]?.body).toContain('50,000');
    },
  },
  'a command': {
    prepare: submitFirst,
    happen: (made) => {
      made.github.as('ann').comment(firstIssue(made), '/poweredby text zh 配送包裹的公司。');
    },
    check: async (made) => {
      expect(made.open()).toHaveLength(1);
      expect(await pageOf(made, 'zh', 'poweredby/issue-1')).toContain('配送包裹的公司。');
      const commands = firstIssue(made).comments.filter(({ body }) => body.startsWith('/'));
      expect(commands.map(reactionsTo)).toEqual([['EYES', 'THUMBS_UP']]);
    },
  },
  'a rebuild': {
    prepare: async (made) => {
      made.submit('ann');
      made.submit('bob', { company: 'Harbour Bakery' });
      await made.settle();
    },
    happen: async (made) => {
      const [first] = made.open();
      if (first) await made.merge(first);
    },
    check: async (made) => {
      const [other, ...more] = made.open();
      expect(more).toEqual([]);
      expect(other && (await made.github.isMergeable(other))).toBe(true);
      expect(await pageOf(made, 'en', 'poweredby/issue-2')).toContain('Juniper Parcel');
      expect(firstIssue(made).isOpen).toBe(false);
      expect(made.said(firstIssue(made))).toContain('is listed');
    },
  },
  'two submissions of one company': {
    happen: (made) => {
      made.submit('ann');
      made.submit('bob');
    },
    pulls: 1,
    listsBranches: true,
    check: (made) => {
      const [pull, ...more] = made.open();
      expect(more).toEqual([]);
      const told = issuesOf(made.repository).map(made.said);
      for (const words of told) expect(words).toContain(`#${pull?.number}`);
    },
  },
  'a removal, rebuilt after a merge': {
    listsBranches: true,
    prepare: async (made) => {
      made.submit('ann');
      const { github, repository } = made;
      const issue = github.as('bob').openIssue(repository, { title: 'Off', body: 'Remove us.' });
      github.as('mary').comment(issue, '/poweredby remove Alder Rail');
      await made.settle();
    },
    happen: async (made) => {
      const [first] = made.open();
      if (first) await made.merge(first);
    },
    check: async (made) => {
      const [removal, ...more] = made.open();
      expect(more).toEqual([]);
      expect(removal && (await made.github.isMergeable(removal))).toBe(true);
      const page = await pageOf(made, 'en', 'poweredby/issue-2');
      expect(page).toContain('Juniper Parcel');
      expect(page).not.toContain('Alder Rail');
    },
  },
  'an approval': {
    options: { configuration: (text) => `${text}\nopen: on-command\n` },
    prepare: submitFirst,
    happen: (made) => {
      made.github.as('mary').comment(firstIssue(made), '/poweredby add');
    },
    check: async (made) => {
      expect(made.open()).toHaveLength(1);
      const issue = firstIssue(made);
      made.github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
      await made.settle();
      expect(await pageOf(made, 'en', 'poweredby/issue-1')).not.toContain('50,000');
      made.github.as('ann').edit(issue, { body: issue.body.replace('50,000', '40,000') });
      await made.settle();
      expect(made.said(issue)).toContain('is ready to be listed');
    },
  },
  'a submission taken up again': {
    prepare: async (made) => {
      await submitFirst(made);
      made.github.as('ann').comment(firstIssue(made), '/poweredby withdraw');
      await made.settle();
    },
    happen: (made) => {
      made.github.as('ann').comment(firstIssue(made), '/poweredby add');
    },
    pulls: 2,
    check: (made) => {
      expect(made.open()).toHaveLength(1);
    },
  },
  'a withdrawal': {
    prepare: submitFirst,
    happen: (made) => {
      made.github.as('ann').comment(firstIssue(made), '/poweredby withdraw');
    },
    check: (made) => {
      expect(made.open()).toEqual([]);
      const commands = firstIssue(made).comments.filter(({ body }) => body.startsWith('/'));
      expect(commands.map(reactionsTo)).toEqual([['EYES', 'THUMBS_UP']]);
    },
  },
};

/** One branch, one commit and one pull request for each open submission, and one status comment on each issue. */
async function checkAlways(
  { github, repository, open, said, replies }: World,
  pulls?: number,
): Promise<void> {
  const heads = open().map(({ pull }) => pull?.headRefName ?? '');
  expect((await repository.git.branches()).toSorted()).toEqual(['main', ...heads].toSorted());
  for (const head of heads) expect(await commitsOn(repository, head)).toHaveLength(1);
  const issues = issuesOf(repository);
  expect(github.pulls(repository)).toHaveLength(pulls ?? issues.length);
  // Throw where one of our comments is there twice.
  for (const issue of issues) expect(said(issue)).not.toBe('');
  for (const each of [...issues, ...github.pulls(repository)]) replies(each);
}

describe.each(bothDrivers)('Served by the %s,', (driver) => {
  const { world } = worldsOf(driver);

  /** Plays a story, and kills the app at one of its requests. @returns how many requests the story took undisturbed */
  async function play(
    { options, prepare, happen, check, pulls }: Story,
    cutsRefPrefix: boolean,
    kill?: [number, boolean],
  ): Promise<number> {
    const made = await world({ ...options, emulator: { cutsRefPrefix } });
    await made.app().sweep();
    await made.settle();
    await prepare?.(made);
    made.line.count = 0;
    const killed = kill && made.line.cutAt(...kill);
    await happen(made);
    if (killed) await restartWhenKilled(made, killed);
    await made.settle();
    const { count } = made.line;
    await checkAlways(made, pulls);
    await check(made);
    return count;
  }

  describe('killed at any request to GitHub, started again and swept, the app finishes', () => {
    for (const [name, story] of Object.entries(stories)) {
      for (const cutsRefPrefix of story.listsBranches ? [true, false] : [true]) {
        it(`${name}${cutsRefPrefix ? '' : ', with branches named in the other manner'}`, async () => {
          const requests = await play(story, cutsRefPrefix);
          expect(requests).toBeGreaterThan(1);
          await play(story, cutsRefPrefix, [1, false]);
          // To be killed before a later request is to be killed behind the one before it.
          for (let request = 1; request <= requests; request++) {
            await play(story, cutsRefPrefix, [request, true]).catch((cause: unknown) => {
              throw new Error(`Killed behind request ${request} of ${requests}`, { cause });
            });
          }
        }, 120_000);
      }
    }
  });
});
