import { describe, expect, it } from 'vitest';
import { submitted, world } from './world.ts';

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
    expect(replies(issue)).toMatch(/^@ann, a maintainer closed #\d+/);
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
    expect(replies(issue)).toMatch(/^@ann, <b>Juniper Parcel<\/b> is on the page/);
    expect(replies(issue)).toContain('`/poweredby text zh …`');
  });

  it('of a withdrawal, with who withdrew it', async () => {
    const { mary, issue, settle, replies } = await submitted();
    mary.comment(issue, '/poweredby withdraw');
    await settle();
    expect(replies(issue)).toContain('@ann, this request was withdrawn by mary');
  });

  it('of nothing where the pull request is only regenerated', async () => {
    const { mary, issue, settle, replies } = await submitted();
    mary.comment(issue, '/poweredby rebuild');
    await settle();
    expect(replies(issue)).toBe('');
  });
});
