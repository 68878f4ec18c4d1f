import { describe, expect, it } from 'vitest';
import type { Comment } from '../../src/emulator/world/model.ts';
import { loadTemplates } from '../../src/templates.ts';
import { changingPicture } from './changing-picture.ts';
import { bothDrivers } from './drivers.ts';
import { commitsOn, pages, type World, type WorldOptions, worldsOf } from './world.ts';

const branch = 'poweredby/issue-1';

const onCommand = (text: string) => `${text}\nopen: on-command\n`;

describe.each(bothDrivers)('Served by the %s,', (driver) => {
  const { world } = worldsOf(driver);

  /** A submission of ann's that mary approved, in a repository where nothing opens by itself. */
  async function approved(options: WorldOptions = {}) {
    const made = await world({ configuration: onCommand, ...options });
    const issue = made.submit('ann');
    await made.settle();
    expect(made.open()).toEqual([]);
    const [ann, mary] = [made.github.as('ann'), made.github.as('mary')];
    mary.comment(issue, '/poweredby add');
    await made.settle();
    const [pull] = made.open();
    if (!pull) throw new Error(`No pull request: ${made.said(issue)}`);
    return { ...made, issue, pull, ann, mary };
  }

  const headOf = ({ repository }: World) => repository.git.branch(branch);

  function answerTo({ reactions }: Comment) {
    return reactions.map(({ content }) => content).at(-1);
  }

  /** Somebody else's submission is merged, so that all that is open is built again. */
  async function mergeAnother(made: World, logo = made.drawing('bob')) {
    const other = made.submit('bob', { company: 'Harbour Bakery', logo });
    await made.settle();
    made.github.as('mary').comment(other, '/poweredby add');
    await made.settle();
    const pull = made.open().find(({ title }) => title.includes('Harbour'));
    if (!pull) throw new Error(made.said(other));
    await made.merge(pull);
    await made.settle();
  }

  describe('with open: on-command, an approval holds for what was approved', () => {
    it.each(['en', 'zh'] as const)(
      'so that an edit waits for another one, visibly, in %s',
      async (language) => {
        const made = await approved({
          configuration: (text) =>
            onCommand(text.replace(/^language: .*/m, `language: ${language}`)),
        });
        const { ann, mary, issue, pull } = made;
        const before = [await headOf(made), pull.title, pull.labels.length];
        const old = issue.body;
        ann.edit(issue, { body: old.replaceAll('Juniper Parcel', 'Totally Other Casino') });
        await made.settle();
        expect([await headOf(made), pull.title, pull.labels.length]).toEqual(before);
        const { comment, 'pull-request': words } = loadTemplates(language);
        expect(made.said(issue)).toContain(comment['waiting-edited'].slice(0, 15));
        expect(made.said(issue)).toContain(`#${pull.number}`);
        expect(pull.body).toContain(words.notices.unapproved.slice(0, 15));
        await made.app().sweep();
        await made.settle();
        expect(await headOf(made)).toBe(before[0]);
        mary.comment(issue, '/poweredby add');
        await made.settle();
        expect(made.open().map(({ number }) => number)).toEqual([pull.number]);
        expect(pull.title).toContain('Totally Other Casino');
        expect(pull.body).not.toContain(words.notices.unapproved.slice(0, 15));
        expect(await commitsOn(made.repository, branch)).toHaveLength(1);
      },
    );

    it('so that no new one is needed when what was approved is built again, or comes back', async () => {
      const made = await approved();
      const { github, repository, ann, issue, pull } = made;
      await mergeAnother(made);
      expect(await github.isMergeable(pull)).toBe(true);
      expect(await github.readFile(repository, pages.en, branch)).toContain('Harbour Bakery');
      const { body } = issue;
      ann.edit(issue, { body: body.replace('40,000', '50,000') });
      await made.settle();
      ann.edit(issue, { body: `${body}\n\nThanks!\n\n<!-- and more -->` });
      await made.settle();
      expect(made.said(issue)).toContain('is ready to be listed');
      expect(pull.body).not.toContain('was edited');
    });

    it('so that to close and reopen the issue does not bypass it', async () => {
      const made = await approved();
      const { ann, issue } = made;
      ann.close(issue);
      await made.settle();
      ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
      await ann.reopen(issue);
      await made.settle();
      expect(made.open()).toEqual([]);
      expect(made.said(issue)).toContain('/poweredby add');
      ann.edit(issue, { body: issue.body.replace('50,000', '40,000') });
      await made.settle();
      expect(made.open()).toHaveLength(1);
    });

    it('so that a submitter’s text by command waits, and a writer’s does not', async () => {
      const made = await approved();
      const { github, repository, ann, mary, issue, pull } = made;
      mary.comment(issue, '/poweredby text zh 一家公司。');
      await made.settle();
      expect(await github.readFile(repository, pages.zh, branch)).toContain('一家公司。');
      expect(pull.body).not.toContain('was edited');
      const before = await headOf(made);
      ann.comment(issue, '/poweredby text zh 赌场。');
      await made.settle();
      mary.comment(issue, '/poweredby text en Fine words.');
      await made.settle();
      expect(await headOf(made)).toBe(before);
      expect(pull.body).toContain('was edited');
      mary.comment(issue, '/poweredby add');
      await made.settle();
      expect(await github.readFile(repository, pages.zh, branch)).toContain('赌场。');
      expect(await github.readFile(repository, pages.en, branch)).toContain('Fine words.');
    });

    it('so that an edit behind the command is not approved by it', async () => {
      const made = await world({ configuration: onCommand });
      const issue = made.submit('ann');
      await made.settle();
      const command = made.github.as('mary').comment(issue, '/poweredby add');
      made.github.as('ann').edit(issue, { body: issue.body.replaceAll('Juniper', 'Casino') });
      await made.settle();
      expect(made.open()).toEqual([]);
      expect(answerTo(command)).toBe('CONFUSED');
      expect(made.replies(issue)).toContain('was edited');
      made.github.as('mary').comment(issue, '/poweredby add');
      await made.settle();
      expect(made.open()).toHaveLength(1);
    });

    it('and a rebuild does not approve what was edited', async () => {
      const made = await approved();
      const { ann, mary, issue } = made;
      const before = await headOf(made);
      ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
      await made.settle();
      const command = mary.comment(issue, '/poweredby rebuild');
      await made.settle();
      expect(await headOf(made)).toBe(before);
      expect(answerTo(command)).toBe('CONFUSED');
      expect(made.said(issue)).toContain('/poweredby add');
    });

    it('and ends with the merge', async () => {
      const made = await approved();
      const { ann, mary, issue, pull } = made;
      await made.merge(pull);
      await made.settle();
      mary.comment(issue, '/poweredby remove Juniper Parcel');
      await made.settle();
      for (const each of made.open()) await made.merge(each);
      await made.settle();
      await ann.reopen(issue);
      await made.settle();
      expect(made.open()).toEqual([]);
    });
  });

  describe('with open: on-command, a picture that may change', () => {
    async function offered() {
      const picture = await changingPicture();
      const made = await world({ configuration: onCommand, downloads: picture.downloads });
      const issue = made.submit('ann', { logo: picture.markdown });
      await made.settle();
      return { ...made, picture, issue, mary: made.github.as('mary') };
    }

    it('is not approved where it is another than when it was offered', async () => {
      const made = await offered();
      made.picture.show('#ff0000');
      const command = made.mary.comment(made.issue, '/poweredby add');
      await made.settle();
      expect(made.open()).toEqual([]);
      expect(answerTo(command)).toBe('CONFUSED');
      made.mary.comment(made.issue, '/poweredby add');
      await made.settle();
      expect(made.open()).toHaveLength(1);
    });

    it('stays as approved, and a rebuild takes the new one', async () => {
      const made = await offered();
      made.mary.comment(made.issue, '/poweredby add');
      await made.settle();
      const [pull] = made.open();
      const before = pull?.pull?.changes.files.map(({ path }) => path);
      made.picture.show('#ff0000');
      await mergeAnother(made, made.picture.markdown);
      expect(pull?.body).toContain('a different picture now');
      expect(made.open()[0]?.pull?.changes.files.map(({ path }) => path)).toEqual(before);
      made.mary.comment(made.issue, '/poweredby rebuild');
      await made.settle();
      expect(pull?.body).not.toContain('a different picture now');
      await mergeAnotherPage(made);
      expect(made.said(made.issue)).toContain('is ready to be listed');
    });
  });

  /** A page changes by hand. */
  async function mergeAnotherPage({ github, repository, settle }: World) {
    const text = (await github.readFile(repository, pages.en)) ?? '';
    await github.as('mary').push(repository, { files: { [pages.en]: `${text}\nMore.\n` } });
    await settle();
  }
});
