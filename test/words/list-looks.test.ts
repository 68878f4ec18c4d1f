import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/templates.ts';
import type { PullContent } from '../../src/words/pull-content.ts';
import { writeLook } from '../../src/words/pull-request/list-looks.ts';
import { writePullBody } from '../../src/words/pull-request.ts';
import type { ListLook, PreviewCell, PreviewField } from '../../src/words/row-preview.ts';
import { actsIn, seen, show } from './shown.ts';
import { visibleText } from './typed-texts.ts';

const english = loadTemplates('en');
const fields: readonly PreviewField[] = [
  { name: 'Organization', role: 'name' },
  { name: 'Contact', role: 'contact' },
  { name: 'Use', role: 'text' },
  { name: 'Story', role: 'link' },
  { name: 'Mark', role: 'logo' },
];
const alder: PreviewCell = { company: 'Alder', text: 'Plans.', homepage: 'https://alder.example/' };
const dovetail: PreviewCell = {
  company: 'Dovetail',
  text: 'Cuts joints.',
  homepage: 'https://dovetail.example/',
  link: { text: 'How', url: 'https://dovetail.example/how' },
  logo: 'logos/dovetail.png',
  fields: { Contact: '@dove' },
};
const elm: PreviewCell = { company: 'Elm', text: 'Grows.', group: 'Trees' };

const kinds = ['rows', 'items', 'sections', 'records'] as const;
const pictures = { repository: 'https://github.com/a/b', commit: 'c'.repeat(40), base: 'b' };

function body(
  kind: ListLook['kind'],
  cells: readonly PreviewCell[],
  more: {
    position?: number;
    before?: PreviewCell;
    change?: PullContent['change'];
    orderedBy?: string;
  } = {},
  about: Partial<PullContent> = { textLocale: 'en' },
): string {
  const { change = 'add', ...row } = more;
  const content: PullContent = {
    change,
    company: 'Dovetail',
    project: 'Kestrel',
    issue: 12,
    closesIssue: true,
    requestedBy: 'maria',
    rows: [
      { locale: 'en', language: 'English', path: 'A.md', cells, ...row, look: { kind, fields } },
    ],
    remarks: [],
    ...about,
    pictures,
  };
  return writePullBody(content, english);
}

/** The cells of the table in a body, as a reader sees them, by row. */
function tableIn(text: string): string[][] {
  return Array.from(text.matchAll(/<tr>(.*?)<\/tr>/gs), ([, cells = '']) =>
    Array.from(cells.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs), ([, cell = '']) => seen(cell)),
  );
}

describe('a pull request shows a new entry', () => {
  it('as a row among the rows beside it, under the list’s own headings', () => {
    const text = body('rows', [alder, dovetail, elm], { position: 1 });
    expect(tableIn(text)).toEqual([
      ['', 'Organization', 'Contact', 'Use', 'Story', 'Mark'],
      ['', 'Alder', '', 'Plans.', '', ''],
      ['new', 'Dovetail', '@dove', 'Cuts joints.', 'How', ''],
      ['', 'Elm', '', 'Grows.', '', ''],
    ]);
    expect(text).toContain('<a href="https://alder.example/">Alder</a>');
    expect(text).toContain('logos/dovetail.png?raw=true" width="120" alt="Dovetail"');
  });

  it('with all links in the place of its homepage', () => {
    const homepageLinks = [
      { text: '', url: 'https://dovetail.example/' },
      { text: 'Our <b>blog</b> @ann', url: 'https://blog.dovetail.example/' },
      { text: 'Run', url: 'javascript:alert(1)' },
    ];
    const cell = { ...dovetail, homepageLinks };
    const look = { kind: 'rows', fields: [{ name: 'Site', role: 'homepage' }] } as const;
    const shown = writeLook([{ cell, caption: '' }], look, 100);
    const [site, blog, none] = /<td>(.*)<\/td>/.exec(shown)?.[1]?.split(', ') ?? [];
    expect(site).toMatch(/^<a href="https:\/\/dovetail.example\/">.*dovetail.*<\/a>$/);
    expect(blog).toMatch(/^<a href="https:\/\/blog.dovetail.example\/">Our .*blog.*<\/a>$/);
    expect(blog).not.toMatch(/<b>|@ann/);
    expect(none).toBe('Run');
  });

  it('as an item among those beside it', () => {
    const shown = seen(body('items', [alder, dovetail, elm], { position: 1 }));
    expect(shown).toContain('Alder Use: Plans.');
    expect(shown).toContain('new: Dovetail Contact: @dove Use: Cuts joints. Story: How');
  });

  it('as a section, with what is before and behind it', () => {
    const text = body('sections', [alder, dovetail, elm], { position: 1 });
    expect(seen(text)).toContain('Between Alder and Elm : Dovetail Contact: @dove');
    expect(text).toContain('<h4><a href="https://dovetail.example/">Dovetail</a></h4>');
  });

  it('as keys and values, with its group', () => {
    const text = body('records', [alder, { ...dovetail, group: 'Wood' }], { position: 1 });
    expect(seen(text)).toContain('In Wood : Last, after Alder :');
    expect(tableIn(text)).toEqual([
      ['Organization', 'Dovetail'],
      ['Contact', '@dove'],
      ['Use', 'Cuts joints.'],
      ['Story', 'How'],
      ['Mark', ''],
    ]);
  });
});

