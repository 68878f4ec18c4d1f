import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remark } from '../../src/problem/remark.ts';
import { loadTemplates } from '../../src/templates.ts';
import type { PullContent, PullNotice } from '../../src/words/pull-content.ts';
import { withPullNotice } from '../../src/words/pull-notice.ts';
import { writePullBody, writePullTitle } from '../../src/words/pull-request.ts';
import type { PreviewCell, RowPreview } from '../../src/words/row-preview.ts';
import { configurationWith } from '../proposal/requests.ts';
import { actsIn, seen, show } from './shown.ts';
import { asSeen, visibleText } from './typed-texts.ts';

const english = loadTemplates('en');
const chinese = loadTemplates('zh');

const repository = 'https://github.com/apache/flink';
const [commit, base] = ['c'.repeat(40), 'b'.repeat(40)];

const anvil: PreviewCell = {
  company: 'Anvil',
  logo: 'static/img/anvil logo#1.png',
  text: 'Anvil forges reports.',
};
const dovetail: PreviewCell = {
  company: 'Dovetail',
  logo: 'static/img/dovetail-logo.png',
  text: 'Dovetail joins loose ends.',
  link: { text: 'Learn more', url: 'https://dovetail.example/?a=1&b="2"' },
};
const row: RowPreview = {
  locale: 'en',
  language: 'English',
  path: 'content/powered by.md',
  cells: [anvil, dovetail, undefined],
  position: 1,
};
const added: PullContent = {
  change: 'add',
  company: 'Dovetail',
  project: 'Millrace',
  issue: 12,
  closesIssue: true,
  requestedBy: 'maria',
  hasConsented: true,
  rows: [row, { ...row, locale: 'zh', language: 'Chinese' }],
  remarks: [],
  pictures: { repository, commit, base },
};

const picture = (path: string, at = commit) => `${repository}/blob/${at}/${path}?raw=true`;
const anvilPicture = picture('static/img/anvil%20logo%231.png');
const dovetailPicture = picture('static/img/dovetail-logo.png');

function write(
  { notice, ...content }: Partial<PullContent> & { notice?: PullNotice } = {},
  templates = english,
): string {
  const body = writePullBody({ ...added, ...content }, templates);
  return notice ? withPullNotice(body, notice, templates) : body;
}

/** The cells of the tables in a body, as a reader sees them, by row. */
function rowsIn(body: string): string[][] {
  return Array.from(body.matchAll(/<tr>(.*?)<\/tr>/gs), ([, cells = '']) =>
    Array.from(cells.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs), ([, cell = '']) => seen(cell)),
  );
}

