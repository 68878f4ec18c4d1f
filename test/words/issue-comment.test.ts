import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/command/commands.ts';
import { usersOf } from '../../src/command/permission.ts';
import { type Problem, problem } from '../../src/problem/problem.ts';
import { remark } from '../../src/problem/remark.ts';
import { loadTemplates } from '../../src/templates.ts';
import type { CommandAnswer, LabelledProblem, Status } from '../../src/words/comment-content.ts';
import { type CommentContext, writeIssueComment } from '../../src/words/issue-comment.ts';
import { actsIn, seen, show } from './shown.ts';
import { asSeen, visibleText } from './typed-texts.ts';

const english = loadTemplates('en');
const chinese = loadTemplates('zh');
const commands = usersOf({ open: 'automatically' });
const url = 'https://github.com/apache/flink/issues/12#issuecomment-1';

function write(
  status: Status,
  answers: readonly CommandAnswer[] = [],
  templates = english,
  context: CommentContext = { commands },
): string {
  return writeIssueComment({ status, answers }, templates, context);
}

function answer(...problems: readonly Problem[]): CommandAnswer {
  return { login: 'maria', url, problems };
}

const noLogo = { problem: problem('attachment-missing', 'logo'), label: 'Logo' };
const noScheme = {
  problem: problem('link-without-scheme', 'link', {
    link: 'juniper.example/talk',
    suggestion: 'https://juniper.example/talk',
  }),
  label: 'Link',
};
const tooLong = {
  problem: problem('company-too-long', 'company', { length: 93, limit: 80 }),
  label: 'Company',
};

/** Every status that there is, with its numbers. */
const statuses: readonly Status[] = [
  { kind: 'problems', problems: [noLogo] },
  { kind: 'problems', problems: [noLogo, noScheme], pull: 13 },
  { kind: 'problems', problems: [noLogo, noScheme], askedIn: 'comment' },
  { kind: 'logo-waiting', problems: [noLogo], pull: 13 },
  ...(['add', 'update', 'remove'] as const).flatMap((change): Status[] => [
    { kind: 'proposed', change, company: 'Juniper', pull: 13, remarks: [], isPushedTo: false },
    {
      kind: 'proposed',
      change,
      company: 'Juniper',
      pull: 13,
      remarks: [remark('logo-animated')],
      isPushedTo: true,
    },
    { kind: 'merged', change, company: 'Juniper', pull: 13 },
  ]),
  { kind: 'waiting', company: 'Juniper' },
  { kind: 'waiting', company: 'Juniper', pull: 13 },
  { kind: 'nothing-to-change', company: 'Juniper' },
  { kind: 'withdrawn' },
  { kind: 'issue-closed' },
  { kind: 'label-taken-off', label: 'powered-by' },
  { kind: 'pull-closed', pull: 13 },
  { kind: 'repository-broken', problems: [problem('page-missing', 'en.md', { locale: 'en' })] },
  { kind: 'quota', whose: 'submitter', limit: 5 },
  { kind: 'quota', whose: 'repository', limit: 30 },
];