it.each(['items', 'sections'] as const)('%s have the colon of the language', (kind) => {
  const row = { locale: 'en', language: '', path: 'A.md', cells: [dovetail], position: 0 };
  const rows = [{ ...row, before: alder, look: { kind, fields } }];
  const content = {
    change: 'update',
    company: 'D',
    project: 'K',
    issue: 1,
    closesIssue: true,
  } as const;
  const words = { ...content, requestedBy: 'maria', rows, remarks: [], pictures };
  expect(writePullBody(words, english)).toContain('<b>before:</b>');
  expect(writePullBody(words, loadTemplates('zh'))).toContain('<b>更新前：</b>');
});

describe('a pull request that adds a file for a company', () => {
  it('says that the website decides about its place, where no key does', () => {
    const text = body('records', [alder, dovetail], { position: 1, orderedBy: '' });
    expect(seen(text)).toContain(
      'In a file of its own. The website decides where it shows the entry:',
    );
    expect(text).not.toContain('Last');
  });

  it('says where it is by the key that orders the files', () => {
    const text = body('records', [alder, dovetail, elm], { position: 1, orderedBy: 'weight' });
    expect(text).toContain('Order: `weight`. Between <b>Alder</b> and <b>Elm</b>:');
  });
});

describe('a pull request shows another', () => {
  it.each(kinds)('before and after an update, as %s', (kind) => {
    const before = { ...dovetail, text: 'Cuts.' };
    const text = body(kind, [dovetail], { position: 0, before, change: 'update' });
    const shown = seen(text);
    expect(shown).toMatch(/before.*after/);
    expect(shown).toMatch(/Cuts\..*Cuts joints\./);
  });

  it.each(kinds)('removed, as %s, and what is left', (kind) => {
    const gone = seen(body(kind, [elm], { before: dovetail, change: 'remove' }));
    expect(gone).toContain('removed');
    expect(gone).toContain('Cuts joints.');
    expect(seen(body(kind, [], { before: dovetail, change: 'remove' }))).toContain(
      'No other entries are left here.',
    );
  });
});

describe('a pull request for a list without logos or texts', () => {
  it('speaks of none', () => {
    const usual = body('rows', [dovetail], { position: 0 });
    expect(usual).toMatch(/show its logo.*poweredby text/s);
    const text = body('rows', [dovetail], { position: 0 }, { hasNoLogo: true });
    expect(text).not.toMatch(/logo\.|poweredby text/);
    expect(text).toContain('whether you may list it.');
  });
});

describe('what a stranger typed in a list', () => {
  it.each(kinds)('comes out as text, as %s, and does nothing', (kind) => {
    const written = (typed: string) => {
      const own = { Contact: typed };
      const link = { text: typed, url: 'https://a.example/' };
      const cell = { company: typed, text: typed, link, logo: typed, group: typed, fields: own };
      return body(kind, [cell, alder], { position: 0 });
    };
    const neutral = show(written('word'));
    fc.assert(
      fc.property(visibleText, (typed) => {
        const shown = show(written(typed));
        expect(shown.elements).toEqual(neutral.elements);
        expect(shown.links).toEqual(neutral.links);
        expect(actsIn(shown.prose, 12)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(kinds)('has room in the body, as %s, however much it is', (kind) => {
    const long = 'x'.repeat(100_000);
    const own = Object.fromEntries(fields.map(({ name }) => [name, long]));
    const cell = {
      ...dovetail,
      company: long,
      text: long,
      homepage: `https://${long}`,
      fields: own,
    };
    expect(body(kind, [cell, cell, cell], { position: 1 }).length).toBeLessThanOrEqual(60_000);
  });
});
