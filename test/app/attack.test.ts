import { describe, expect, it } from 'vitest';
import type { Comment } from '../../src/emulator/world/model.ts';
import { commitsOn, submitted, world } from './world.ts';

const branch = 'poweredby/issue-1';

describe('a stranger', () => {
  it('who changes a command between our reading it and our answer has the new one answered', async () => {
    let comment: Comment | undefined;
    let edit = () => {};
    const made = await submitted({
      onRequest: (body) => {
        if (comment && body.includes('THUMBS_UP')) edit();
      },
    });
    edit = () => {
      if (comment?.body === '/poweredby help') {
        made.github.as('stranger').editComment(comment, '/poweredby withdraw');
      }
    };
    comment = made.github.as('stranger').comment(made.issue, '/poweredby help');
    await made.settle();
    await made.app().sweep();
    await made.settle();
    expect(comment.body).toBe('/poweredby withdraw');
    expect(made.open()).toHaveLength(1);
  });

  it('whose thumb is up for a writer’s edited command does not have it done for ever', async () => {
    const made = await submitted();
    const { github, repository, mary, issue } = made;
    const comment = mary.comment(issue, '/poweredby help');
    await made.settle();
    github.as('stranger').react(comment, 'THUMBS_UP');
    github.clock.turn(5000);
    mary.editComment(comment, '/poweredby rebuild');
    await made.settle();
    const pushed = await mary.push(repository, { branch, files: { 'a.txt': 'mine' } });
    await made.settle();
    await made.app().sweep();
    await made.settle();
    expect(await repository.git.branch(branch)).toBe(pushed);
  });
});

describe('a submitter', () => {
  it('cannot lift a maintainer’s stop by withdrawing first', async () => {
    const stops = ['pull', 'issue', 'label'] as const;
    for (const stop of stops) {
      const made = await submitted();
      const { mary, ann, issue, pull } = made;
      if (stop === 'pull') mary.close(pull);
      else if (stop === 'issue') mary.close(issue);
      else mary.unlabel(issue, 'powered-by');
      await made.settle();
      ann.comment(issue, '/poweredby withdraw');
      ann.comment(issue, '/poweredby add');
      await made.settle();
      expect([stop, made.open()]).toEqual([stop, []]);
    }
  });

  it('cannot have a maintainer’s work deleted or written over', async () => {
    const made = await submitted();
    const { repository, mary, ann, issue } = made;
    const pushed = await mary.push(repository, { branch, files: { 'a.txt': 'mine' } });
    await made.settle();
    ann.comment(issue, '/poweredby withdraw');
    await made.settle();
    expect(await repository.git.branch(branch)).toBe(pushed);
    ann.comment(issue, '/poweredby add');
    await made.settle();
    expect(await repository.git.branch(branch)).toBe(pushed);
    expect(made.said(issue)).toContain(branch);
    mary.comment(issue, '/poweredby rebuild');
    await made.settle();
    expect(await commitsOn(repository, branch)).toHaveLength(1);
    expect(made.open()).toHaveLength(1);
  });

  it('cannot turn a maintainer’s removal into something else', async () => {
    const made = await world();
    const { github, repository } = made;
    const issue = github.as('ann').openIssue(repository, { title: 'Off', body: 'Remove us.' });
    github.as('mary').comment(issue, '/poweredby remove Alder Rail');
    await made.settle();
    const logo = made.drawing('ann');
    github.as('ann').comment(issue, `/poweredby add\ncompany: X\ndescription: Y\n\n${logo}`);
    github.as('ann').comment(issue, '/poweredby withdraw');
    await made.settle();
    expect(made.open().map(({ title }) => title)).toEqual(['Remove Alder Rail from Powered By']);
  });

  it('cannot switch CI off by a company’s name', async () => {
    const made = await world();
    made.submit('ann', { company: 'Acme [skip ci]' });
    const starred = made.submit('bob', { company: 'Acme ***NO_CI***' });
    await made.settle();
    const [pull, ...others] = made.open();
    const head = (await made.repository.git.branch(branch)) ?? '';
    const { message } = await made.repository.git.commit(head);
    for (const text of [pull?.title ?? '', message]) {
      expect(text).toContain('Acme');
      expect(text).not.toMatch(/\[skip ci\]/);
    }
    // Markup in a name is refused.
    expect(others).toEqual([]);
    expect(made.said(starred)).toContain('fix one thing');
  });

  it('waits for a writer’s word after the merge too, where the configuration says so', async () => {
    const made = await world({ configuration: (text) => `${text}\nopen: on-command\n` });
    const issue = made.submit('ann');
    await made.settle();
    made.github.as('mary').comment(issue, '/poweredby add');
    await made.settle();
    for (const pull of made.open()) await made.merge(pull);
    await made.settle();
    made.github.as('ann').comment(issue, '/poweredby text en Totally new words.');
    await made.settle();
    expect(made.open()).toEqual([]);
    made.github.as('mary').comment(issue, '/poweredby text en Other words.');
    await made.settle();
    expect(made.open()).toHaveLength(1);
  });
});

it('takes a label of other letters’ case for the configured one', async () => {
  const made = await world({ hasLabel: false });
  made.github.as('millrace').createLabel(made.repository, 'Powered-By');
  const issue = made.submit('ann');
  await made.settle();
  await made.app().sweep();
  await made.settle();
  expect(made.open()).toHaveLength(1);
  expect(issue.labels.map(({ name }) => name)).toEqual(['Powered-By']);
});

it('is silent where a conversation was locked before we spoke, and speaks when it is unlocked', async () => {
  const made = await world();
  const issue = made.submit('ann');
  made.github.as('mary').lock(issue);
  await made.settle();
  expect(made.said(issue)).toBe('');
  made.github.as('mary').unlock(issue);
  await made.settle();
  expect(made.open()).toHaveLength(1);
});

it('takes up what failed when GitHub works again', async () => {
  const made = await world();
  const { github, repository } = made;
  await made.app().sweep();
  await made.settle();
  const issue = github.as('mary').openIssue(repository, { title: 'Off', body: 'Please.' });
  const fault = github.faults.order({
    kind: 'bad-gateway-before',
    operation: 'mutation',
    times: 9,
  });
  github.as('mary').comment(issue, '/poweredby remove Alder Rail');
  await made.settle();
  for (let sweep = 0; sweep < 3; sweep++) {
    await made.app().sweep();
    await made.settle();
  }
  expect(fault.count).toBe(9);
  expect(made.open()).toHaveLength(1);
});
