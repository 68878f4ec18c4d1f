import { describe, expect, it } from 'vitest';
import type { FaultOrder } from '../../src/emulator/faults.ts';
import { commitsOn, issuesOf, pages, type World, world } from './world.ts';

/** What must be true of one submission, whatever went wrong on the way. */
async function checkOne({ github, repository, open, said }: World): Promise<void> {
  const [issue] = issuesOf(repository);
  const [pull, ...others] = github.pulls(repository);
  expect(others).toEqual([]);
  expect(open()).toEqual([pull]);
  const head = `poweredby/issue-${issue?.number}`;
  expect(await repository.git.branches()).toEqual(['main', head]);
  expect(await commitsOn(repository, head)).toHaveLength(1);
  expect(issue && said(issue)).toContain(`#${pull?.number}`);
  expect(await github.readFile(repository, pages.en, head)).toContain('Juniper Parcel');
}

describe('a submission comes to its one pull request, though', () => {
  const orders: Readonly<Record<string, FaultOrder>> = {
    'a query is answered with 502': { kind: 'bad-gateway-before', operation: 'query viewer' },
    'the commit’s document is answered with 502 without effect': {
      kind: 'bad-gateway-before',
      operation: 'createCommitOnBranch',
    },
    'the commit’s document is answered with 502 and has its effect': {
      kind: 'bad-gateway-after',
      operation: 'createCommitOnBranch',
    },
    'the comment’s document is answered with 502 and has its effect': {
      kind: 'bad-gateway-after',
      operation: 'addComment',
    },
    'the comment’s document is answered with 502 without effect': {
      kind: 'bad-gateway-before',
      operation: 'addComment',
    },
    'somebody seems to have pushed in between': { kind: 'stale-head' },
    'GitHub does not see the new commit yet': { kind: 'not-yet-visible', times: 2 },
    'its webhook comes twice': { kind: 'webhook-doubled', operation: 'issues' },
    'its webhook comes late': { kind: 'webhook-late', operation: 'issues' },
  };
  for (const [name, order] of Object.entries(orders)) {
    it(name, async () => {
      const made = await world();
      const fault = made.github.faults.order(order);
      made.submit('ann');
      await made.settle();
      await made.settle();
      expect(fault.count).toBeGreaterThan(0);
      await checkOne(made);
    });
  }

  it('its webhook is lost: the next sweep finds it, with the label or without', async () => {
    for (const hasLabel of [true, false]) {
      const made = await world({ hasLabel });
      made.github.faults.order({ kind: 'webhook-lost', times: 2 });
      made.submit('ann');
      await made.settle();
      expect(made.open()).toEqual([]);
      await made.app().sweep();
      await made.settle();
      await checkOne(made);
    }
  });

  it('its base is pushed to at every turn', async () => {
    const made = await world();
    const { github, repository, open } = made;
    made.submit('ann');
    for (let turn = 0; turn < 5; turn++) {
      await github.as('mary').push(repository, { files: { 'README.md': `Read ${turn}.` } });
    }
    await made.settle();
    const [pull] = open();
    expect(pull && (await github.isMergeable(pull))).toBe(true);
  });
});

describe('what a lost webhook told of', () => {
  const lost = async (happen: (made: World) => Promise<unknown> | unknown): Promise<World> => {
    const made = await world();
    made.submit('ann');
    await made.settle();
    made.github.faults.order({ kind: 'webhook-lost', times: 10 });
    await happen(made);
    await made.github.webhooks.settle();
    await made.settle();
    await made.restart();
    await made.app().sweep();
    await made.settle();
    return made;
  };
  const firstIssue = ({ repository }: World) => {
    const [issue] = issuesOf(repository);
    if (!issue) throw new Error('There is no issue');
    return issue;
  };

  it('a command, is taken up by the sweep', async () => {
    const made = await lost(({ github, ...rest }) =>
      github.as('ann').comment(firstIssue({ github, ...rest }), '/poweredby withdraw'),
    );
    expect(made.open()).toEqual([]);
  });

  it('a merge, is taken up by the sweep', async () => {
    const made = await lost(async (before) => {
      const [pull] = before.open();
      if (pull) await before.merge(pull);
    });
    expect(made.said(firstIssue(made))).toContain('is listed');
    expect(await made.repository.git.branches()).toEqual(['main']);
  });

  it('an issue that was closed, is taken up by the sweep', async () => {
    const made = await lost((before) => before.github.as('ann').close(firstIssue(before)));
    expect(made.open()).toEqual([]);
  });
});

it('speaks Chinese where the configuration says so', async () => {
  const made = await world({
    configuration: (text) => text.replace('language: en', 'language: zh'),
  });
  const issue = made.submit('ann', { company: '' });
  await made.settle();
  expect(made.said(issue)).toMatch(/\p{Script=Han}/u);
});
