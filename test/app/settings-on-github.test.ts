import { describe, expect, it } from 'vitest';
import { bodyOf, pages, submitted, world } from './world.ts';

/** The operations of the requests that write. */
function writes({
  github,
}: {
  readonly github: { readonly requests: { counted: readonly { operation: string }[] } };
}) {
  return github.requests.counted
    .map(({ operation }) => operation)
    .filter((operation) => operation.startsWith('mutation'));
}

describe('a repository that deletes merged branches itself', () => {
  it('has its submissions end as in any other, and nothing left to do', async () => {
    const made = await submitted();
    const { github, repository, issue, pull } = made;
    github.configure(repository, { deletesMergedBranches: true });
    await made.merge(pull);
    await made.settle();
    expect(issue.isOpen).toBe(false);
    expect(made.said(issue)).toContain('is listed');
    expect(await repository.git.branches()).toEqual(['main']);
    github.requests.clear();
    await made.app().sweep();
    await made.settle();
    expect(writes(made)).toEqual([]);
  });
});

describe('a repository whose label GitHub does not show yet', () => {
  it('has its label found by name when it cannot be created, and nothing sent twice', async () => {
    // Somebody creates it behind our look.
    let create: (() => void) | undefined;
    const made = await world({
      hasLabel: false,
      onRequest: (body) => {
        if (!body.includes('createLabel')) return;
        create?.();
        create = undefined;
      },
    });
    const { github, repository } = made;
    create = () => github.as('mary').createLabel(repository, 'Powered-By');
    github.requests.clear();
    const issue = made.submit('ann');
    await made.settle();
    expect(writes(made)).toHaveLength(2);
    for (const each of [issue, ...made.open()]) {
      expect(each.labels.map(({ name }) => name)).toEqual(['Powered-By']);
    }
    expect(repository.labels).toHaveLength(1);
    github.requests.clear();
    await made.app().sweep();
    await made.settle();
    expect(writes(made)).toEqual([]);
  });
});

describe('a GitHub that does not show us our own reactions', () => {
  it('has each command carried out and answered once, by what our comment notes', async () => {
    const made = await submitted({
      app: {
        fetch: async (address, options) => {
          const answer = await fetch(address, options);
          const text = await answer.text();
          const hidden = text.replaceAll('"viewerHasReacted":true', '"viewerHasReacted":false');
          const { status, headers } = answer;
          return new Response(status === 204 ? null : hidden, { status, headers });
        },
      },
    });
    const { github, issue, pull, ann, mary } = made;
    ann.comment(issue, '/poweredby text zh 配送包裹的公司。');
    mary.comment(pull, '/poweredby rebuild');
    ann.comment(issue, '/poweredby rebuild');
    github.as('eve').comment(pull, '/poweredby help');
    await made.settle();
    const reactions = () => [...issue.comments, ...pull.comments].map((each) => each.reactions);
    const before = [pull.pull?.headOid, reactions()];
    github.requests.clear();
    for (let sweep = 0; sweep < 3; sweep++) {
      await made.app().sweep();
      await made.settle();
    }
    expect(writes(made)).toEqual([]);
    expect([pull.pull?.headOid, reactions()]).toEqual(before);
  });
});

describe('a push of many commits', () => {
  it('tells of each page that any of them changed', async () => {
    const made = await submitted();
    const { github, repository, pull, mary } = made;
    const page = (await github.readFile(repository, pages.en)) ?? '';
    const before = pull.pull?.headOid;
    const { git } = repository;
    let oid = await mary.push(repository, {
      branch: 'many',
      files: { [pages.en]: page.replace('Brightwater', 'Clearwater') },
    });
    for (let commit = 0; commit < 25; commit++) {
      oid = await mary.push(repository, { branch: 'many', files: { 'notes.txt': `${commit}` } });
    }
    await made.settle();
    expect(pull.pull?.headOid).toBe(before);
    await mary.forcePush(repository, 'main', oid);
    await made.settle();
    const head = pull.pull?.headOid ?? '';
    expect(head).not.toBe(before);
    expect((await git.commit(head)).parents).toEqual([oid]);
  });
});

describe('an installation that was suspended', () => {
  it('has what was asked for meanwhile done as soon as it goes on', async () => {
    const made = await world();
    const { github, repository, settle } = made;
    const installation = github.install(repository);
    await settle();
    github.setSuspended(installation, true);
    // GitHub tells a suspended app nothing.
    github.faults.order({ kind: 'webhook-lost', times: 1, operation: 'issues' });
    const body = bodyOf({ logo: made.drawing('ann') });
    github.as('ann').openIssue(repository, { title: 'Add us', body }, ['powered-by']);
    await settle();
    expect(made.open()).toEqual([]);
    github.setSuspended(installation, false);
    await settle();
    expect(made.open()).toHaveLength(1);
  });
});
