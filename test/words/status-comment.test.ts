import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem/problem.ts';
import { remark } from '../../src/problem/remark.ts';
import { loadTemplates } from '../../src/templates.ts';
import type { LabelledProblem, Refusal, Status } from '../../src/words/comment-content.ts';
import { writeStatus } from '../../src/words/status-comment.ts';
import { actsIn, seen, show } from './shown.ts';
import { asSeen, visibleText } from './typed-texts.ts';

const english = loadTemplates('en');
const chinese = loadTemplates('zh');

const formUrl = 'https://github.com/apache/flink/issues/new?template=powered-by.yml';

function write(status: Status, templates = english, submitterMayAdd = true): string {
  return writeStatus(status, templates, { formUrl, submitterMayAdd });
}

const noLogo = { problem: problem('attachment-missing', 'logo'), label: 'Logo' };
const noScheme = {
  problem: problem('link-without-scheme', 'link', {
    optional: 'yes',
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
  { kind: 'refused', company: 'Juniper' },
  { kind: 'refused', company: 'Juniper', pull: 13 },
  { kind: 'nothing-to-change', company: 'Juniper' },
  { kind: 'withdrawn' },
  { kind: 'issue-closed' },
  { kind: 'label-taken-off', label: 'powered-by' },
  { kind: 'pull-closed', pull: 13 },
  { kind: 'repository-broken', problems: [problem('page-missing', 'en.md', { locale: 'en' })] },
  { kind: 'quota', whose: 'submitter', limit: 5 },
  { kind: 'quota', whose: 'repository', limit: 30 },
  { kind: 'form-wanted', form: formUrl, lines: '/poweredby add\ncompany: …', hasSeveral: false },
  { kind: 'form-wanted', lines: '/poweredby add\ncompany: …', hasSeveral: true },
];

describe.each([english, chinese])('our comment in $language', (templates) => {
  it.each(statuses)('says how a submission stands that is $kind', (status) => {
    const comment = write(status, templates);
    expect(comment).not.toMatch(/undefined|\{\{|\n{3}/);
    expect(actsIn(show(comment).prose, 13)).toEqual([]);
    expect(Array.from(comment.matchAll(/\p{Emoji_Presentation}/gu)).length).toBeLessThan(2);
    if ('pull' in status) expect(comment).toContain('#13');
  });

  it('is empty where the issue is no submission', () => {
    expect(write({ kind: 'none' }, templates)).toBe('');
  });
});

describe('an issue in words of its own', () => {
  const lines = '/poweredby add\ncompany: Juniper ```\ndescription: a\tb\nlink: …';
  const wanted = (more: { form?: string; hasSeveral?: boolean } = {}, mayAdd = true) =>
    write({ kind: 'form-wanted', lines, hasSeveral: false, ...more }, english, mayAdd);

  it('is shown the lines in a block of code, which nothing in them ends', () => {
    expect(wanted()).toContain(
      "```\n/poweredby add\ncompany: Juniper '''\ndescription: a b\nlink: …\n```",
    );
  });

  it('is shown the form where there is one', () => {
    expect(wanted({ form: `${formUrl}&company=Juniper` })).toContain(
      `(${formUrl}&company=Juniper)`,
    );
    expect(wanted()).not.toContain('template=');
  });

  it('is told more where it names several companies, or where a maintainer has to add', () => {
    const texts = [wanted(), wanted({ hasSeveral: true }), wanted({}, false)];
    expect(new Set(texts).size).toBe(3);
  });
});

describe('what GitHub refuses for good', () => {
  const refusal = (code: 'creation' | 'permission' | 'deletion', words: string): Refusal => {
    const codes = {
      creation: 'refused-branch-creation',
      permission: 'refused-permission',
      deletion: 'refused-branch-deletion',
    } as const;
    const values = { branch: 'poweredby/issue-1', words };
    return { act: 'publish', problem: problem(codes[code], 'publish', values) };
  };
  const tell = (status: Status, refusals: readonly Refusal[], templates = english) =>
    writeStatus(status, templates, { formUrl, submitterMayAdd: true, refusals });
  const waits: Status = { kind: 'refused', company: 'Juniper' };
  const ended: Status = { kind: 'merged', change: 'add', company: 'Juniper', pull: 13 };

  it.each([english, chinese])(
    'is told in $language with what makes it tried again',
    (templates) => {
      const told = (status: Status) => tell(status, [refusal('creation', 'No')], templates);
      expect(told(waits)).toContain('`/poweredby add`');
      expect(told({ ...waits, pull: 13 })).toContain('`/poweredby rebuild`');
      expect(told(ended)).not.toMatch(/`\/poweredby/);
      expect(tell(waits, [], templates)).not.toContain('/poweredby');
    },
  );

  it('is a list where it is several things, and one thing where a permission is missing for several', () => {
    const lacking = refusal('permission', 'Resource not accessible by integration');
    expect(tell(ended, [lacking, lacking])).not.toMatch(/^- /m);
    const several = tell(ended, [lacking, refusal('deletion', 'Cannot delete this branch')]);
    expect(several.match(/^- /gm)).toHaveLength(2);
  });

  it('quotes words that do nothing, and stays short', () => {
    const words = '@everyone #1 GH-2 https://a.example <img src=x> **bold** '.repeat(5);
    const comment = tell(waits, [refusal('creation', words), refusal('deletion', words)]);
    expect(actsIn(show(comment).prose)).toEqual([]);
    expect(show(comment).elements).not.toContain('img');
    expect(seen(comment)).toContain('**bold**');
    const long = tell(waits, [refusal('creation', '@'.repeat(9000))]);
    expect(long.length).toBeLessThan(6000);
  });
});

describe('our comment on a submission with problems', () => {
  it('says of a single one what is wrong, what to do, and how it looks when it is right', () => {
    const comment = write({ kind: 'problems', problems: [noScheme] });
    expect(seen(comment)).toContain(
      'Link : “juniper.example/talk” does not start with https://. If you mean',
    );
    expect(comment).toContain('For example: `https://juniper.example/talk`');
    expect(comment).not.toContain('| --- |');
  });

  it('lists several, each with what is wrong, how to fix it and how it looks when it is right', () => {
    const comment = write({ kind: 'problems', problems: [noLogo, noScheme, tooLong] });
    expect(comment.match(/^- /gm)).toHaveLength(3);
    for (const label of ['Logo', 'Link', 'Company'])
      expect(comment).toContain(`\n- <b>${label}</b>: `);
    expect(comment).toContain('<br>For example: `https://juniper.example/talk`');
  });

  it('names this issue where a problem is about no field, and a file by its path', () => {
    const tooLarge = { problem: problem('form-body-too-large', '', { size: 2, limit: 1 }) };
    const broken = { problem: problem('page-not-utf8', 'en.md', { locale: 'en' }) };
    const comment = write({ kind: 'problems', problems: [tooLarge, broken] });
    expect(comment).toContain('\n- <b>This issue</b>: The issue has 2 bytes');
    expect(comment).toContain('\n- <b>`en.md`</b>: ');
  });

  it('tells how to fix them where they are', () => {
    expect(seen(write({ kind: 'problems', problems: [noLogo] }))).toContain(
      'edit this issue with the ⋯ menu at its top right → Edit . Every time you save',
    );
    expect(write({ kind: 'problems', problems: [noLogo], askedIn: 'comment' })).toContain(
      'edit your comment with the command',
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
    expect(comment).toMatch(/Issue #10 already asks for .*; its pull request is #11\./);
    expect(actsIn(show(comment).prose, 10, 11)).toEqual([]);
  });

  it('stays within GitHub’s limit, and says what does not fit', () => {
    const link = '@'.repeat(10_000);
    const many = Array.from({ length: 200 }, () => ({
      problem: problem('link-without-scheme', 'link', { optional: 'yes', link, suggestion: link }),
      label: link,
    }));
    const comment = write({ kind: 'problems', problems: many });
    expect(comment.length).toBeLessThan(45_000);
    expect(comment).toMatch(/\d+ more problems do not fit here/);
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
    const first = counts.find((count) => ofCount(count).includes('fit here')) ?? 0;
    expect(ofCount(first)).toContain('One more problem does not fit here');
    expect(ofCount(first + 1)).toContain('2 more problems do not fit here');
  });

  it('counts them as the language does', () => {
    expect(write({ kind: 'problems', problems: [noLogo] })).toContain('fix one thing');
    expect(write({ kind: 'problems', problems: [noLogo, tooLong] })).toContain('fix 2 things');
    expect(write({ kind: 'problems', problems: [noLogo] }, chinese)).toContain('1 处');
  });
});

describe('our comment on a submission beyond the quota', () => {
  it.each(['submitter', 'repository'] as const)('counts as the language does: %s', (whose) => {
    expect(write({ kind: 'quota', whose, limit: 1 })).toContain('accepts one request a day');
    expect(write({ kind: 'quota', whose, limit: 5 })).toContain('accepts up to 5 requests a day');
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
    expect(comment).toContain('edit this issue. The pull request is updated');
    expect(comment).toContain('\n- The logo is animated. Only one frame is shown.');
  });

  it('asks once for all translations that are missing, with the command for one', () => {
    const remarks = [
      remark('text-not-translated', { locale: 'zh', language: 'Chinese' }),
      remark('text-not-translated', { locale: 'de', language: 'German' }),
      remark('logo-animated'),
    ];
    const comment = write({ ...proposed, remarks });
    expect(comment).toContain(
      '- A translation for Chinese and German is still welcome. To add it, comment `/poweredby text zh …`.\n- The logo',
    );
  });

  it('does not send people to edit an issue that says nothing of it', () => {
    expect(write({ ...proposed, askedIn: 'comment' })).not.toContain('edit this issue');
    expect(write({ ...proposed, change: 'remove' })).not.toContain('edit this issue');
  });

  it('says who can regenerate a branch that somebody pushed to', () => {
    const comment = write({ ...proposed, isPushedTo: true });
    expect(comment).toContain('A maintainer can comment `/poweredby rebuild`');
    expect(comment).not.toContain('is updated automatically');
  });
});

describe('our comment on a request that rests', () => {
  it('tells the submitter to reopen it only where they may', () => {
    const bySubmitter = write({ kind: 'withdrawn' });
    const byWriter = write({ kind: 'withdrawn' }, english, false);
    expect(bySubmitter).toContain('To reopen the request, comment `/poweredby add`');
    expect(byWriter).toContain('A maintainer can comment `/poweredby add`');
  });

  it('names the file of a broken configuration', () => {
    const values = { line: 3, key: 'tabel', nearest: 'table' };
    const comment = write({
      kind: 'repository-broken',
      file: '.github/poweredby.yml',
      problems: [problem('configuration-key-unknown', 'tabel', values)],
    });
    expect(seen(comment)).toContain('.github/poweredby.yml : Line 3: unknown key “tabel”.');
    expect(comment).toContain('you do not need to do anything');
  });
});

describe('what a stranger typed', () => {
  const written = (typed: string) => {
    const values = { company: typed, link: typed, optional: 'yes', label: typed, headings: typed };
    const problems: readonly LabelledProblem[] = [
      { problem: problem('company-unreadable', 'company', values), label: typed },
      { problem: problem('link-not-a-url', 'link', values), label: 'Link' },
      { problem: problem('form-heading-missing', 'logo', values), label: 'Logo' },
    ];
    return write({ kind: 'problems', problems, pull: 13 });
  };

  it('comes out as text in our comment, and does nothing', () => {
    const neutral = show(written('word'));
    fc.assert(
      fc.property(visibleText, (typed) => {
        const shown = show(written(typed));
        expect(shown.elements).toEqual(neutral.elements);
        expect(shown.links).toEqual([]);
        expect(actsIn(shown.prose, 13)).toEqual([]);
        expect(asSeen(shown.text)).toContain(`The company name, “${asSeen(typed)}”, has`);
      }),
    );
  });

  it('does nothing where it is a company either', () => {
    fc.assert(
      fc.property(visibleText, (typed) => {
        const comment = write({ kind: 'merged', change: 'add', company: typed, pull: 13 });
        const { prose, links } = show(comment);
        expect(links).toEqual([formUrl]);
        expect(actsIn(prose, 13)).toEqual([]);
      }),
    );
  });
});
