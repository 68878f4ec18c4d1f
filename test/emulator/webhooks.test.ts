import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appToken, branchOf, client, receiver, site } from './support.ts';

describe('webhooks', () => {
  it('tell of everything in a submission’s life, signed, in GitHub’s published shapes', async () => {
    const { github, repository, octokit } = await site();
    const received = await receiver(github);
    const [ann, mary] = [github.as('ann'), github.as('mary')];
    mary.createLabel(repository, 'powered-by');
    const issue = ann.openIssue(repository, { title: 'Add us', body: '' }, ['powered-by']);
    ann.edit(issue, { body: 'Acme' });
    const comment = ann.comment(issue, 'Hello');
    ann.editComment(comment, 'Hello again');
    ann.deleteComment(comment);
    mary.unlabel(issue, 'powered-by');
    mary.lock(issue);
    mary.unlock(issue);
    ann.close(issue);
    await ann.reopen(issue);
    await branchOf(github, repository, 'change', 'one\n2\nthree\n');
    const made = { owner: 'apache', repo: 'flink', head: 'change', base: 'main' };
    await octokit.rest.pulls.create({ ...made, title: 'Add', body: `Closes #${issue.number}` });
    const [pull] = github.pulls(repository);
    if (!pull) throw new Error('A pull request was opened');
    mary.label(pull, 'powered-by');
    mary.edit(pull, { title: 'Add Acme' });
    await branchOf(github, repository, 'change', 'one\n2\n3\n');
    mary.close(pull);
    await mary.reopen(pull);
    await mary.merge(pull);
    await mary.forcePush(repository, 'change');
    const other = await github.createRepository('apache/other', { roles: { mary: 'write' } });
    const second = ann.openIssue(repository, { title: 'Two', body: '' });
    mary.transfer(second, other);
    github.as('apache').deleteIssue(ann.openIssue(repository, { title: 'Three', body: '' }));
    const installation = github.install(other);
    github.takeOff(installation, other);
    github.setSuspended(installation, true);
    github.setSuspended(installation, false);
    github.uninstall(installation);
    await github.webhooks.settle();
    const names = github.webhooks
      .recentDeliveries()
      .reverse()
      .map(({ request }) => [request.event, request.action].filter(Boolean).join(' '));
    expect(names).toEqual([
      'issues opened',
      'issues labeled',
      'issues edited',
      'issue_comment created',
      'issue_comment edited',
      'issue_comment deleted',
      'issues unlabeled',
      'issues locked',
      'issues unlocked',
      'issues closed',
      'issues reopened',
      'push',
      'pull_request opened',
      'pull_request labeled',
      'pull_request edited',
      'push',
      'pull_request synchronize',
      'pull_request closed',
      'pull_request reopened',
      'push',
      'pull_request closed',
      'issues closed',
      'push',
      'issues opened',
      'issues transferred',
      'issues opened',
      'issues deleted',
      'installation_repositories added',
      'installation_repositories removed',
      'installation suspend',
      'installation unsuspend',
      'installation deleted',
    ]);
    expect(received).toHaveLength(names.length);
    for (const { headers, body } of received) {
      const expected = createHmac('sha256', github.app.webhookSecret).update(body).digest('hex');
      expect(headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
    }
  });

  it('go only to where the app is installed, and only with what it subscribed to', async () => {
    const manifest = 'name: A\ndefault_permissions: {issues: write}\ndefault_events: [issues]\n';
    const { github, repository } = await site({ manifest });
    const received = await receiver(github);
    const other = await github.createRepository('apache/other');
    const ann = github.as('ann');
    ann.openIssue(other, { title: 'Elsewhere', body: '' });
    const issue = ann.openIssue(repository, { title: 'Here', body: '' });
    ann.comment(issue, 'Hello');
    await github.webhooks.settle();
    expect(received.map(({ payload }) => payload['issue'])).toMatchObject([{ title: 'Here' }]);
  });

  it('are listed with what became of them, and sent again under the same id', async () => {
    const { github, repository } = await site();
    const statuses = [500, 200];
    const received = await receiver(github, () => statuses.shift() ?? 200);
    github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    await github.webhooks.settle();
    const app = client(github, appToken(github));
    const failed = await app.rest.apps.listWebhookDeliveries({ status: 'failure' });
    expect(failed.data).toMatchObject([{ event: 'issues', action: 'opened', status_code: 500 }]);
    const [delivery] = failed.data;
    if (!delivery) throw new Error('A delivery failed');
    await app.rest.apps.redeliverWebhookDelivery({ delivery_id: delivery.id });
    await github.webhooks.settle();
    const { data } = await app.rest.apps.listWebhookDeliveries();
    expect(data).toMatchObject([
      { guid: delivery.guid, redelivery: true, status_code: 200 },
      { guid: delivery.guid, redelivery: false, status_code: 500 },
    ]);
    const pages = { per_page: 1 };
    const all = await app.paginate(app.rest.apps.listWebhookDeliveries, pages);
    expect(all.map(({ redelivery }) => redelivery)).toEqual([true, false]);
    expect(received[1]?.body).toBe(received[0]?.body);
    const whole = await app.rest.apps.getWebhookDelivery({ delivery_id: delivery.id });
    expect(whole.data.request.payload).toMatchObject({ action: 'opened' });
    github.clock.turn(4 * 24 * 3_600_000);
    expect((await app.rest.apps.listWebhookDeliveries()).data).toEqual([]);
  });

  it('get lost, doubled, and out of order when they are told to', async () => {
    const { github, repository } = await site();
    const received = await receiver(github);
    const ann = github.as('ann');
    const open = (title: string) => ann.openIssue(repository, { title, body: '' });
    const titles = () =>
      received.map(({ payload }) => (payload['issue'] as { title: string }).title);
    github.faults.order({ kind: 'webhook-lost', operation: 'issues-opened' });
    open('Lost');
    open('Seen');
    await github.webhooks.settle();
    expect(titles()).toEqual(['Seen']);
    github.faults.order({ kind: 'webhook-doubled' });
    open('Twice');
    await github.webhooks.settle();
    expect(titles()).toEqual(['Seen', 'Twice', 'Twice']);
    expect(received[1]?.headers['x-github-delivery']).toBe(
      received[2]?.headers['x-github-delivery'],
    );
    github.faults.order({ kind: 'webhook-late' });
    open('First');
    await github.webhooks.settle();
    expect(titles()).toHaveLength(3);
    open('Second');
    await github.webhooks.settle();
    expect(titles().slice(3).sort()).toEqual(['First', 'Second']);
  });
});
