import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/emulator/world/model.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { commitsOn, submitted, world } from './world.ts';

const branch = 'poweredby/issue-1';

async function messageOn(repository: Repository): Promise<string> {
  const [oid = ''] = await commitsOn(repository, branch);
  return (await repository.git.commit(oid)).message;
}

const withSettings = (text: string) =>
  `${text}\npull-request: {labels: [docs], reviewers: [mary]}\n`;

function configured(lines: string) {
  return submitted({ configuration: (text) => `${text}\n${lines}\n` });
}

describe('the message of a commit', () => {
  it('has several lines where the configuration says so, with our trailer among others', async () => {
    const { repository, pull } = await configured(
      'commit: |\n  docs: add {company}\n\n  Listed on request.\n\n  Signed-off-by: Bot <bot@example.org>',
    );
    expect(pull.title).toBe('docs: add Juniper Parcel');
    const message = await messageOn(repository);
    expect(message).toMatch(
      /^docs: add Juniper Parcel\n\nListed on request\.\n\nSigned-off-by: Bot <bot@example.org>\nCo-authored-by: ann </,
    );
  });

  it('is another for an update', async () => {
    const made = await configured('commit: {update: "docs: update {company}"}');
    expect(made.pull.title).toBe('Add Juniper Parcel to Powered By');
    await made.merge(made.pull);
    await made.settle();
    made.submit('ann', { description: 'Juniper Parcel flies.' });
    await made.settle();
    expect(made.open()[0]?.title).toBe('docs: update Juniper Parcel');
  });

  it('names no co-author where that is switched off', async () => {
    const { repository } = await configured('co-author: false');
    const message = await messageOn(repository);
    expect(message).not.toContain('Co-authored-by');
  });
});

describe('a new pull request', () => {
  it('has the labels, assignees and reviewers that are configured, and is a draft', async () => {
    const { pull, said, issue } = await configured(
      'pull-request: {labels: [docs, website], assignees: [mary], reviewers: [mary, "team:docs"], draft: true}',
    );
    expect(pull.labels.map(({ name }) => name).toSorted()).toEqual([
      'docs',
      'powered-by',
      'website',
    ]);
    expect(pull.assignees).toEqual(['mary']);
    expect(pull.pull).toMatchObject({
      isDraft: true,
      requestedReviewers: ['mary'],
      requestedTeams: ['docs'],
    });
    expect(said(issue)).toContain('is ready to be listed');
  });

  it('is opened though a reviewer is nobody who works there, which is logged once', async () => {
    const warned: string[] = [];
    const warn = (message: string) => warned.push(message);
    const { pull, said, issue, settle, mary } = await submitted({
      app: { logger: { ...silentLogger, warn } },
      configuration: (text) => withSettings(text).replace('[mary]', '[stranger]'),
    });
    mary.comment(issue, '/poweredby rebuild');
    await settle();
    expect(pull.pull?.requestedReviewers).toEqual([]);
    expect(warned).toEqual(['A setting of a pull request was refused']);
    expect(said(issue)).toContain('is ready to be listed');
  });

  it.each(['bad-gateway-before', 'bad-gateway-after', 'secondary-limit'] as const)(
    'has all of that though the request for its reviewers ended with %s',
    async (kind) => {
      const made = await world({ configuration: withSettings });
      const fault = made.github.faults.order({ kind, operation: 'request-reviewers', seconds: 1 });
      made.submit('ann');
      await made.settle();
      await made.settle();
      expect(fault.count).toBe(1);
      const [pull] = made.open();
      expect(pull?.labels.map(({ name }) => name)).toContain('docs');
      expect(pull?.pull?.requestedReviewers).toEqual(['mary']);
    },
  );

  it('keeps what a maintainer changed of that when it is regenerated', async () => {
    const made = await configured('pull-request: {labels: [docs]}');
    const docs = made.pull.labels.find(({ name }) => name === 'docs');
    if (!docs) throw new Error('The label is not set');
    made.mary.unlabel(made.pull, 'docs');
    made.mary.comment(made.issue, '/poweredby rebuild');
    await made.settle();
    expect(made.pull.labels.map(({ name }) => name)).toEqual(['powered-by']);
  });
});
