import { describe, expect, it } from 'vitest';
import { bodyOf, submitted, world } from './world.ts';

const boxes =
  "- [x] My company asks to be listed, and I may speak for it.\n- [x] The logo may be shown on the project's website and kept in its repository.";

describe('an issue is read as GitHub shows it', () => {
  it.each([
    ['a comment', `<!--\n${boxes}\n-->`],
    ['code', `\`\`\`\n${boxes}\n\`\`\``],
    ['details', `<details>\n\n${boxes}\n\n</details>`],
    ['in view, below the unticked ones', boxes],
  ])('nobody consents by boxes that are ticked in %s', async (_what, hidden) => {
    const made = await world();
    const body = bodyOf({ consent: false, logo: made.drawing('ann') });
    const ann = made.github.as('ann');
    const issue = ann.openIssue(
      made.repository,
      { title: 'Add us', body: `${body}\n\n${hidden}` },
      ['powered-by'],
    );
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(made.said(issue)).toContain('Not confirmed yet');
  });

  it('a form that nobody sees is none', async () => {
    const made = await world();
    const { github, repository } = made;
    const form = bodyOf({ logo: made.drawing('ann') });
    const issues = [`<!--\n${form}\n-->`, `\`\`\`\n${form}\n\`\`\``, `<details>\n\n${form}`].map(
      (hidden) =>
        github.as('ann').openIssue(repository, {
          title: 'A typo',
          body: `There is a typo on the page.\n\n${hidden}`,
        }),
    );
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(issues.map((issue) => [made.said(issue), issue.labels])).toEqual(
      issues.map(() => ['', []]),
    );
  });

  it('a form that is hidden later changes nothing on its pull request, and says why', async () => {
    const made = await submitted();
    const { repository, issue, pull, ann } = made;
    const before = await repository.git.branch('poweredby/issue-1');
    ann.edit(issue, { body: issue.body.replace('### Logo', '<!--\n### Logo') });
    await made.settle();
    expect(await repository.git.branch('poweredby/issue-1')).toBe(before);
    expect(made.said(issue)).toContain(`#${pull.number}`);
    expect(made.said(issue)).toContain('Logo');
    expect(made.said(issue)).toContain('is not shown as a heading');
  });

  it('what stands in a comment of HTML below a command is not part of it', async () => {
    const made = await world();
    const { github, repository } = made;
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: 'please' });
    const hidden = '<!--\nlink: https://elsewhere.example/\n-->';
    github
      .as('ann')
      .comment(
        issue,
        `/poweredby add\ncompany: Juniper\n${hidden}\ndescription: Parcels.\n\n${made.drawing('ann')}`,
      );
    await made.settle();
    expect(made.open()[0]?.body).toContain('Parcels.');
    expect(made.open()[0]?.body).not.toContain('elsewhere.example');
  });
});
