import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { site } from './support.ts';

describe('those who listen', () => {
  it('are told of what people do, and of requests, until they do not want to know', async () => {
    const { github, repository, octokit } = await site();
    let count = 0;
    const end = github.subscribe(() => {
      count += 1;
    });
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const afterIssue = count;
    await octokit.graphql('{ viewer { login } }');
    const afterRequest = count;
    end();
    github.as('ann').comment(issue, 'Hello');
    expect([afterIssue > 0, afterRequest > afterIssue, count]).toEqual([true, true, afterRequest]);
  });

  it('are told of webhooks that are sent, and that are answered', async () => {
    const { github, repository } = await site();
    const server = createServer((incoming, outgoing) => {
      incoming.resume();
      outgoing.writeHead(202).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    github.webhooks.target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const seen = new Set<string>();
    github.subscribe(() => {
      seen.add(github.webhooks.recentDeliveries()[0]?.response === undefined ? 'sent' : 'answered');
    });
    github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    await github.webhooks.settle();
    expect([...seen]).toEqual(['sent', 'answered']);
  });
});

describe('a logged request', () => {
  it('has the variables of its document, with long texts cut', async () => {
    const { github, octokit } = await site();
    const document =
      'query ($name: String!, $owner: String!) { repository(name: $name, owner: $owner) { id } }';
    const owner = 'o'.repeat(5000);
    await octokit.graphql(document, { name: 'flink', owner }).catch(() => {});
    const { variables } = github.requests.all.at(-1) ?? {};
    expect(variables).toEqual({ name: 'flink', owner: 'o'.repeat(200) });
  });
});
