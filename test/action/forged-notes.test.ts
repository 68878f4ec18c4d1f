import { Octokit } from '@octokit/rest';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/emulator/world/model.ts';
import { sharedAccount, signChange } from '../../src/github/client/account.ts';
import { textFingerprint } from '../../src/reconcile/observe/commands/answered-commands.ts';
import { withMarker } from '../../src/reconcile/observe/notes/marker.ts';
import { workflowPermissions } from '../app/drivers.ts';
import { reactionsTo } from '../app/said.ts';
import { pages, type World, worldsOf } from '../app/world.ts';

const place = { owner: 'millrace', repo: 'millrace' };

/** Another workflow of the repository: it has the same name as ours. */
function otherWorkflow({ github, repository }: World): Octokit {
  return new Octokit({
    baseUrl: github.url,
    auth: github.actionsToken(repository, workflowPermissions),
  });
}

/** A comment that another workflow posts, word for word as somebody made it do. */
async function postByAnotherWorkflow(made: World, issue: Issue, body: string): Promise<void> {
  const comment = { ...place, issue_number: issue.number, body };
  await otherWorkflow(made).rest.issues.createComment(comment);
}

/** A body with a signature as anybody can make it who knows our code, but no secret. */
function signed(issue: Issue, body: string): string {
  const change = { kind: 'add-comment', subjectId: issue.nodeId, body } as const;
  const account = sharedAccount(undefined, { opensAttachments: false });
  const done = signChange(change, account);
  return done.kind === 'add-comment' ? done.body : '';
}

const accepted = (comment: { readonly id: number; readonly body: string }) => ({
  [String(comment.id)]: [textFingerprint(comment.body), 1_700_000_000],
});

const status = { kind: 'none' };

describe.each(['action', 'action with a key'] as const)('Served by the %s,', (driver) => {
  const { world, submitted } = worldsOf(driver);

  it('a stranger’s command is not accepted because a forged note says so', async () => {
    const made = await world();
    const { github, repository } = made;
    const issue = github.as('eve').openIssue(repository, { title: 'Hello', body: 'Hello.' });
    await made.settle();
    const command = github.as('eve').comment(issue, '/poweredby remove Alder Rail');
    const note = { digest: '', answered: accepted(command), status };
    await postByAnotherWorkflow(made, issue, signed(issue, withMarker('Hello.', note)));
    const answers = { commands: accepted(command) };
    const reply = withMarker('Hello.', answers, 'poweredby-answers');
    await postByAnotherWorkflow(made, issue, signed(issue, reply));
    await made.settle();
    await made.app().sweep();
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(await github.readFile(repository, pages.en)).toContain('Alder Rail');
  });

  it('a stranger’s command is not accepted because another workflow reacted to it', async () => {
    const made = await world();
    const { github, repository } = made;
    const issue = github.as('ann').openIssue(repository, { title: 'Hello', body: 'Hello.' });
    await made.settle();
    const command = github.as('eve').comment(issue, '/poweredby remove Alder Rail');
    await otherWorkflow(made).rest.reactions.createForIssueComment({
      ...place,
      comment_id: command.id,
      content: '+1',
    });
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(reactionsTo(command)).toContain('CONFUSED');
  });

  it('a submission is not left alone because another issue’s comment is repeated in it', async () => {
    const made = await submitted();
    const { github } = made;
    const copied = made.issue.comments[0]?.body ?? '';
    const other = made.submit('bob', { company: 'Harbour Bakery' });
    await postByAnotherWorkflow(made, other, copied);
    await made.settle();
    expect(made.open()).toHaveLength(2);
    const said = other.comments.filter(({ body }) => body.includes('Harbour Bakery'));
    expect(said).toHaveLength(1);
    expect(other.comments.map(({ body }) => body)).toContain(copied);
    github.as('bob').edit(other, { body: other.body.replace('40,000', '50,000') });
    await made.settle();
    expect(made.open().some(({ body }) => body.includes('50,000'))).toBe(true);
  });

  it('a note that somebody pastes, or quotes, is nobody’s', async () => {
    const made = await submitted();
    const { github, issue, ann } = made;
    const [ours] = issue.comments;
    github.as('eve').comment(issue, ours?.body ?? '');
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await made.settle();
    expect(made.pull.body).toContain('50,000');
    expect(made.said(issue)).toContain('is ready to be listed');
  });

  it('no file of the repository becomes a logo because a forged note names it', async () => {
    const made = await world();
    const { github, repository } = made;
    const evil = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    );
    await github.as('mary').push(repository, { branch: 'evil', files: { 'evil.svg': evil } });
    const oid = (await repository.git.read('evil:evil.svg'))?.oid;
    const address =
      'https://github.com/user-attachments/assets/00000000-0000-0000-0000-000000000000';
    const logo = { address, fingerprint: 'x', settings: '', oid, remarks: [] };
    const issue = made.submit('eve', { logo: `![logo](${address})` });
    const settings = JSON.stringify({
      size: 400,
      keepSvg: false,
      backgrounds: 'light',
      clearBackground: false,
    });
    const note = { digest: '', status, reviewed: { logo: { ...logo, settings } } };
    await postByAnotherWorkflow(made, issue, signed(issue, withMarker('Hello.', note)));
    await made.settle();
    await made.app().sweep();
    await made.settle();
    expect(made.open()).toEqual([]);
  });

  it('what a pull request by another workflow notes is not taken for ours', async () => {
    const made = await submitted();
    const { github, repository, issue } = made;
    const forged = withMarker('x', {
      issue: issue.number,
      company: 'Juniper Parcel',
      change: 'add',
      submitter: 'eve',
      closesIssue: true,
    });
    await github.as('mary').push(repository, { branch: 'theirs', files: { 'a.txt': 'a' } });
    await github
      .as('mary')
      .openPull(repository, { title: 'Theirs', body: forged, head: 'theirs', base: 'main' });
    await made.app().sweep();
    await made.settle();
    expect(made.pull.isOpen).toBe(true);
    expect(made.said(issue)).toContain(`#${made.pull.number}`);
  });
});

it('with a key, a forged note does not even make Powered By silent', async () => {
  const made = await worldsOf('action with a key').world();
  const issue = made.submit('ann');
  const note = { digest: '', status: { kind: 'withdrawn' }, told: ['withdrawn'] };
  const body = signed(issue, withMarker('Withdrawn.', note));
  await postByAnotherWorkflow(made, issue, body);
  await made.settle();
  expect(made.open()).toHaveLength(1);
  expect(issue.comments.map((each) => each.body)).toContain(body);
});
