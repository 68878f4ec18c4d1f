import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/templates.ts';
import { changingPicture } from './changing-picture.ts';
import { bothDrivers } from './drivers.ts';
import { logoFolder, type World, type WorldOptions, worldsOf } from './world.ts';

const branch = 'poweredby/issue-1';
const path = `${logoFolder}/juniper-parcel-logo.png`;

describe.each(bothDrivers)('Served by the %s,', (driver) => {
  const { submitted, world } = worldsOf(driver);

  /** A submission whose logo is a picture that may change, with its pull request open. */
  async function submittedElsewhere(options: WorldOptions = {}) {
    const picture = await changingPicture();
    const made = await world({ ...options, downloads: picture.downloads });
    const issue = made.submit('ann', { logo: picture.markdown });
    await made.settle();
    const [pull] = made.open();
    if (!pull) throw new Error(`No pull request: ${made.said(issue)}`);
    return {
      ...made,
      picture,
      issue,
      pull,
      ann: made.github.as('ann'),
      mary: made.github.as('mary'),
    };
  }

  const logoOn = async ({ repository }: World) =>
    (await repository.git.read(`${branch}:${path}`))?.oid;

  /** Something of a page changes on the default branch, so that all that is open is built again. */
  async function rebuildAll({ github, repository, settle }: World, note: string) {
    const page = 'docs/content/powered-by.md';
    const text = (await github.readFile(repository, page)) ?? '';
    await github.as('mary').push(repository, { files: { [page]: `${text}\n${note}\n` } });
    await settle();
  }

  describe('a logo whose address gives another picture after the review', () => {
    it.each(['en', 'zh'] as const)(
      'stays the reviewed one, and %s words say so',
      async (language) => {
        const made = await submittedElsewhere({
          configuration: (text) => text.replace(/^language: .*/m, `language: ${language}`),
        });
        const reviewed = await logoOn(made);
        made.picture.show('#ff0000');
        await rebuildAll(made, 'one');
        expect(await logoOn(made)).toBe(reviewed);
        const words = loadTemplates(language).remarks['logo-changed'].slice(0, 12);
        expect(made.said(made.issue)).toContain(words);
        expect(made.pull.body).toContain(`- [ ] ${words}`);
        // After a restart nothing is remembered: then it comes from the branch.
        await made.restart();
        await rebuildAll(made, 'two');
        expect(await logoOn(made)).toBe(reviewed);
        expect(made.pull.body).toContain(words);
      },
    );

    it.each(['no picture', 'nothing'] as const)(
      'stays where there is %s any more',
      async (what) => {
        const made = await submittedElsewhere();
        const reviewed = await logoOn(made);
        made.picture.show(what);
        await made.restart();
        await rebuildAll(made, 'one');
        expect(await logoOn(made)).toBe(reviewed);
        expect(made.said(made.issue)).toContain('a different picture now');
      },
    );

    it('stays without a word where its address does not answer just now', async () => {
      const made = await submittedElsewhere();
      const reviewed = await logoOn(made);
      made.picture.show('an error');
      await made.restart();
      await rebuildAll(made, 'one');
      expect(await logoOn(made)).toBe(reviewed);
      expect(made.said(made.issue)).not.toContain('a different picture now');
      expect(made.open()).toHaveLength(1);
    });

    it('stays when the issue’s words are edited, or it is closed and reopened', async () => {
      const made = await submittedElsewhere();
      const { ann, issue } = made;
      const reviewed = await logoOn(made);
      made.picture.show('#ff0000');
      ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
      await made.settle();
      expect(await logoOn(made)).toBe(reviewed);
      expect(made.pull.body).toContain('50,000');
      ann.close(issue);
      await made.settle();
      await ann.reopen(issue);
      await made.settle();
      expect(await logoOn(made)).toBe(reviewed);
      expect(made.open()[0]?.body).toContain('a different picture now');
    });

    it('gives way to the new picture when a writer says rebuild, which is then the reviewed one', async () => {
      const made = await submittedElsewhere();
      const reviewed = await logoOn(made);
      made.picture.show('#ff0000');
      await rebuildAll(made, 'one');
      made.mary.comment(made.issue, '/poweredby rebuild');
      await made.settle();
      const second = await logoOn(made);
      expect(second).not.toBe(reviewed);
      expect(made.said(made.issue)).not.toContain('a different picture now');
      made.picture.show('#00ff00');
      await rebuildAll(made, 'two');
      expect(await logoOn(made)).toBe(second);
    });

    it('stays when a writer says rebuild and there is none any more', async () => {
      const made = await submittedElsewhere();
      const { github, repository, mary, issue } = made;
      const reviewed = await logoOn(made);
      await mary.push(repository, { branch, files: { 'a.txt': 'mine' } });
      await made.settle();
      made.picture.show('nothing');
      mary.comment(issue, '/poweredby rebuild');
      await made.settle();
      expect(await github.readFile(repository, 'a.txt', branch)).toBeUndefined();
      expect(await logoOn(made)).toBe(reviewed);
    });

    it('gives way to another address, which is an edit', async () => {
      const made = await submittedElsewhere();
      const { ann, issue } = made;
      const reviewed = await logoOn(made);
      made.picture.show('#ff0000');
      ann.edit(issue, { body: issue.body.replace('logo.svg', 'logo-2.svg') });
      await made.settle();
      expect(await logoOn(made)).not.toBe(reviewed);
    });

    it('is said to be another, with every tick taken off, where the reviewed one cannot be had', async () => {
      const made = await submittedElsewhere();
      const { github, repository, mary, pull } = made;
      mary.edit(pull, { body: pull.body.replaceAll('- [ ]', '- [x]') });
      await made.settle();
      made.picture.show('#ff0000');
      const file = '.github/poweredby.yml';
      const text = (await github.readFile(repository, file)) ?? '';
      await made.restart();
      await mary.push(repository, { files: { [file]: text.replace(/size: \d+/, 'size: 300') } });
      await made.settle();
      expect(pull.body).toContain('different picture than the one that was reviewed');
      expect(pull.body).not.toContain('- [x]');
      expect(made.said(made.issue)).toContain('different picture than the one that was reviewed');
      await rebuildAll(made, 'two');
      expect(pull.body).toContain('different picture than the one that was reviewed');
      mary.comment(made.issue, '/poweredby rebuild');
      await made.settle();
      expect(pull.body).not.toContain('different picture than the one that was reviewed');
    });

    it('gives way to it where the project wants its logos otherwise, whatever the setting', async () => {
      const made = await submittedElsewhere();
      const { github, repository, mary, pull } = made;
      const file = '.github/poweredby.yml';
      const wanted = ['backgrounds: both', 'clear-background: true', 'keep-svg: true'];
      for (const [index, setting] of wanted.entries()) {
        made.picture.show(`#ff000${index}`);
        await rebuildAll(made, setting);
        expect(pull.body).toContain('a different picture now');
        const text = (await github.readFile(repository, file)) ?? '';
        const files = { [file]: text.replace(/^ {2}size: .*$/m, `$&\n  ${setting}`) };
        await mary.push(repository, { files });
        await made.settle();
        expect(pull.body).toContain('different picture than the one that was reviewed');
      }
    });

    it('stays the reviewed one as SVG, where the project keeps that', async () => {
      const made = await submittedElsewhere({
        configuration: (text) => text.replace(/^ {2}size: .*$/m, '$&\n  keep-svg: true'),
      });
      const { github, repository } = made;
      const kept = path.replace('.png', '.svg');
      const logo = () => github.readFile(repository, kept, branch);
      const reviewed = await logo();
      expect(reviewed).toMatch(/^<svg .*#c98a4b/);
      expect(await logoOn(made)).toBeUndefined();
      made.picture.show('#ff0000');
      await made.restart();
      await rebuildAll(made, 'one');
      expect(await logo()).toBe(reviewed);
      expect(made.pull.body).toContain('a different picture now');
    });

    it('stays though somebody deleted our comment', async () => {
      const made = await submittedElsewhere();
      const reviewed = await logoOn(made);
      const [comment] = made.issue.comments;
      if (comment) made.mary.deleteComment(comment);
      made.picture.show('#ff0000');
      await rebuildAll(made, 'one');
      expect(await logoOn(made)).toBe(reviewed);
      expect(made.said(made.issue)).toContain('a different picture now');
    });
  });

  it('a logo that never changes is fetched no more than before', async () => {
    const made = await submitted();
    const reviewed = await logoOn(made);
    made.github.requests.clear();
    await rebuildAll(made, 'one');
    expect(await logoOn(made)).toBe(reviewed);
    expect(made.github.requests.counted.map(({ operation }) => operation)).not.toContain(
      'git/get-blob',
    );
    expect(made.said(made.issue)).not.toContain('no longer');
  });
});
