import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/emulator/world/model.ts';
import { commitsOn, submitted } from './world.ts';

const branch = 'poweredby/issue-1';

async function messageOn(repository: Repository): Promise<string> {
  const [oid = ''] = await commitsOn(repository, branch);
  return (await repository.git.commit(oid)).message;
}

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
    expect(said(issue)).toContain('is ready for the page');
  });

  it('is opened though a reviewer is nobody who works there', async () => {
    const { pull, said, issue } = await configured('pull-request: {reviewers: [stranger]}');
    expect(pull.pull?.requestedReviewers).toEqual([]);
    expect(said(issue)).toContain('is ready for the page');
  });

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