describe.each([english, chinese])('our comment in $language', (templates) => {
  it.each(statuses)('says how a submission stands that is $kind', (status) => {
    const comment = write(status, [], templates);
    expect(comment).not.toMatch(/undefined|\{\{|\n{3}/);
    expect(actsIn(show(comment).prose, 13)).toEqual([]);
    expect(Array.from(comment.matchAll(/\p{Emoji_Presentation}/gu)).length).toBeLessThan(2);
    if ('pull' in status) expect(comment).toContain('#13');
  });

  it('is only answers where the issue is no submission', () => {
    expect(write({ kind: 'none' }, [], templates)).toBe('');
    const refused = answer(problem('command-not-here', '/poweredby add'));
    expect(write({ kind: 'none' }, [refused], templates)).not.toMatch(/^\n|---/);
  });

  it('lists every command, who may use it, and that a text ends at a blank line', () => {
    const comment = write({ kind: 'none' }, [answer()], templates);
    expect(Object.keys(templates.comment.help.commands)).toEqual([...commandNames]);
    for (const name of commandNames) expect(comment).toContain(`| \`/poweredby ${name}`);
  });
});

describe('our comment on a submission with problems', () => {
  it('says of a single one what is wrong, what to do, and how it looks when it is right', () => {
    const comment = write({ kind: 'problems', problems: [noScheme] });
    expect(seen(comment)).toContain(
      'Link: The link, “juniper.example/talk”, does not begin with https://. If you mean',
    );
    expect(comment).toContain('For example: `https://juniper.example/talk`');
    expect(comment).not.toContain('| --- |');
  });

  it('lists several in one table', () => {
    const comment = write({ kind: 'problems', problems: [noLogo, noScheme, tooLong] });
    expect(comment.match(/^\| --- /gm)).toHaveLength(1);
    expect(comment).toContain('| Field | What is wrong | How to fix it | Example |');
    for (const label of ['Logo', 'Link', 'Company']) expect(comment).toContain(`\n| ${label} | `);
  });

  it('has no column of examples where there is none', () => {
    const tooLarge = { problem: problem('form-body-too-large', '', { size: 2, limit: 1 }) };
    const broken = { problem: problem('page-not-utf8', 'en.md', { locale: 'en' }) };
    const comment = write({ kind: 'problems', problems: [tooLarge, broken] });
    expect(comment).toContain('| Field | What is wrong | How to fix it |\n');
    expect(comment).toContain('\n| This issue | The issue has 2 bytes');
    expect(comment).toContain('\n| `en.md` | ');
  });

  it('tells how to fix them where they are', () => {
    expect(seen(write({ kind: 'problems', problems: [noLogo] }))).toContain(
      'edit this issue: the ⋯ menu at its top right → Edit . It is looked at again',
    );
    expect(write({ kind: 'problems', problems: [noLogo], askedIn: 'comment' })).toContain(
      'edit the comment that holds the command',
    );
    const notTheForm = { problem: problem('form-not-the-form', '', { label: 'Company' }) };
    expect(write({ kind: 'problems', problems: [notTheForm] })).not.toContain('edit this issue');
  });

  it('names the other issue and its pull request so that GitHub links them', () => {
    const values = { company: 'Juniper #7', pull: 11, issue: 10 };
    const comment = write({
      kind: 'problems',
      problems: [{ problem: problem('submission-elsewhere', 'company', values) }],
    });
    expect(comment).toMatch(/issue #10; its pull request is #11\./);
    expect(actsIn(show(comment).prose, 10, 11)).toEqual([]);
  });

  it('shows each line of an example', () => {
    const values = { command: 'text' };
    const comment = write({ kind: 'none' }, [
      answer(problem('command-needs-submission', '/poweredby text', values)),
    ]);
    expect(comment).toContain('`/poweredby add`<br>`company: Juniper Parcel`<br>');
  });

  it('stays within GitHub’s limit, and says what does not fit', () => {
    const link = '@'.repeat(10_000);
    const many = Array.from({ length: 200 }, () => ({
      problem: problem('link-without-scheme', 'link', { link, suggestion: link }),
      label: link,
    }));
    const refused = answer(problem('command-unknown', '', { word: link, known: link }));
    const comment = write(
      { kind: 'problems', problems: many },
      Array.from({ length: 100 }, () => refused),
    );
    expect(comment.length).toBeLessThan(45_000);
    expect(comment).toMatch(/There are \d+ more that do not fit/);
    expect(comment).toContain('Answers to earlier commands are left out');
  });

  it('counts what does not fit as the language does, also a single one', () => {
    const long = { problem: problem('link-too-long', 'link', { length: 1, limit: 1 }) };
    const label = '@'.repeat(400);
    const ofCount = (count: number) =>
      write({
        kind: 'problems',
        problems: Array.from({ length: count }, () => ({ ...long, label })),
      });
    const counts = Array.from({ length: 40 }, (_, count) => count);
    const first = counts.find((count) => ofCount(count).includes('not fit here')) ?? 0;
    expect(ofCount(first)).toContain('There is one more that does not fit here');
    expect(ofCount(first + 1)).toContain('There are 2 more that do not fit here');
  });

  it('counts them as the language does', () => {
    expect(write({ kind: 'problems', problems: [noLogo] })).toMatch(/One thing needs/);
    expect(write({ kind: 'problems', problems: [noLogo, tooLong] })).toMatch(/2 things need/);
    expect(write({ kind: 'problems', problems: [noLogo] }, [], chinese)).toContain('1 处');
  });
});

describe('our comment on a submission beyond the quota', () => {
  it.each(['submitter', 'repository'] as const)('counts as the language does: %s', (whose) => {
    expect(write({ kind: 'quota', whose, limit: 1 })).toContain('One request a day is');
    expect(write({ kind: 'quota', whose, limit: 5 })).toContain('Up to 5 requests a day are');
  });
});

describe('our comment on a proposal', () => {
  const proposed = {
    kind: 'proposed',
    change: 'add',
    company: 'Juniper',
    pull: 13,
    remarks: [remark('logo-animated')],
    isPushedTo: false,
  } as const;

  it('says that editing the issue changes it, and what is worth a look', () => {
    const comment = write(proposed);
    expect(comment).toContain('edit this issue; the pull request follows');
    expect(comment).toContain('\n- The logo is animated; a single frame of it is shown.');
  });

  it('does not send people to edit an issue that says nothing of it', () => {
    expect(write({ ...proposed, askedIn: 'comment' })).not.toContain('edit this issue');
    expect(write({ ...proposed, change: 'remove' })).not.toContain('edit this issue');
  });

  it('says who can have a branch written anew that somebody pushed to', () => {
    const comment = write({ ...proposed, isPushedTo: true });
    expect(comment).toContain('A maintainer can comment `/poweredby rebuild`');
    expect(comment).not.toContain('the pull request follows');
  });
});

describe('our comment on a request that rests', () => {
  it('tells the submitter to take it up again only where he may', () => {
    const bySubmitter = write({ kind: 'withdrawn' });
    const onCommand = { commands: { ...commands, add: 'writer' } } as const;
    const byWriter = write({ kind: 'withdrawn' }, [], english, onCommand);
    expect(bySubmitter).toContain('To take it up again, comment `/poweredby add`');
    expect(byWriter).toContain('A maintainer can take it up again by commenting');
  });

  it('names the file of a broken configuration', () => {
    const values = { line: 3, key: 'tabel', nearest: 'table' };
    const comment = write({
      kind: 'repository-broken',
      file: '.github/poweredby.yml',
      problems: [problem('configuration-key-unknown', 'tabel', values)],
    });
    expect(seen(comment)).toContain('.github/poweredby.yml : Line 3: there is no key “tabel”.');
    expect(comment).toContain('there is nothing for you to do');
  });
});

describe('our answers to commands', () => {
  it('name the person without a ping, and link the comment', () => {
    const refused = answer(
      problem('command-for-writers', '/poweredby rebuild', { command: 'rebuild' }),
    );
    const comment = write({ kind: 'pull-closed', pull: 13 }, [refused]);
    expect(seen(comment)).toContain('@maria, on your command :');
    expect(show(comment).links).toEqual([url]);
    expect(actsIn(show(comment).prose, 13)).toEqual([]);
  });

  it('give the list of commands once, however many ask', () => {
    const comment = write({ kind: 'none' }, [answer(), { ...answer(), login: 'li-wei' }]);
    expect(seen(comment)).toMatch(/@maria, as you asked.*@li-wei, as you asked/);
    expect(comment.match(/^\| --- /gm)).toHaveLength(1);
  });

  it('say who may use add as the configuration has it', () => {
    const context = { commands: { ...commands, add: 'writer' } } as const;
    const comment = write({ kind: 'none' }, [answer()], english, context);
    expect(comment).toContain('| `/poweredby add` | maintainers |');
  });

  it('leave a link’s end where it belongs', () => {
    const comment = write({ kind: 'none' }, [{ ...answer(), url: 'https://a.example/)x(' }]);
    expect(show(comment).links).toEqual(['https://a.example/%29x%28']);
  });
});

describe('what a stranger typed', () => {
  const written = (typed: string) => {
    const values = { company: typed, link: typed, label: typed, headings: typed };
    const problems: readonly LabelledProblem[] = [
      { problem: problem('company-unreadable', 'company', values), label: typed },
      { problem: problem('link-not-a-url', 'link', values), label: 'Link' },
      { problem: problem('form-heading-missing', 'logo', values), label: 'Logo' },
    ];
    const refused = answer(problem('command-unknown', '', { word: typed, known: 'add' }));
    return write({ kind: 'problems', problems, pull: 13 }, [refused]);
  };

  it('comes out as text in our comment, and does nothing', () => {
    const neutral = show(written('word'));
    fc.assert(
      fc.property(visibleText, (typed) => {
        const shown = show(written(typed));
        expect(shown.elements).toEqual(neutral.elements);
        expect(shown.links).toEqual([url]);
        expect(actsIn(shown.prose, 13)).toEqual([]);
        expect(asSeen(shown.text)).toContain(`The company's name, “${asSeen(typed)}”, has`);
      }),
    );
  });

  it('does nothing where it is a company or a login either', () => {
    fc.assert(
      fc.property(visibleText, (typed) => {
        const refused = answer(problem('command-unknown', '', { word: typed, known: typed }));
        const comment = write({ kind: 'merged', change: 'add', company: typed, pull: 13 }, [
          { ...refused, login: typed },
        ]);
        expect(actsIn(show(comment).prose, 13)).toEqual([]);
      }),
    );
  });
});
