import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { findAttachments } from '../../src/form/find-attachments.ts';
import { branchOf, downloaded, emulator, installed } from './support.ts';

/** A folder that is gone when the test is over. */
function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Something of everything, in the middle of its life. */
async function life(github: Emulator) {
  const repository = await github.createRepository('apache/flink', {
    files: { 'page.md': 'one\ntwo\nthree\n' },
    roles: { mary: 'write' },
    teams: { committers: { role: 'maintain', members: ['Tess'] } },
    isOrganization: true,
  });
  const other = await github.createRepository('apache/old', { isPrivate: true });
  github.rename(other, 'other');
  const [ann, mary] = [github.as('ann'), github.as('mary')];
  mary.createLabel(repository, 'powered-by');
  const bytes = Buffer.from('a picture');
  const logo = ann.upload(repository, { name: 'logo.png', type: 'image/png', bytes });
  const issue = ann.openIssue(repository, { title: 'Add us', body: logo }, ['powered-by']);
  const comment = ann.comment(issue, `/poweredby add ${logo}`);
  ann.editComment(comment, `/poweredby text zh ${logo}`);
  mary.react(comment, 'THUMBS_UP');
  mary.react(issue, 'EYES');
  mary.edit(issue, { title: 'Add Acme' });
  mary.unlabel(issue, 'powered-by');
  mary.lock(issue);
  const moved = ann.openIssue(repository, { title: 'Elsewhere', body: '' });
  github.as('apache').transfer(moved, other);
  github.as('apache').deleteIssue(ann.openIssue(repository, { title: 'Nowhere', body: '' }));
  const pulls = [];
  for (const [branch, text] of [
    ['one', 'ONE\ntwo\nthree\n'],
    ['three', 'one\ntwo\nTHREE\n'],
  ] as const) {
    await branchOf(github, repository, branch, text);
    const body = `Closes #${issue.number}`;
    pulls.push(
      await mary.openPull(repository, { title: branch, body, head: branch, base: 'main' }),
    );
  }
  const [first, second] = pulls;
  if (!first || !second) throw new Error('Two pull requests were opened');
  ann.approve(first);
  await mary.merge(first);
  github.as('staff').hideComment(github.as('eve').comment(second, 'Buy this'));
  github.as('eve').deleteAccount();
  github.configure(repository, { deletesMergedBranches: true });
  const installation = github.install(repository);
  github.setSuspended(github.install(other), false);
  github.setRules(repository, { restricts: ['deletion'], bypass: ['mary'] });
  github.setUnaccepted(installation, 'workflows');
  github.clock.turn(3_600_000);
  return { repository, issue, logo, second, installation };
}

/** Everything that is kept of an emulator. */
function kept(folder: string): object {
  return JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8'));
}

