import { describe, expect, it } from 'vitest';
import { bothDrivers } from './drivers.ts';
import { worldsOf } from './world.ts';

describe.each(bothDrivers)('Served by the %s,', (driver) => {
  const { submitted, world } = worldsOf(driver);

  describe('the submitter is notified by a new comment', () => {
    it('of problems after the first look, once for the same ones', async () => {
      const made = await submitted();
      const { ann, issue, settle, replies } = made;
      ann.edit(issue, {
        body: issue.body.replace('### Company\n\nJuniper Parcel', '### Company\n\n'),
      });
      await settle();
      expect(replies(issue)).toMatch(/^@ann, there is one thing to fix/);
      // Another edit that leaves the problem there is no news, and fewer problems are none either.
      ann.edit(issue, { body: `${issue.body}\n` });
      await settle();
      await made.app().sweep();
      await settle();
      expect(replies(issue).match(/@ann/g)).toHaveLength(1);
      ann.edit(issue, { body: issue.body.replace('- [X] My', '- [ ] My') });
      await settle();
      expect(replies(issue)).toContain('@ann, there are 2 things to fix');
    });

    it('not of the first look, whose comment is new itself', async () => {
      const made = await world();
      const issue = made.submit('ann', { company: '' });
      await made.settle();
      expect(made.said(issue)).toContain('fix one thing');
      expect(made.replies(issue)).toBe('');
    });

    it('of a pull request that a maintainer closed, with what was written there', async () => {
      const { mary, pull, issue, settle, replies, app } = await submitted();
      mary.comment(pull, 'Sorry @ann, we list *users* only.\n\nSee #1.');
      mary.close(pull);
      await settle();
      expect(replies(issue)).toMatch(/^@ann, #\d+ was closed without being merged/);
      expect(replies(issue)).toContain('mary wrote on the pull request');
      expect(replies(issue)).toContain('we list &#42;users&#42; only');
      await app().sweep();
      await settle();
      expect(replies(issue).match(/@ann/g)).toHaveLength(1);
    });

    it('of the merge, with the translation that is missing', async () => {
      const { issue, pull, settle, merge, replies } = await submitted();
      await merge(pull);
      await settle();
      expect(replies(issue)).toMatch(/^@ann, <b>Juniper Parcel<\/b> is listed/);
      expect(replies(issue)).toContain('`/poweredby text zh …`');
    });

    it('of a withdrawal, with who withdrew it', async () => {
      const { mary, issue, settle, replies } = await submitted();
      mary.comment(issue, '/poweredby withdraw');
      await settle();
      expect(replies(issue)).toContain('@ann, this request was withdrawn by mary');
    });

    it('of their own withdrawal, without their name again', async () => {
      const { github, issue, settle, replies } = await submitted();
      github.as('ann').comment(issue, '/poweredby withdraw');
      await settle();
      expect(replies(issue)).toContain('@ann, this request was withdrawn. The list');
    });

    it('of nothing where the pull request is only regenerated', async () => {
      const { mary, issue, settle, replies } = await submitted();
      mary.comment(issue, '/poweredby rebuild');
      await settle();
      expect(replies(issue)).toBe('');
    });
  });

  describe('a pull request', () => {
    it('that is closed with its request says why, and names no command that would keep it going', async () => {
      const { ann, issue, pull, settle } = await submitted();
      ann.comment(issue, '/poweredby withdraw');
      await settle();
      expect(pull.isOpen).toBe(false);
      expect(pull.body).toMatch(/^> \[!NOTE\]\n> Closed because @&#8203;ann withdrew the request/);
      expect(pull.body).not.toContain('/poweredby rebuild');
    });

    it('for a text of the issue’s author has the consent that was given in the issue', async () => {
      const made = await submitted();
      await made.merge(made.pull);
      await made.settle();
      made.ann.comment(made.issue, '/poweredby text zh 合并之后的译文。');
      await made.settle();
      const body = made.open()[0]?.body;
      expect(body).toContain('Consent: @&#8203;ann gave it');
      expect(body).toContain(`by @&#8203;ann in #${made.issue.number}, the same person.`);
    });

    it('for a text of somebody else says who asked before, and asks for no consent again', async () => {
      const made = await submitted();
      await made.merge(made.pull);
      await made.settle();
      made.mary.comment(made.issue, '/poweredby text zh 合并之后的译文。');
      await made.settle();
      const body = made.open()[0]?.body;
      expect(body).not.toContain('Consent');
      expect(body).toContain(`by @&#8203;ann in #${made.issue.number}.`);
    });

    it('for an update says who asked for the entry before', async () => {
      const made = await submitted();
      await made.merge(made.pull);
      await made.settle();
      const other = made.submit('bob', { description: 'Juniper Parcel flies.' });
      await made.settle();
      const expected = `by @&#8203;ann in #${made.issue.number}.`;
      expect(made.open()[0]?.body).toContain(expected);
      // It is known later, too, when other pull requests are not read.
      made.github.as('bob').edit(other, { body: other.body.replace('flies', 'sails') });
      await made.settle();
      expect(made.open()[0]?.body).toContain('sails');
      expect(made.open()[0]?.body).toContain(expected);
    });
  });

  describe('an issue whose title is still the form’s own', () => {
    it('gets the company’s name, and keeps a title that somebody wrote', async () => {
      const made = await world();
      const title = 'Add [your company] to Powered By';
      const own = made.submit('ann', { company: 'Tarn & Sons' });
      made.github.as('ann').edit(own, { title });
      const other = made.submit('bob', { company: 'Fell Foods' });
      await made.settle();
      expect(own.title).toBe('Add Tarn & Sons to Powered By');
      expect(other.title).toBe('Add us');
      // Once renamed it is somebody's.
      made.github.as('ann').edit(own, { title: 'Tarn please' });
      await made.settle();
      expect(own.title).toBe('Tarn please');
    });
  });
});
