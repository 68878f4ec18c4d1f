import { describe, expect, it } from 'vitest';
import {
  adopters,
  adoptersFile,
  branch,
  companies,
  formFile,
  installedOn,
} from './installed-on.ts';
import { restartWhenKilled } from './restart-when-killed.ts';
import { commitsOn, configurationFile } from './world.ts';

type Installed = Awaited<ReturnType<typeof installedOn>>;

/** A story of a proposal, in which the app may be killed. */
interface Story {
  /** Whether it begins with the installation, or after the proposal is open. */
  readonly begins: 'installed' | 'proposed';
  readonly happen: (made: Installed) => Promise<unknown> | undefined;
  /** Whether the proposal is open in the end; and then how many commits it has. */
  readonly commits: number | 'closed';
  /** How many comments it has. */
  readonly comments?: number;
}

const stories: Readonly<Record<string, Story>> = {
  'an installation': { begins: 'installed', happen: () => undefined, commits: 1 },
  'a changed list': {
    begins: 'proposed',
    happen: ({ mary, repository }) =>
      mary.push(repository, { files: adopters(companies, 'Since') }),
    commits: 2,
  },
  'a deleted list': {
    begins: 'proposed',
    happen: ({ mary, repository }) => mary.push(repository, { files: { [adoptersFile]: null } }),
    commits: 'closed',
    comments: 1,
  },
  'a merge': {
    begins: 'proposed',
    happen: ({ mary, only }) => mary.merge(only()),
    commits: 'closed',
  },
  'another configuration': {
    begins: 'proposed',
    happen: async ({ mary, repository, textOf }) =>
      mary.push(repository, {
        files: { [configurationFile]: await textOf(branch, configurationFile) },
      }),
    commits: 'closed',
  },
};

/** Plays a story, and kills the app at one of its requests. @returns how many requests the story took undisturbed */
async function play(story: Story, kill?: readonly [number, boolean]): Promise<number> {
  const isFirst = story.begins === 'installed';
  const cut = kill && ((made: Pick<Installed, 'line'>) => made.line.cutAt(...kill));
  const made = await installedOn(adopters(companies), { ...(isFirst && cut && { cut }) });
  let killed = made.killed;
  if (!isFirst) {
    made.line.count = 0;
    killed = cut?.(made);
    await story.happen(made);
  }
  if (killed) await restartWhenKilled(made, killed);
  await made.settle();
  const { count } = made.line;
  const pull = made.only();
  const isOpen = story.commits !== 'closed';
  expect(pull.isOpen).toBe(isOpen);
  expect(pull.comments).toHaveLength(story.comments ?? 0);
  expect((await made.repository.git.branches()).toSorted()).toEqual(
    isOpen ? ['main', branch] : ['main'],
  );
  if (isOpen) {
    expect(await commitsOn(made.repository, branch)).toHaveLength(Number(story.commits));
    const paths = pull.pull?.changes.files.map(({ path }) => path).sort();
    expect(paths).toEqual([formFile, configurationFile]);
  }
  return count;
}

describe('Killed at any request to GitHub, started again and swept, the app finishes', () => {
  for (const [name, story] of Object.entries(stories)) {
    it(`the proposal of a configuration after ${name}`, async () => {
      const requests = await play(story);
      expect(requests).toBeGreaterThan(2);
      await play(story, [1, false]);
      for (let request = 1; request <= requests; request++) {
        await play(story, [request, true]).catch((cause: unknown) => {
          throw new Error(`Killed behind request ${request} of ${requests}`, { cause });
        });
      }
    }, 120_000);
  }
});