describe('an emulator that is started again', () => {
  it('goes on as if nothing had been', async () => {
    const folder = folderOfTest();
    const before = await emulator({ folder });
    const { issue, logo, second, installation } = await life(before);
    await before.close();
    const written = kept(folder);
    const after = await emulator({ folder });
    const [repository, other] = after.repositories;
    if (!repository || !other) throw new Error('Two repositories were made');
    expect(after.app.privateKey).toBe(before.app.privateKey);
    expect(after.app.webhookSecret).toBe(before.app.webhookSecret);
    expect(after.clock.turned).toBe(3_600_000);
    const sameIssue = repository.issues.get(issue.number);
    expect(sameIssue).toMatchObject({
      title: 'Add Acme',
      author: { login: 'ann' },
      isOpen: false,
      isLocked: true,
      closedBy: { login: 'mary' },
      lastEditedAt: null,
      updatedAt: issue.updatedAt,
      comments: [{ author: { login: 'ann' }, reactions: [{ content: 'THUMBS_UP' }] }],
      reactions: [{ content: 'EYES', author: { login: 'mary' } }],
    });
    expect(sameIssue?.timeline.map(({ happening }) => happening)).toMatchObject([
      { type: 'LabeledEvent', label: { name: 'powered-by' } },
      { type: 'RenamedTitleEvent' },
      { type: 'UnlabeledEvent' },
      { type: 'LockedEvent' },
      { type: 'ClosedEvent', closer: { title: 'one' } },
    ]);
    expect(sameIssue?.comments[0]?.issue).toBe(sameIssue);
    expect(await downloaded(after, findAttachments(logo)[0] ?? '')).toBe('a picture');
    const pull = repository.issues.get(second.number);
    if (!pull) throw new Error('The second pull request is still there');
    expect(pull.pull).toEqual(second.pull);
    await after.as('mary').merge(pull);
    expect(await after.readFile(repository, 'page.md')).toBe('ONE\ntwo\nTHREE\n');
    const [same] = after.installations;
    if (!same) throw new Error('The app is installed');
    expect(same.id).toBe(installation.id);
    const octokit = await installed(after, same);
    const renamed = await octokit.rest.issues.listForRepo({ owner: 'apache', repo: 'old' });
    expect(renamed.data).toMatchObject([{ title: 'Elsewhere' }]);
    const gone = octokit.rest.issues.get({
      owner: 'apache',
      repo: 'flink',
      issue_number: issue.number + 2,
    });
    await expect(gone).rejects.toMatchObject({ status: 410 });
    await after.close();
    expect(Object.keys(kept(folder))).toEqual(Object.keys(written));
  });

  it('writes the same again where nothing happened', async () => {
    const folder = folderOfTest();
    const before = await emulator({ folder });
    await life(before);
    await before.close();
    const written = kept(folder);
    const after = await emulator({ folder });
    await after.close();
    expect(kept(folder)).toEqual(written);
  });

  it('finds attachments by the port that it gets', async () => {
    const folder = folderOfTest();
    const before = await emulator({ folder });
    const { issue, logo } = await life(before);
    await before.close();
    const port = Number(/:(\d+)\//.exec(logo)?.[1]);
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => {
      squatter.close();
    });
    const after = await emulator({ folder });
    const now = after.repositories[0]?.issues.get(issue.number);
    for (const text of [now?.body, now?.comments[0]?.body]) {
      const address = findAttachments(text ?? '')[0] ?? '';
      expect(address).not.toContain(`:${port}/`);
      expect(await downloaded(after, address)).toBe('a picture');
    }
  });

  it('has what it was told of a moment before it was killed, and follows git', async () => {
    const folder = folderOfTest();
    const killed = await emulator({ folder });
    const { repository, second } = await life(killed);
    const path = join(folder, 'world.json');
    const read = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
    await expect.poll(read, { timeout: 30_000 }).toContain('"turned":3600000');
    const text = read();
    const oid = await branchOf(killed, repository, 'three', 'one\ntwo\nThree\n');
    await killed.close();
    writeFileSync(path, text);
    const after = await emulator({ folder });
    const pull = after.repositories[0]?.issues.get(second.number);
    expect(pull).toMatchObject({ isOpen: true, pull: { headOid: oid, commits: 2 } });
  });

  it('keeps the app’s key to itself', async () => {
    const folder = folderOfTest();
    const github = await emulator({ folder });
    await github.close();
    expect(statSync(join(folder, 'world.json')).mode & 0o777).toBe(0o600);
  });

  it('names the file that it cannot go on from, and leaves it as it is', async () => {
    const folder = folderOfTest();
    const path = join(folder, 'world.json');
    const github = await emulator({ folder });
    await life(github);
    await github.close();
    const text = readFileSync(path, 'utf8');
    const damages = [
      text.slice(0, -20),
      text.replace('"version":1', '"version":2'),
      text.replace('"account":10', '"account":99'),
      '',
    ];
    for (const damage of damages) {
      writeFileSync(path, damage);
      await expect(emulator({ folder })).rejects.toThrow(`The state in ${path} is damaged`);
      expect(readFileSync(path, 'utf8')).toBe(damage);
    }
    writeFileSync(path, text);
    rmSync(join(folder, 'attachments'), { recursive: true });
    await expect(emulator({ folder })).rejects.toThrow(`The state in ${path} is damaged`);
  });
});