/** The numbers of issues that GitHub closes for a body when it is merged. */
function closedBy(body: string): string[] {
  const words = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(\S+)/gi;
  return Array.from(show(body).text.matchAll(words), ([, reference = '']) => reference).filter(
    (reference) => /^(?:\S*#|GH-)\d|^https?:\/\//i.test(reference),
  );
}

describe('a pull request’s title', () => {
  const configuration = configurationWith('commit: "Add {company} to {project}"');
  const title = (change: PullContent['change'], company = 'Dovetail') =>
    writePullTitle({ change, company }, configuration, english);

  it('is the message of its commit', () => {
    expect(title('add')).toBe('Add Dovetail to Millrace');
    expect(title('update')).toBe('Update Dovetail in Powered By');
    expect(title('remove')).toBe('Remove Dovetail from Powered By');
  });

  it('names the old and the new name of a company that is renamed', () => {
    const renamed = { change: 'update', company: 'Dovetail', formerName: 'Anvil' } as const;
    expect(writePullTitle(renamed, configuration, english)).toBe(
      'Rename Anvil to Dovetail in Powered By',
    );
    expect(writePullTitle(renamed, configuration, chinese)).toBe(
      '将 Powered By 中的 Anvil 更名为 Dovetail',
    );
    const own = configurationWith('commit: {update: "Change {company}"}');
    expect(writePullTitle(renamed, own, english)).toBe('Change Dovetail');
  });

  it('refers to nothing, and is never too long for GitHub', () => {
    fc.assert(
      fc.property(visibleText, (company) => {
        expect(actsIn(title('add', company))).toEqual([]);
        expect(asSeen(title('add', company))).toBe(asSeen(`Add ${asSeen(company)} to Millrace`));
      }),
    );
    expect(title('add', '😀'.repeat(300)).length).toBeLessThanOrEqual(256);
    expect(title('add', '😀'.repeat(300)).isWellFormed()).toBe(true);
  });
});

describe('the body of a pull request that renames a company', () => {
  it('says both names and who renames it, not that anybody can ask for that', () => {
    const body = write({ change: 'update', company: 'Dovetail', formerName: 'Anvil' });
    const text = show(body).text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Renames Anvil to Dovetail in the list of organizations');
    expect(text).toContain('requested by the maintainer @');
    expect(text).not.toContain('Anybody can request');
  });
});

describe.each([english, chinese])('a pull request’s body in $language', (templates) => {
  it('has one full stop where a name ends in one', () => {
    const text = show(write({ change: 'update', company: 'Sable & Co.' }, templates)).text;
    expect(text).toContain('Sable & Co.');
    expect(text).not.toMatch(/Co\.\s*\./);
  });

  it.each([
    {},
    { notice: 'pushed-to' },
    { requestedBy: '' },
    { notice: 'outdated', closesIssue: false },
    { notice: 'unapproved' },
    { change: 'update', rows: [{ ...row, before: anvil }] },
    {
      change: 'remove',
      rows: [
        { ...row, before: anvil },
        { ...row, cells: [undefined] },
      ],
    },
    { remarks: [remark('text-not-translated', { locale: 'zh', language: 'Chinese' })] },
    { rows: Array.from({ length: 20 }, () => row) },
  ] as const)('says all that there is to say: %o', (content) => {
    const body = write(content, templates);
    expect(body).not.toMatch(/undefined|\{\{|\n{3}/);
    expect(closedBy(body)).toEqual('closesIssue' in content ? [] : ['#12']);
    expect(actsIn(show(body).prose, 12)).toEqual([]);
  });
});

describe('a pull request that adds a company', () => {
  it('says what it does and for whom', () => {
    expect(seen(write())).toMatch(
      /^Adds Dovetail to the list of organizations that use Millrace, requested by @maria in #12\./,
    );
  });

  it('names nobody where the account is gone', () => {
    const body = seen(write({ requestedBy: '' }));
    expect(body).toContain('use Millrace, requested in #12.');
    expect(body).toContain('but that account no longer exists. Ask the company.');
  });

  it('shows the row as it will look in each locale, the new entry marked', () => {
    const body = write();
    expect(show(body).pictures).toEqual([
      anvilPicture,
      dovetailPicture,
      anvilPicture,
      dovetailPicture,
    ]);
    expect(rowsIn(body).slice(0, 3)).toEqual([
      ['', 'new', ''],
      ['', '', ''],
      ['Anvil forges reports.', 'Dovetail joins loose ends. Learn more', ''],
    ]);
    expect(show(body).links).toContain('https://dovetail.example/?a=1&b=%222%22');
    expect(seen(body)).toContain('English: content/powered by.md');
    expect(show(body).links).toContain(`${repository}/blob/${commit}/content/powered%20by.md`);
  });

  it('names the companies where there are no pictures', () => {
    const { pictures: _, ...withoutPictures } = added;
    const body = writePullBody(withoutPictures, english);
    expect(show(body).pictures).toEqual([]);
    expect(rowsIn(body)[1]).toEqual(['Anvil', 'Dovetail', '']);
  });

  it('opens three locales and folds the others', () => {
    const languages = ['English', 'Chinese', 'German', 'French', 'Hindi'];
    const body = write({ rows: languages.map((language) => ({ ...row, language })) });
    const [open = '', folded = ''] = body.split('<details>');
    expect(open.match(/<table>/g)).toHaveLength(3);
    expect(folded.match(/<table>/g)).toHaveLength(2);
    expect(seen(folded)).toMatch(/^2 more: French and Hindi French: /);
    expect(show(body).elements.filter((name) => name === 'table')).toHaveLength(5);
  });

  it('begins with a notice where its branch is not what the issue asks for', () => {
    const outdated = write({ notice: 'outdated' });
    expect(outdated).toMatch(/^> \[!WARNING\]\n> The request has a problem/);
    expect(withPullNotice(outdated, 'outdated', english)).toBe(outdated);
    expect(withPullNotice(outdated, 'pushed-to', english)).toBe(write({ notice: 'pushed-to' }));
    expect(withPullNotice(write(), 'outdated', english)).toBe(outdated);
  });

  it('links only what a browser opens, and leaves no trace at issues elsewhere', () => {
    const linked = (url: string) =>
      show(write({ rows: [{ ...row, cells: [{ ...dovetail, link: { text: 'x', url } }] }] })).links;
    expect(linked('javascript:alert(1)')).toHaveLength(1);
    expect(linked('not an address')).toHaveLength(1);
    expect(linked('https://github.com/a/b/issues/1')).toContain(
      'https://redirect.github.com/a/b/issues/1',
    );
    expect(linked('https://github.com/a/b')).toContain('https://github.com/a/b');
  });
});

describe('a pull request that updates a company', () => {
  const after = { ...dovetail, text: 'Dovetail joins anything.' };
  const content: Partial<PullContent> = {
    change: 'update',
    rows: [{ ...row, cells: [anvil, after, undefined], before: dovetail }],
  };

  it('shows the entry before and after', () => {
    const body = write(content);
    expect(rowsIn(body)).toEqual([
      ['before', 'after'],
      ['', ''],
      ['Dovetail joins loose ends. Learn more', 'Dovetail joins anything. Learn more'],
    ]);
    expect(show(body).pictures).toEqual([
      picture('static/img/dovetail-logo.png', base),
      dovetailPicture,
    ]);
  });

  it('says of a page that stays as it is nothing but that', () => {
    const other = { ...row, language: 'Chinese', before: dovetail, isUnchanged: true };
    const body = write({ ...content, rows: [...(content.rows ?? []), other] });
    expect(rowsIn(body)).toHaveLength(3);
    expect(body).toMatch(/### Chinese: .*\n\nUnchanged\.\n/);
  });

  it('shows the row where the company was not on a locale’s page yet', () => {
    expect(rowsIn(write({ ...content, rows: [row] }))[0]).toEqual(['', 'new', '']);
  });

  it('reminds the maintainer that anybody can ask', () => {
    expect(seen(write(content))).toContain('Anybody can request an update. Check that');
    expect(write()).not.toContain('Anybody can request');
  });
});

describe('a pull request that removes a company', () => {
  const { position: _, ...rowWithout } = { ...row, cells: [anvil, undefined], before: dovetail };
  const content = { change: 'remove', rows: [rowWithout], closesIssue: false } as const;

  it('shows what is taken off, and the row afterwards', () => {
    expect(rowsIn(write(content))).toEqual([
      ['removed'],
      [''],
      ['Dovetail joins loose ends. Learn more'],
      ['', ''],
      ['Anvil forges reports.', ''],
    ]);
  });

  it('says so where the whole row goes', () => {
    const body = write({ ...content, rows: [{ ...rowWithout, cells: [undefined, undefined] }] });
    expect(body).toContain('Its row is removed too');
    expect(body.match(/<table>/g)).toHaveLength(1);
  });

  it('asks for no consent and offers no text, and refers to the issue without closing it', () => {
    const body = write(content);
    expect(body).not.toMatch(/Consent|Before merging|poweredby text/);
    expect(body).toContain('Requested in #12');
    expect(closedBy(body)).toEqual([]);
  });
});

describe('the maintainer’s checklist', () => {
  const items = (content: Partial<PullContent>) =>
    Array.from(write(content).matchAll(/^- \[ \] (.*)$/gm), ([, item = '']) => seen(item));

  it('does not ask for consent again if an entry is only changed', () => {
    const { hasConsented: _, ...unasked } = added;
    const bodyOf = (change: PullContent['change']) =>
      writePullBody({ ...unasked, change }, english);
    expect(bodyOf('add')).toContain('Consent: nobody was asked');
    expect(bodyOf('update')).not.toContain('Consent');
  });

  it('says who consented, or that nobody did', () => {
    const { hasConsented: _, ...unasked } = added;
    expect(items({})[0]).toMatch(/^Consent: @maria gave it for Dovetail in #12\./);
    expect(items({ hasConsented: false })[0]).toMatch(/the form asks for it, but it was not given/);
    expect(writePullBody(unasked, english)).toMatch(/nobody was asked\. Ask/);
  });

  it('has each remark, and one item for all texts still to be translated', () => {
    const untranslated = ['zh', 'de'].map((locale) =>
      remark('text-not-translated', { locale, language: locale === 'zh' ? 'Chinese' : 'German' }),
    );
    const found = items({ remarks: [...untranslated, remark('logo-animated')] });
    expect(found).toHaveLength(3);
    expect(found[1]).toContain('for Chinese (zh) and German (de) is missing');
    expect(found[1]).toContain('/poweredby text zh …');
    expect(found[2]).toBe('The logo is animated. Only one frame is shown.');
  });
});

describe('a pull request’s body, however much there is to show', () => {
  const filled = (text: string, count: number): Partial<PullContent> => {
    const cell = { ...dovetail, text, link: { text, url: 'https://a.example/' } };
    return {
      rows: Array.from({ length: count }, () => ({ ...row, cells: [cell, cell, cell, cell] })),
    };
  };

  it('is whole for twenty locales of ordinary length', () => {
    const body = write(filled('Dovetail joins loose ends. '.repeat(5).trim(), 20));
    expect(body.length).toBeLessThan(60_000);
    expect(body).not.toContain('shortened');
    expect(body.match(/<table>/g)).toHaveLength(20);
  });

  it('cuts texts first', () => {
    const body = write(filled('Dovetail joins loose ends. '.repeat(40), 20));
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body).toContain('Long texts are shortened here');
    expect(body.match(/<table>/g)).toHaveLength(20);
  });

  it('then leaves the last locales out, and says which', () => {
    const body = write(filled('@'.repeat(5_000), 60));
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body.match(/<table>/g)?.length).toBeGreaterThan(5);
    expect(body).toContain('Not shown to save space: English');
    expect(closedBy(body)).toEqual(['#12']);
  });

  it('stays within its limit whatever is in it', () => {
    const huge = '@<'.repeat(40_000);
    const cell = {
      company: huge,
      logo: huge,
      text: huge,
      link: { text: huge, url: `https://a.example/${huge}` },
    };
    const hugeRow = {
      ...row,
      language: huge,
      path: huge,
      cells: Array.from({ length: 30 }, () => cell),
    };
    const body = write({
      company: huge,
      project: huge,
      requestedBy: huge,
      rows: Array.from({ length: 5 }, () => hugeRow),
      remarks: Array.from({ length: 300 }, () =>
        remark('link-text-kept', { locale: huge, language: huge, text: huge }),
      ),
    });
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body).toMatch(/\d+ more remarks do not fit/);
    expect(closedBy(body)).toEqual(['#12']);
  });
});

describe('what a stranger typed', () => {
  const written = (typed: string, change: PullContent['change']) => {
    const link = { text: typed, url: 'https://a.example/' };
    const cell: PreviewCell = { company: typed, logo: typed, text: typed, link };
    return write({
      change,
      company: typed,
      requestedBy: typed,
      remarks: [remark('project-unnamed', { text: typed })],
      rows: [
        {
          ...row,
          cells: [cell, undefined],
          position: 0,
          ...(change !== 'add' && { before: cell }),
        },
      ],
    });
  };

  it.each(['add', 'update', 'remove'] as const)(
    'comes out as text where it is to %s something, and does nothing',
    (change) => {
      const neutral = show(written('word', change));
      fc.assert(
        fc.property(visibleText, (typed) => {
          const shown = show(written(typed, change));
          expect(shown.elements).toEqual(neutral.elements);
          expect(shown.links).toEqual(neutral.links);
          expect(actsIn(shown.prose, 12)).toEqual([]);
          expect(closedBy(written(typed, change))).toEqual(['#12']);
        }),
        { numRuns: 50 },
      );
    },
  );
});
