import { describe, expect, it } from 'vitest';
import { playground, sample, wordsOf } from '../visitor.ts';

async function withIssue() {
  const made = await playground();
  const submitter = made.visitor();
  await submitter.post('/issues', { title: 'First', body: 'Hello **you**' });
  const issue = made.repository.issues.get(1);
  if (!issue) throw new Error('There is no issue');
  return { ...made, submitter, issue };
}

describe('an issue', () => {
  it('shows what was written and done, in its order', async () => {
    const { submitter, visitor } = await withIssue();
    await submitter.post('/issues/1/comments', { body: 'A <i>comment</i>' });
    await (await visitor().be('maintainer')).post('/issues/1/comments', {
      body: '',
      state: 'not-planned',
    });
    const words = wordsOf(await submitter.get('/issues/1'));
    expect(words).toMatch(/Hello you .* A comment .* max-miller closed this as not planned/);
  });

  it('is edited by its author, and not by a stranger', async () => {
    const { submitter, visitor, issue } = await withIssue();
    await submitter.post('/issues/1/body', { body: 'Changed' });
    await submitter.post('/issues/1/title', { title: 'Second' });
    expect(issue).toMatchObject({ body: 'Changed', title: 'Second' });
    const stranger = await visitor().be('stranger');
    const page = await stranger.post('/issues/1/body', { body: 'Mine' });
    expect(wordsOf(page)).toContain(
      'That is not allowed: passer-by does not have the correct permissions.',
    );
    expect(issue.body).toBe('Changed');
    expect(page.text).not.toContain('Edit title');
    // It is said once.
    expect(wordsOf(await stranger.get('/issues/1'))).not.toContain('not allowed');
  });

  it('has its boxes ticked by those who may edit it', async () => {
    const { submitter, visitor, issue } = await withIssue();
    await submitter.post('/issues/1/body', { body: '- [ ] one\n- [x] two' });
    const page = await submitter.get('/issues/1');
    expect(page.text).toMatch(/data-tasks="[^"]+\/issues\/1\/body\/tasks"/);
    expect(page.text).toContain('aria-label="one" data-task="0 one"');
    const ticked = await submitter.post('/issues/1/body/tasks', { task: '0 one', checked: 'yes' });
    expect(ticked.status).toBe(204);
    expect(issue.body).toBe('- [x] one\n- [x] two');
    const stranger = await visitor().be('stranger');
    expect((await stranger.get('/issues/1')).text).not.toContain('data-tasks');
    const asked = { task: '1 two', checked: 'no' };
    expect((await stranger.post('/issues/1/body/tasks', asked)).status).toBe(422);
    expect(wordsOf(await stranger.get('/issues/1'))).toContain('That is not allowed');
    expect(issue.body).toBe('- [x] one\n- [x] two');
    const late = { task: '1 three', checked: 'no' };
    expect((await submitter.post('/issues/1/body/tasks', late)).status).toBe(422);
    expect(wordsOf(await submitter.get('/issues/1'))).toContain('The text has changed meanwhile');
  });

  it('has boxes ticked in comments, and those that somebody wrote as HTML do nothing', async () => {
    const { submitter, issue } = await withIssue();
    const forged = '<input type="checkbox" data-task="0">';
    await submitter.post('/issues/1/comments', { body: `- [ ] real\n\n${forged}` });
    const [comment] = issue.comments;
    const { text } = await submitter.get('/issues/1');
    expect(text.match(/data-task="/g)).toHaveLength(1);
    const path = `/issues/1/comments/${comment?.id}/tasks`;
    await submitter.post(path, { task: '0 real', checked: 'yes' });
    expect(comment?.body).toContain('- [x] real');
    expect((await submitter.post('/issues/1/comments/999/tasks')).status).toBe(404);
  });

  it('shows how a text will look before it is sent', async () => {
    const { submitter } = await withIssue();
    const shown = await submitter.post('/preview', { body: '**bold** <script>x</script> #1' });
    expect(shown.text).toContain('<strong>bold</strong>');
    expect(shown.text).toContain('/issues/1"');
    expect(shown.text).not.toContain('<script');
    expect(wordsOf(await submitter.post('/preview', { body: ' ' }))).toContain(
      'Nothing to preview',
    );
  });

  it('is closed and reopened by its author', async () => {
    const { submitter, issue } = await withIssue();
    await submitter.post('/issues/1/comments', { body: '', state: 'closed' });
    expect(issue.isOpen).toBe(false);
    expect(issue.comments).toHaveLength(0);
    await submitter.post('/issues/1/comments', { body: 'Again!', state: 'open' });
    expect(issue.isOpen).toBe(true);
    expect(issue.comments.map(({ body }) => body)).toEqual(['Again!']);
  });

  it('takes comments with pictures, and lets them be edited and deleted', async () => {
    const { submitter, issue } = await withIssue();
    const file = new File([sample('juniper-parcel.svg')], 'logo [1].svg');
    await submitter.post('/issues/1/comments', { body: 'Look', file });
    const [comment] = issue.comments;
    expect(comment?.body).toMatch(/^Look\n\n!\[Image\]\(https:/);
    await submitter.post(`/issues/1/comments/${comment?.id}`, { body: 'Better' });
    expect(comment?.body).toBe('Better');
    await submitter.post(`/issues/1/comments/${comment?.id}`, { delete: 'yes' });
    expect(issue.comments).toEqual([]);
  });

  it('says why an empty comment is not taken', async () => {
    const { submitter } = await withIssue();
    const page = await submitter.post('/issues/1/comments', { body: '  ' });
    expect(wordsOf(page)).toContain("GitHub refuses: Body can't be blank.");
  });

  it('takes a reaction, and gives it back', async () => {
    const { submitter, issue } = await withIssue();
    const page = await submitter.post('/issues/1/body/reactions', { content: 'HEART' });
    expect(page.text).toMatch(/aria-pressed="true" title="june-juniper"/);
    await submitter.post('/issues/1/body/reactions', { content: 'HEART' });
    await submitter.post('/issues/1/body/reactions', { content: 'NONSENSE' });
    expect(issue.reactions).toEqual([]);
  });

  it('is labelled and locked by those who may', async () => {
    const { emulator, repository, visitor, submitter, issue } = await withIssue();
    emulator.as('max-miller').createLabel(repository, 'powered-by');
    const maintainer = await visitor().be('maintainer');
    await maintainer.post('/issues/1/labels', { label: 'powered-by' });
    expect(issue.labels).toHaveLength(1);
    await maintainer.post('/issues/1/labels', { label: 'powered-by' });
    expect(issue.labels).toHaveLength(0);
    await maintainer.post('/issues/1/lock', { lock: 'yes' });
    const page = await submitter.get('/issues/1');
    expect(wordsOf(page)).toContain('This conversation is locked');
    expect(wordsOf(await submitter.post('/issues/1/lock', { lock: 'no' }))).toContain(
      'not allowed',
    );
  });

  it('stands in the lists', async () => {
    const { submitter } = await withIssue();
    expect(wordsOf(await submitter.get('/issues'))).toContain('First #1 by june-juniper opened');
    expect(wordsOf(await submitter.get('/pulls'))).toContain('No open pull requests');
    await submitter.post('/issues/1/comments', { body: '', state: 'closed' });
    expect(wordsOf(await submitter.get('/issues'))).toContain('No open issues');
    expect(wordsOf(await submitter.get('/issues?state=closed'))).toContain('First');
  });
});
