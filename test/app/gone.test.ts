import { describe, expect, it } from 'vitest';
import type { Comment } from '../../src/emulator/world/model.ts';
import { pages, submitted, world } from './world.ts';

function reactionsTo({ reactions }: Comment): string[] {
  return reactions.map(({ content }) => content);
}

describe('an account that is deleted', () => {
  it('leaves no command of its own at 👀', async () => {
    const made = await submitted();
    const mallory = made.github.as('mallory');
    made.github.faults.order({ kind: 'webhook-lost', times: 4 });
    const comments = ['rebuild', 'withdraw', 'help', 'text zh 字'].map((words) =>
      mallory.comment(made.issue, `/poweredby ${words}`),
    );
    await made.settle();
    made.github.as('mallory').deleteAccount();
    await made.app().sweep();
    await made.settle();
    expect(comments.map(reactionsTo)).toEqual([
      ['EYES', 'CONFUSED'],
      ['EYES', 'CONFUSED'],
      ['EYES', 'THUMBS_UP'],
      ['EYES', 'CONFUSED'],
    ]);
    expect(made.open()).toHaveLength(1);
  });

  it('leaves what was accepted of it as it was', async () => {
    const made = await submitted();
    const { github, repository, issue } = made;
    made.ann.comment(issue, '/poweredby text zh 配送包裹的公司。');
    await made.settle();
    github.as('ann').deleteAccount();
    const page = (await github.readFile(repository, pages.en)) ?? '';
    const files = { [pages.en]: page.replace('Brightwater', 'Clearwater') };
    await made.mary.push(repository, { files });
    await made.settle();
    const [pull] = made.open();
    expect(await github.isMergeable(pull ?? issue)).toBe(true);
    expect(await github.readFile(repository, pages.zh, 'poweredby/issue-1')).toContain(
      '配送包裹的公司。',
    );
    await made.merge(pull ?? issue);
    await made.settle();
    expect(issue.isOpen).toBe(false);
    expect(await github.readFile(repository, pages.zh)).toContain('配送包裹的公司。');
  });

  it('leaves an approval, and somebody else with its name gives none', async () => {
    const made = await world({ configuration: (text) => `${text}\nopen: on-command\n` });
    const { github, repository } = made;
    const issue = made.submit('ann');
    await made.settle();
    const approval = github.as('mary').comment(issue, '/poweredby add');
    await made.settle();
    expect(reactionsTo(approval)).toEqual(['EYES', 'THUMBS_UP']);
    github.as('mary').deleteAccount();
    await github.as('millrace').push(repository, { files: { 'docs/static/new.txt': 'new' } });
    await made.app().sweep();
    await made.settle();
    expect(made.open()).toHaveLength(1);
    const rebuild = github.as('mary').comment(issue, '/poweredby rebuild');
    await made.settle();
    expect(reactionsTo(rebuild)).toEqual(['EYES', 'CONFUSED']);
  });
});

describe('comments that nobody may see any more', () => {
  it('keep nothing else of an issue or a pull request from being done, and cost no request', async () => {
    const made = await submitted();
    const { github, issue, pull, ann } = made;
    const hidden = [issue, pull].map((where) => github.as('eve').comment(where, 'Buy this'));
    await made.settle();
    for (const comment of hidden) github.as('staff').hideComment(comment);
    github.requests.clear();
    const text = ann.comment(pull, '/poweredby text zh 配送包裹的公司。');
    await made.settle();
    expect(reactionsTo(text)).toEqual(['EYES', 'THUMBS_UP']);
    expect(pull.body).toContain('配送包裹的公司。');
    const operations = github.requests.counted.map(({ operation }) => operation);
    expect(operations.filter((operation) => operation.startsWith('query'))).toHaveLength(2);
  });
});
