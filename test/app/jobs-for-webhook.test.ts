import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jobsForWebhook, type WebhookWork } from '../../src/app/jobs-for-webhook.ts';
import { receiver, site } from '../emulator/support.ts';

const bot = 'powered-by[bot]';
const mary = { id: 3, login: 'mary', type: 'User' };
const us = { id: 4, login: bot, type: 'Bot' };

/** A webhook of a repository, by mary, unless it says otherwise. */
function work(event: string, payload: object): WebhookWork {
  const usual = {
    installation: { id: 7 },
    repository: { full_name: 'acme/site', default_branch: 'main' },
    sender: mary,
  };
  return jobsForWebhook(event, { ...usual, ...payload }, bot);
}

/** What a webhook calls for, in a few words. */
function shown({ jobs, command, installed }: WebhookWork): string {
  const each = jobs.map((job) => {
    if (job.kind === 'issue') {
      return `${job.isNew ? 'issue' : 'rebuild'} ${job.number}`;
    }
    const files = job.paths ? ` after ${job.paths.join(', ')}` : '';
    return `${job.isSweep ? 'sweep' : 'list'}${files}`;
  });
  const where = installed?.repositories?.map(({ owner, name }) => `installed on ${owner}/${name}`);
  const names = installed && (where ?? ['installed everywhere']);
  const seen = command === undefined ? [] : [`seen ${command}`];
  return [...each, ...seen, ...(names ?? [])].join('; ');
}

