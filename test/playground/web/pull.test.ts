import { describe, expect, it } from 'vitest';
import { installed } from '../../emulator/support.ts';
import { playground, sample, wordsOf } from '../visitor.ts';

const page = 'docs/content/powered-by.md';

/** A pull request as the app makes them: one page changed, one picture added. */
async function withPull() {
  const made = await playground();
  const { emulator, repository } = made;
  const bot = emulator.as('powered-by[bot]');
  emulator.as('june-juniper').openIssue(repository, { title: 'Add us', body: '' });
  const text = (await emulator.readFile(repository, page)) ?? '';
  const branch = 'poweredby/issue-1';
  const files = {
    [page]: text.replace('Alder Rail runs', 'Alder Rail now runs'),
    'logo.svg': sample('juniper-parcel.svg'),
  };
  await bot.push(repository, { branch, message: 'Add Juniper', files });
  const pull = await bot.openPull(repository, {
    head: branch,
    base: 'main',
    title: 'Add Juniper',
    body: 'Closes #1',
  });
  return { ...made, pull, branch };
}

describe('a pull request', () => {
  it('shows its conversation, its commits, and its files', async () => {
    const { visitor } = await withPull();
    const someone = visitor();
    const words = wordsOf(await someone.get('/pull/2'));
    expect(words).toContain('No conflicts with the base branch');
    expect(words).toContain('wants to merge 1 commit into main from poweredby/issue-1');
    expect(wordsOf(await someone.get('/pull/2/commits'))).toContain('Add Juniper');
    const files = await someone.get('/pull/2/files');
    expect(wordsOf(files)).toMatch(
      /− ?- column1: "Alder Rail runs .*\+ ?- column1: "Alder Rail now runs/,
    );
    const picture = /<img src="(\/[^"]+)" alt="logo\.svg, added"/.exec(files.text)?.[1] ?? '';
    const shown = await someone.get(`/${picture}`);
    expect(shown.headers.get('content-type')).toBe('image/svg+xml');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.text).toBe(sample('juniper-parcel.svg').toString());
  });

  it('shows what a check found in its newest commit', async () => {
    const { visitor, repository, pull, emulator } = await withPull();
    expect(wordsOf(await visitor().get('/pull/2'))).not.toContain('Check “');
    const [installation] = emulator.installations;
    if (!installation) throw new Error('The app is not installed');
    const octokit = await installed(emulator, installation);
    await octokit.rest.checks.create({
      owner: repository.owner.login,
      repo: repository.name,
      name: 'Powered By',
      head_sha: pull.pull?.headOid ?? '',
      conclusion: 'failure',
      output: { title: '1 thing to fix', summary: '- **error** <script>x</script>' },
    });
    const shown = await visitor().get('/pull/2');
    expect(wordsOf(shown)).toContain('Check “Powered By”: 1 thing to fix');
    expect(shown.text).not.toContain('<script>x');
  });

  it('is found under the address of an issue, and the other way round', async () => {
    const { visitor } = await withPull();
    expect((await visitor().get('/issues/2')).url).toBe('/millrace/millrace/pull/2');
    expect((await visitor().get('/pull/1')).url).toBe('/millrace/millrace/issues/1');
    expect(wordsOf(await visitor().get('/issues/1'))).toContain('Add Juniper #2');
  });

  it('is an issue’s only where its branch is the app’s own for that issue', async () => {
    const { visitor, emulator, repository } = await withPull();
    const bot = emulator.as('powered-by[bot]');
    const branch = 'poweredby/issue-1-again';
    await bot.push(repository, { branch, message: 'Another', files: { 'a.txt': 'a' } });
    await bot.openPull(repository, { head: branch, base: 'main', title: 'Another', body: '' });
    const words = wordsOf(await visitor().get('/issues/1'));
    expect(words).toContain('Add Juniper #2');
    expect(words).not.toContain('Another #3');
  });

  it('is merged by a maintainer only, which closes the issue', async () => {
    const { visitor, pull, repository, branch } = await withPull();
    const refused = await visitor().post('/pull/2/merge');
    expect(wordsOf(refused)).toContain('That is not allowed');
    expect(pull.pull?.merged).toBe(null);
    const maintainer = await visitor().be('maintainer');
    const asked = wordsOf(await maintainer.get('/pull/2'));
    expect(asked).toMatch(/Merge pull request .* Confirm merge .* Confirm squash and merge/);
    const merged = wordsOf(await maintainer.post('/pull/2/merge'));
    expect(merged).toContain('Merged and closed');
    expect(merged).toContain('The entry of Alder Rail is updated.');
    expect(repository.issues.get(1)?.isOpen).toBe(false);
    const after = await maintainer.post('/pull/2/delete-branch');
    expect(wordsOf(after)).toContain('deleted the branch poweredby/issue-1');
    expect(await repository.git.branch(branch)).toBe(undefined);
    expect(after.text).not.toContain('Delete branch');
  });

  it('that removes a company says so once it is merged, on the issue too', async () => {
    const { visitor, emulator, repository } = await playground();
    const bot = emulator.as('powered-by[bot]');
    emulator.as('june-juniper').openIssue(repository, { title: 'Remove us', body: '' });
    const text = (await emulator.readFile(repository, page)) ?? '';
    const branch = 'poweredby/issue-1';
    const without = text
      .replace(/^ {12}column2: ?\n {13}val: "[^"]*tidewheel[^"]*"\n {13}html: true\n/m, '')
      .replace(/^ {12}column2: "Tidewheel[^"]*"\n/m, '');
    expect(without.match(/<img /g)).toHaveLength(11);
    await bot.push(repository, { branch, files: { [page]: without } });
    const pull = { head: branch, base: 'main', title: 'Remove Tidewheel', body: '' };
    await bot.openPull(repository, pull);
    const maintainer = await visitor().be('maintainer');
    const merged = wordsOf(await maintainer.post('/pull/2/merge'));
    expect(merged).toContain('Tidewheel is no longer listed.');
    expect(merged).not.toContain('Tidewheel is listed');
    expect(wordsOf(await maintainer.get('/issues/1'))).toContain('Tidewheel is no longer listed.');
  });

  it('is approved by a maintainer, and the approval of others does not count', async () => {
    const { visitor, pull } = await withPull();
    const maintainer = await visitor().be('maintainer');
    const stranger = await visitor().be('stranger');
    expect((await stranger.get('/pull/2')).text).not.toContain('/approve');
    const page = wordsOf(await stranger.post('/pull/2/approve'));
    expect(page).toContain('passer-by approved these changes');
    expect(page).not.toContain('Changes approved');
    expect(wordsOf(await maintainer.get('/pull/2'))).toContain('No reviews yet');
    const approved = await maintainer.post('/pull/2/approve');
    expect(wordsOf(approved)).toContain('Changes approved 1 approving review');
    expect(approved.text).not.toContain('/approve');
    expect(pull.isOpen).toBe(true);
  });

  it('is pushed to by hand, with the line breaks that the file has', async () => {
    const { visitor, emulator, repository, branch } = await withPull();
    const maintainer = await visitor().be('maintainer');
    const query = new URLSearchParams({ branch, path: page });
    expect((await maintainer.get(`/edit?${query}`)).text).toContain('Alder Rail now runs');
    const text = 'one\r\ntwo\r\n';
    const done = await maintainer.post('/edit', { branch, path: page, text, message: 'By hand' });
    expect(done.url).toBe('/millrace/millrace/pull/2');
    expect(wordsOf(done)).toContain('By hand');
    expect(await emulator.readFile(repository, page, branch)).toBe('one\ntwo\n');
    const other = { branch, path: page, text: 'three', message: 'Mine' };
    const refused = await visitor().post('/edit', other);
    expect(wordsOf(refused)).toContain('That is not allowed');
  });

  it('is not pushed to where nothing was changed', async () => {
    const { visitor, emulator, repository, branch } = await withPull();
    const maintainer = await visitor().be('maintainer');
    const head = await repository.git.branch(branch);
    const text = ((await emulator.readFile(repository, page, branch)) ?? '').replace(/\n/g, '\r\n');
    const told = await maintainer.post('/edit', { branch, path: page, text, message: 'Nothing' });
    expect(told.url).toContain('/edit?');
    expect(wordsOf(told)).toContain('Nothing was pushed, because the file has not changed.');
    expect(await repository.git.branch(branch)).toBe(head);
  });

  it('leads to a preview of the site while it is open, and to today’s once it is merged', async () => {
    const { visitor } = await withPull();
    const maintainer = await visitor().be('maintainer');
    expect((await maintainer.get('/pull/2')).text).toContain('/site?as-of=2"');
    const merged = await maintainer.post('/pull/2/merge');
    expect(merged.text).not.toContain('as-of=2');
    expect(wordsOf(merged)).toContain('See it on the site');
    const site = wordsOf(await maintainer.get('/site?as-of=2'));
    expect(site).toContain('As of main, today');
    expect(site).not.toContain('once #2 is merged');
  });

  it('that is in conflict says so', async () => {
    const { visitor, emulator, repository } = await withPull();
    await emulator.as('max-miller').push(repository, { files: { [page]: 'all is new\n' } });
    const maintainer = await visitor().be('maintainer');
    expect(wordsOf(await maintainer.get('/pull/2'))).toContain('This branch has conflicts');
    expect(wordsOf(await maintainer.post('/pull/2/merge'))).toContain('merge conflicts');
  });

  it('is closed, and opened again', async () => {
    const { visitor, pull } = await withPull();
    const maintainer = await visitor().be('maintainer');
    const closed = await maintainer.post('/pull/2/comments', { body: 'No', state: 'closed' });
    expect(wordsOf(closed)).toContain('Closed without merging');
    await maintainer.post('/pull/2/comments', { body: '', state: 'open' });
    expect(pull.isOpen).toBe(true);
  });
});
