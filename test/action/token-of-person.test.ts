import { expect, it } from 'vitest';
import { tokenOwner } from '../app/drivers.ts';
import { commitsOn, worldsOf } from '../app/world.ts';

const { submitted, world } = worldsOf('action with the token of a person');

it('with a person’s token, that person opens pull requests, with commits that GitHub signs', async () => {
  const { repository, pull, issue, said } = await submitted();
  expect(pull.author.login).toBe(tokenOwner);
  const [oid = '', ...others] = await commitsOn(repository, 'poweredby/issue-1');
  expect(others).toEqual([]);
  const commit = await repository.git.commit(oid);
  expect(commit.author).toMatchObject({
    name: tokenOwner,
    email: expect.stringContaining(`+${tokenOwner}@users.noreply.`),
  });
  // By whom GitHub signs.
  expect(commit.committer.email).toMatch(/^noreply@/);
  expect(said(issue)).toContain(`#${pull.number}`);
});

it('what that person writes by hand is theirs: their commands are carried out, their comments left alone', async () => {
  const { github, pull, issue, settle, said } = await submitted();
  const poppy = github.as(tokenOwner);
  const remark = poppy.comment(issue, 'Nice to see you here.');
  const command = poppy.comment(issue, '/poweredby text zh 配送包裹的公司。');
  await settle();
  expect(command.reactions.map(({ content }) => content)).toContain('THUMBS_UP');
  expect(pull.body).toContain('配送包裹的公司。');
  expect(remark.body).toBe('Nice to see you here.');
  // One status comment, and no reply to a comment of its own.
  expect(said(issue)).toContain(`#${pull.number}`);
  expect(issue.comments).toHaveLength(3);
});

it('a copy of a comment by that person on another issue is not taken for one of Powered By', async () => {
  const made = await submitted();
  const { github, issue } = made;
  const other = made.submit('bob', { company: 'Harbour Bakery' });
  github.as(tokenOwner).comment(other, issue.comments[0]?.body ?? '');
  await made.settle();
  const told = other.comments.filter(({ body }) => body.includes('Harbour Bakery'));
  expect(told).toHaveLength(1);
  expect(made.open()).toHaveLength(2);
});

it('the token of somebody who lost write access opens nothing, until they have it again', async () => {
  const made = await world();
  const { github, repository } = made;
  github.setRole(repository, tokenOwner, 'read');
  const issue = made.submit('ann');
  await made.settle();
  expect(made.open()).toEqual([]);
  expect(await repository.git.branches()).toEqual(['main']);
  github.setRole(repository, tokenOwner, 'write');
  github.as('mary').comment(issue, '/poweredby add');
  await made.settle();
  expect(made.open()).toHaveLength(1);
  expect(made.said(issue)).toContain('is ready to be listed');
});