describe('what GitHub tells the app', () => {
  it('is what the app subscribes to, and no more', () => {
    const manifest = parse(readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8'));
    expect(manifest.default_events).toEqual(['issues', 'issue_comment', 'pull_request', 'push']);
  });

  it('calls for a job wherever something may have to be done, from a submission’s opening to its end', async () => {
    const { github, repository, octokit } = await site();
    const received = await receiver(github);
    const [ann, writer] = [github.as('ann'), github.as('mary')];
    const happened: [event: string, calls: string][] = [];
    /** Lets something happen, and notes what each of its webhooks calls for. */
    const note = async (happen: () => unknown) => {
      received.splice(0);
      await happen();
      await github.webhooks.settle();
      github.clock.turn(2000);
      for (const { headers, payload } of received) {
        const event = String(headers['x-github-event']);
        const name = [event, payload['action']].filter(Boolean).join(' ');
        happened.push([name, shown(jobsForWebhook(event, payload, bot))]);
      }
    };
    writer.createLabel(repository, 'powered-by');
    let issue = ann.openIssue(repository, { title: 'Not yet told', body: '' });
    await github.webhooks.settle();
    github.clock.turn(2000);
    await note(() => {
      issue = ann.openIssue(repository, { title: 'Add us', body: '' }, ['powered-by']);
    });
    await note(() => ann.edit(issue, { body: 'Acme' }));
    await note(() => writer.unlabel(issue, 'powered-by'));
    await note(() => writer.label(issue, 'powered-by'));
    await note(() => ann.close(issue));
    await note(() => ann.reopen(issue));
    let comment = ann.comment(issue, 'Hello');
    await github.webhooks.settle();
    await note(() => {
      comment = ann.comment(issue, '/poweredby add');
    });
    const { nodeId } = comment;
    await note(() => ann.editComment(comment, 'Never mind'));
    await note(() => ann.editComment(comment, '/poweredby help'));
    await note(() => ann.deleteComment(comment));
    await note(() => ann.comment(issue, 'Thanks'));
    const head = `poweredby/issue-${issue.number}`;
    await note(() => writer.push(repository, { branch: head, files: { 'page.md': '1\n' } }));
    const made = { owner: 'apache', repo: 'flink', head, base: 'main', title: 'Add' };
    await note(() => octokit.rest.pulls.create(made));
    const [pull] = github.pulls(repository);
    if (!pull) throw new Error('A pull request was opened');
    await note(() => writer.push(repository, { branch: head, files: { 'page.md': '2\n' } }));
    await note(() => writer.close(pull));
    await note(() => writer.reopen(pull));
    await note(() => writer.merge(pull));
    expect(happened).toEqual([
      ['issues opened', 'issue 2'],
      // It comes with the issue.
      ['issues labeled', ''],
      ['issues edited', 'issue 2'],
      ['issues unlabeled', 'issue 2'],
      ['issues labeled', 'issue 2'],
      ['issues closed', 'issue 2'],
      ['issues reopened', 'issue 2'],
      ['issue_comment created', `issue 2; seen ${nodeId}`],
      ['issue_comment edited', 'issue 2'],
      ['issue_comment edited', `issue 2; seen ${nodeId}`],
      ['issue_comment deleted', 'issue 2'],
      ['issue_comment created', ''],
      ['push', 'rebuild 2'],
      ['pull_request opened', ''],
      ['push', 'rebuild 2'],
      ['pull_request synchronize', 'issue 2'],
      ['pull_request closed', 'issue 2; list'],
      ['pull_request reopened', 'issue 2'],
      ['push', 'list after page.md'],
      ['pull_request closed', 'issue 2'],
    ]);
  });
});

describe('an issue', () => {
  const issue = {
    number: 12,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:05Z',
  };

  it.each([
    ...['opened', 'edited', 'reopened', 'closed', 'labeled', 'unlabeled', 'transferred', 'deleted'],
  ])('that is %s is looked at', (action) => {
    expect(shown(work('issues', { action, issue }))).toBe('issue 12');
  });

  it.each(['assigned', 'pinned', 'locked', 'milestoned', 'typed', undefined])(
    'that is %s is left alone',
    (action) => {
      expect(shown(work('issues', { action, issue }))).toBe('');
    },
  );

  it('in which we did something ourselves is left alone', () => {
    expect(shown(work('issues', { action: 'closed', issue, sender: us }))).toBe('');
  });
});

describe('a comment', () => {
  const comment = (body: string, user: object | null = mary) => ({
    issue: { number: 12 },
    comment: { node_id: 'C_1', body, user },
  });

  it.each([
    ['created', '/poweredby add', undefined, 'issue 12; seen C_1'],
    ['created', '/poweredby nonsense', undefined, 'issue 12; seen C_1'],
    ['created', '> /poweredby add', undefined, ''],
    ['edited', '/poweredby add', 'Hello', 'issue 12; seen C_1'],
    ['edited', 'Hello', '/poweredby add', 'issue 12'],
    ['edited', 'Hello', 'Hallo', ''],
    ['deleted', '/poweredby add', undefined, 'issue 12'],
    ['pinned', '/poweredby add', undefined, ''],
  ])('%s that says %s, and said %s before', (action, body, before, calls) => {
    const changes = before === undefined ? {} : { changes: { body: { from: before } } };
    expect(shown(work('issue_comment', { action, ...comment(body), ...changes }))).toBe(calls);
  });

  it('of a bot is nothing to us, and one of an account that is gone is', () => {
    const say = (user: object | null, sender: object = mary) =>
      shown(
        work('issue_comment', { action: 'created', ...comment('/poweredby add', user), sender }),
      );
    expect(say({ login: 'other[bot]', type: 'Bot' })).toBe('');
    expect(say(us, us)).toBe('');
    expect(say(null)).toBe('issue 12; seen C_1');
  });

  it('of a bot that a person edited is nothing to us', () => {
    const said = comment('/poweredby add', { login: 'other[bot]', type: 'Bot' });
    expect(shown(work('issue_comment', { action: 'edited', ...said }))).toBe('');
  });
});

describe('a pull request', () => {
  const pull = (changes: object = {}) => ({
    pull_request: {
      merged: false,
      head: { ref: 'poweredby/issue-12', repo: { full_name: 'acme/site' } },
      ...changes,
    },
  });
  const calls = (action: string, changes: object = {}, sender: object = mary) =>
    shown(work('pull_request', { action, ...pull(changes), sender }));

  it('of ours that somebody closed lets others have their turn', () => {
    expect(calls('closed')).toBe('issue 12; list');
    expect(calls('closed', { merged: true })).toBe('issue 12');
  });

  it('that we closed ourselves lets others have their turn, too', () => {
    expect(calls('closed', {}, us)).toBe('list');
    expect(calls('synchronize', {}, us)).toBe('');
  });

  it.each(['opened', 'edited', 'labeled', 'review_requested'])(
    'that is %s is left alone',
    (action) => {
      expect(calls(action)).toBe('');
    },
  );

  it.each([
    ['another branch', 'patch-1', { full_name: 'acme/site' }],
    ['a fork’s branch of the same name', 'poweredby/issue-12', { full_name: 'eve/site' }],
    ['a fork that is gone', 'poweredby/issue-12', null],
    ['a branch that is nearly ours', 'poweredby/issue-012', { full_name: 'acme/site' }],
  ])('from %s is left alone', (_, ref, repo) => {
    expect(calls('closed', { head: { ref, repo } })).toBe('');
  });
});

describe('a push', () => {
  const commit = (...modified: string[]) => ({ added: [], modified, removed: [] });
  const push = (payload: object, sender: object = mary) =>
    shown(work('push', { ref: 'refs/heads/main', forced: false, sender, ...payload }));

  it('to the default branch calls for what follows from its files', () => {
    const commits = [
      { added: ['a'], modified: ['b'], removed: ['c'] },
      { added: [], modified: ['b'], removed: [] },
    ];
    expect(push({ commits })).toBe('list after a, b, c');
  });

  it.each([
    ['was forced', { forced: true, commits: [commit('a')] }],
    ['names no commits', { commits: [] }],
    ['has more commits than GitHub names the files of', { commits: Array(2048).fill(commit('a')) }],
  ])('to it that %s may have changed anything', (_, payload) => {
    expect(push(payload)).toBe('list');
  });

  it('to another branch is nothing to us, unless it is one of ours', () => {
    const commits = [commit('a')];
    expect(push({ ref: 'refs/heads/other', commits })).toBe('');
    expect(push({ ref: 'refs/tags/main', commits })).toBe('');
    expect(push({ ref: 'refs/heads/poweredby/issue-12', commits })).toBe('rebuild 12');
    expect(push({ ref: 'refs/heads/poweredby/next-12', commits })).toBe('rebuild 12');
    expect(push({ ref: 'refs/heads/poweredby/issue-12', commits }, us)).toBe('');
  });
});

describe('an installation', () => {
  const some = [{ full_name: 'acme/one' }, { full_name: 'acme/two' }];
  const without = { repository: undefined };
  const both = 'installed on acme/one; installed on acme/two';

  it.each([
    ['installation', 'created', { repositories: some }, both],
    ['installation', 'created', { repositories: [] }, ''],
    ['installation', 'unsuspend', {}, 'installed everywhere'],
    ['installation', 'new_permissions_accepted', { repositories: some }, both],
    ['installation', 'deleted', { repositories: some }, ''],
    ['installation', 'suspend', {}, ''],
    ['installation_repositories', 'added', { repositories_added: some }, both],
    ['installation_repositories', 'removed', { repositories_removed: some }, ''],
  ])('after %s %s', (event, action, payload, calls) => {
    const called = work(event, { action, ...payload, ...without });
    expect(shown(called)).toBe(calls);
    expect(called.installed?.installation ?? 7).toBe(7);
  });
});

describe('any webhook', () => {
  it('names where the job is to be done', () => {
    const [job] = work('issues', { action: 'opened', issue: { number: 12 } }).jobs;
    expect(job).toMatchObject({
      installation: 7,
      owner: 'acme',
      name: 'site',
      lane: 'acme/site',
      key: 'issue 12',
    });
  });

  it('says what a read has to show: GitHub shows it later than it tells of it', () => {
    const [created, changed] = ['2026-01-01T00:00:00Z', '2026-01-01T00:00:07+00:00'];
    const time = Date.parse(changed);
    const issue = { number: 12, created_at: created, updated_at: changed };
    const body = '/poweredby add';
    const comment = { id: 5, node_id: 'C_1', body, user: mary, updated_at: changed };
    const head = { ref: 'poweredby/issue-12', repo: { full_name: 'acme/site' } };
    const pull = { number: 13, updated_at: changed, merged: true, head };
    const expectedBy = (event: string, payload: object) =>
      work(event, payload).jobs.map((job) => job.kind === 'issue' && job.expected?.threads);
    const thread = { number: 12, updatedAt: time };
    expect(expectedBy('issues', { action: 'edited', issue })).toEqual([[thread]]);
    for (const action of ['deleted', 'transferred']) {
      expect(expectedBy('issues', { action, issue })).toEqual([[{ ...thread, isGone: true }]]);
    }
    for (const [action, updatedAt] of [
      ['created', time],
      ['edited', time],
      ['deleted', null],
    ] as const) {
      const shown = [{ number: 12, comments: [{ id: 5, updatedAt }] }];
      expect(expectedBy('issue_comment', { action, issue, comment })).toEqual([shown]);
    }
    expect(expectedBy('pull_request', { action: 'closed', pull_request: pull })).toEqual([
      [{ number: 13, updatedAt: time, isMerged: true }],
    ]);
  });

  it('says nothing of times that are none', () => {
    const issue = { number: 12, updated_at: 'yesterday' };
    expect(work('issues', { action: 'edited', issue }).jobs).toMatchObject([
      { expected: { threads: [{ number: 12 }] } },
    ]);
  });

  it('names who did something in an issue', () => {
    const issue = { number: 12 };
    const comment = { node_id: 'C_1', body: '/poweredby add', user: mary };
    const person = { id: 3, login: 'mary' };
    expect(work('issues', { action: 'edited', issue }).person).toEqual(person);
    expect(work('issue_comment', { action: 'created', issue, comment }).person).toEqual(person);
    expect(work('push', { ref: 'refs/heads/main' }).person).toBeUndefined();
  });

  it('without an installation, as an Action is told of, names jobs without one', () => {
    const issue = { action: 'opened', issue: { number: 12 }, installation: undefined };
    const [job] = work('issues', issue).jobs;
    expect(job).toMatchObject({ owner: 'acme', name: 'site', key: 'issue 12' });
    expect(job).not.toHaveProperty('installation');
    const added = { action: 'added', repositories_added: [{ full_name: 'a/b' }] };
    expect(shown(work('installation_repositories', { ...issue, ...added }))).toBe('');
  });

  it('of an event that we do not know, or without a repository, calls for nothing', () => {
    expect(shown(work('star', { action: 'created' }))).toBe('');
    const issue = { action: 'opened', issue: { number: 12 } };
    expect(shown(work('issues', { ...issue, repository: null }))).toBe('');
  });

  const events = [
    ...['issues', 'issue_comment', 'pull_request', 'push', 'installation'],
    ...['installation_repositories', 'star', '__proto__'],
  ];
  const whole = {
    action: 'created',
    installation: { id: 7 },
    repository: { full_name: 'acme/site', default_branch: 'main' },
    sender: mary,
    issue: { number: 12, created_at: 'x', updated_at: 'y' },
    comment: { node_id: 'C_1', body: '/poweredby add', user: mary },
    changes: { body: { from: 'x' } },
    pull_request: {
      merged: false,
      head: { ref: 'poweredby/issue-12', repo: { full_name: 'a/b' } },
    },
    ref: 'refs/heads/main',
    commits: [{ added: ['a'], modified: [], removed: [] }],
    forced: false,
    repositories: [{ full_name: 'a/b' }],
    repositories_added: [{ full_name: 'a/b' }],
  };

  /** The same, where any part may be something else, or missing. */
  function odd(value: unknown): fc.Arbitrary<unknown> {
    const other = fc.oneof(fc.constantFrom(null, undefined, '', 0, [], {}, [null]), fc.jsonValue());
    if (typeof value !== 'object' || value === null) {
      return fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, other);
    }
    const inside = Array.isArray(value)
      ? fc.tuple(...value.map(odd))
      : fc.record(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, odd(part)])));
    return fc.oneof({ weight: 8, arbitrary: inside }, other);
  }

  it('may be as odd as it likes: nothing is thrown, and what is named has a place', () => {
    const actions = fc.constantFrom('created', 'edited', 'deleted', 'opened', 'closed', 'added');
    const payload = fc.tuple(odd(whole), actions).map(([some, action]) => {
      if (typeof some !== 'object' || some === null || Array.isArray(some)) return [some];
      return { ...some, action };
    });
    fc.assert(
      fc.property(fc.constantFrom(...events), payload, (event, some) => {
        for (const job of jobsForWebhook(event, some, bot).jobs) {
          expect(['number', 'undefined']).toContain(typeof job.installation);
          expect(job.lane).toMatch(/^.*\/.*$/s);
          if (job.kind === 'issue') expect(Number.isInteger(job.number)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of which one part is odd still says the rest', () => {
    const push = { ref: 'refs/heads/main', commits: null, forced: null };
    expect(shown(work('push', push))).toBe('list');
    const issue = { action: 'closed', issue: { number: 12, created_at: null }, sender: null };
    expect(shown(work('issues', issue))).toBe('issue 12');
    const named = {
      action: 'created',
      repositories: null,
      repositories_added: [{ full_name: 'a/b' }],
    };
    expect(shown(work('installation', named))).toBe('installed on a/b');
  });
});
