import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import type { Proposal } from '../../src/proposal/proposal.ts';
import { type EntryRequest, proposeEntry } from '../../src/proposal/propose-entry.ts';
import { slugWithDigest } from '../../src/submission/slug.ts';
import {
  layoutOf,
  pageWith,
  threeCompanies,
  valueFrom,
  valuesOf,
} from '../list/formats/front-matter-table/pages.ts';
import { configurationWith, entryRequest, inChinese, openedPages, threeLogos } from './requests.ts';

function textOf({ changes }: Proposal, path: string): string {
  const content = changes.find((change) => change.path === path)?.content;
  if (typeof content !== 'string') throw new Error(`${path} is not written`);
  return content;
}

function problemsOf(request: EntryRequest) {
  const result = proposeEntry(request);
  return result.ok ? [] : result.problems.map(({ code, values }) => ({ code, ...values }));
}

describe('a proposal for a new company', () => {
  it('adds it to every page, each at its own free slot, and writes its logo', () => {
    const short = pageWith('').replace('rows: \n\n', 'rows:\n');
    const pages = openedPages({ en: threeCompanies, zh: short });
    const proposal = valueFrom(
      proposeEntry(entryRequest({ link: 'https://d.example/' }, { pages })),
    );
    expect(proposal).toMatchObject({
      kind: 'add',
      company: 'Dovetail',
      slug: 'dovetail',
      edits: {
        en: { place: { details: { pair: 1, column: 'column2' } } },
        zh: { place: { details: { pair: 0, column: 'column1' } } },
      },
      remarks: [{ code: 'text-not-translated', values: { locale: 'zh' } }],
    });
    expect(proposal.changes.map(({ path }) => path)).toEqual([
      'en.md',
      'zh.md',
      'static/img/poweredby/dovetail-logo.png',
    ]);
    expect(valuesOf(textOf(proposal, 'en.md')).at(-1)).toEqual({
      company: 'Dovetail',
      logo: '/img/poweredby/dovetail-logo.png',
      text: 'Dovetail joins.',
      link: { text: 'Learn how Dovetail uses Millrace', url: 'https://d.example/' },
    });
    expect(valuesOf(textOf(proposal, 'zh.md'))).toMatchObject([
      { text: 'Dovetail joins.', link: { text: '了解 Dovetail 如何使用 Millrace' } },
    ]);
  });

  it('takes each locale’s own text, and the company’s link text for the source locale only', () => {
    const proposal = valueFrom(
      proposeEntry(
        entryRequest({
          texts: { en: 'Joins.', zh: '连接。' },
          link: 'https://d.example/',
          linkText: 'Our joints',
        }),
      ),
    );
    expect(proposal.remarks).toEqual([]);
    expect(valuesOf(textOf(proposal, 'en.md')).at(-1)?.link?.text).toBe('Our joints');
    expect(valuesOf(textOf(proposal, 'zh.md')).at(-1)).toMatchObject({
      text: '连接。',
      link: { text: '了解 Dovetail 如何使用 Millrace' },
    });
  });

  it('takes a translation that is the source’s text for none, but not in the same language', () => {
    const copied = entryRequest({ texts: { en: 'Joins.', zh: ' joins. ' } });
    expect(valueFrom(proposeEntry(copied)).remarks.map(({ code }) => code)).toEqual([
      'text-not-translated',
    ]);
    const configuration = valueFrom(
      readConfiguration('pages: {en: en.md, en-GB: zh.md}\nproject: Millrace'),
    );
    const pages = openedPages({ en: threeCompanies, 'en-GB': inChinese }, configuration);
    const texts = { en: 'Joins.', 'en-GB': 'Joins.' };
    const submission = { company: 'Dovetail', texts };
    const alike = { ...entryRequest({}), submission, configuration, pages };
    expect(valueFrom(proposeEntry(alike)).remarks).toEqual([]);
  });

  it('says that a link’s text is not shown where there is no link', () => {
    const proposal = valueFrom(proposeEntry(entryRequest({ linkText: 'Our joints' })));
    expect(proposal.remarks).toContainEqual({
      code: 'link-text-unused',
      values: { text: 'Our joints' },
    });
  });

  it('takes a further locale’s own link text, which stays when the entry is updated', () => {
    const linkTexts = { zh: '我们的榫头' };
    const first = entryRequest({ link: 'https://d.example/', linkText: 'Our joints', linkTexts });
    const added = valueFrom(proposeEntry(first));
    const textIn = (proposal: typeof added, path: string) =>
      valuesOf(textOf(proposal, path)).at(-1)?.link?.text;
    expect([textIn(added, 'en.md'), textIn(added, 'zh.md')]).toEqual(['Our joints', '我们的榫头']);
    const pages = openedPages({ en: textOf(added, 'en.md'), zh: textOf(added, 'zh.md') });
    const update = entryRequest({ texts: { en: 'Joins all.' }, linkText: 'Joints' }, { pages });
    const updated = valueFrom(proposeEntry(update));
    expect([textIn(updated, 'en.md'), textIn(updated, 'zh.md')]).toEqual(['Joints', '我们的榫头']);
  });

  it('takes the configured link text and order', () => {
    const configuration = configurationWith(
      'order: alphabetical\nlink-text:\n  zh: 看看 {company}\n',
    );
    const proposal = valueFrom(
      proposeEntry(
        entryRequest({ company: 'Bamboo', link: 'https://b.example/' }, { configuration }),
      ),
    );
    expect(layoutOf(textOf(proposal, 'zh.md'))).toEqual(['Anvil Bamboo', 'Birch Cedar']);
    expect(valuesOf(textOf(proposal, 'zh.md'))[1]?.link?.text).toBe('看看 Bamboo');
  });

  it('needs a logo', () => {
    expect(problemsOf(entryRequest({}, { logo: undefined }))).toEqual([
      { code: 'attachment-missing' },
    ]);
  });
});

describe('the logo of another company is never written over', () => {
  it('a name whose slug another company has is refused, and the other named', () => {
    expect(problemsOf(entryRequest({ company: 'Anvil!' }))).toEqual([
      {
        code: 'company-slug-taken',
        company: 'Anvil!',
        other: 'Anvil',
        path: 'static/img/poweredby/anvil-logo.png',
      },
    ]);
  });

  it('a file that another company uses is refused, whatever its name', () => {
    const pages = openedPages({
      en: threeCompanies.replace("alt='Anvil'", "alt='Forge & Co'"),
      zh: inChinese.replace("alt='Anvil'", "alt='Forge & Co'"),
    });
    expect(problemsOf(entryRequest({ company: 'Anvil' }, { pages }))).toMatchObject([
      { code: 'company-slug-taken', other: 'Forge & Co' },
    ]);
  });

  it('names in another script that sound alike get a digest', () => {
    const pages = openedPages({
      en: threeCompanies.replace("alt='Anvil'", "alt='东京'"),
      zh: inChinese.replace("alt='Anvil'", "alt='东京'"),
    });
    const proposal = valueFrom(proposeEntry(entryRequest({ company: '東京' }, { pages })));
    expect(proposal.slug).toMatch(/^dongjing-[0-9a-f]{6}$/);
  });

  it('a file that no entry uses stays, and the new one gets another name', () => {
    const path = 'static/img/poweredby/dovetail-logo.png';
    const proposal = valueFrom(proposeEntry(entryRequest({}, { logos: [...threeLogos, path] })));
    expect(proposal.slug).toMatch(/^dovetail-[0-9a-f]{6}$/);
    expect(proposal.changes.map((change) => change.path)).not.toContain(path);
    expect(proposal.remarks[0]).toMatchObject({ code: 'logo-file-renamed', values: { path } });
  });
});

describe('names of logo files that macOS and Windows take for one', () => {
  const folder = 'static/img/poweredby';
  const shout = (text: string) => text.replace('anvil-logo.png', 'ANVIL-logo.png');
  const pages = openedPages({ en: shout(threeCompanies), zh: shout(inChinese) });
  const logos = [`${folder}/ANVIL-logo.png`, ...threeLogos.slice(1)];

  it('are refused where another company uses one of them', () => {
    const renamed = (text: string) => shout(text).replace("alt='Anvil'", "alt='Forge & Co'");
    const request = entryRequest(
      { company: 'Anvil' },
      { pages: openedPages({ en: renamed(threeCompanies), zh: renamed(inChinese) }), logos },
    );
    expect(problemsOf(request)).toEqual([
      {
        code: 'company-slug-taken',
        company: 'Anvil',
        other: 'Forge & Co',
        path: `${folder}/ANVIL-logo.png`,
      },
    ]);
  });

  it('leave a company the one that it has', () => {
    const proposal = valueFrom(
      proposeEntry(entryRequest({ company: 'Anvil', texts: {} }, { pages, logos })),
    );
    expect(proposal.changes).toEqual([
      { path: `${folder}/ANVIL-logo.png`, content: Uint8Array.of(1, 2, 3) },
    ]);
    expect(proposal.remarks).toEqual([]);
  });

  it.each([
    ['in other case', 'DoveTail-logo.PNG'],
    ['with a blank at its end', 'dovetail-logo.png '],
    ['with a dot at its end', 'dovetail-logo.png.'],
  ])('give a company another one where a file %s is there, and say so', (_what, name) => {
    const path = `${folder}/${name}`;
    const proposal = valueFrom(proposeEntry(entryRequest({}, { logos: [...threeLogos, path] })));
    const renamed = `${folder}/${slugWithDigest('Dovetail')}-logo.png`;
    expect(proposal.changes.at(-1)?.path).toBe(renamed);
    expect(proposal.remarks[0]).toEqual({
      code: 'logo-file-case',
      values: { path, taken: `${folder}/dovetail-logo.png`, renamed },
    });
  });

  it('of a name in another script are not another company’s either', () => {
    const taken = `${slugWithDigest('東京')}-logo.png`.toUpperCase();
    const tokyo = (text: string) =>
      text.replace("alt='Anvil'", "alt='东京'").replace('birch-logo.png', taken);
    const request = entryRequest(
      { company: '東京' },
      { pages: openedPages({ en: tokyo(threeCompanies), zh: tokyo(inChinese) }) },
    );
    expect(problemsOf(request)).toMatchObject([{ code: 'company-slug-taken', other: 'Birch' }]);
  });
});

describe('an entry that would do more on a page than show what it says', () => {
  const excerpt = expect.stringMatching(/^(?:__hdeferred|\{\{<br>)/);
  const refused = [
    { code: 'page-cell-active', excerpt },
    { code: 'page-cell-active', excerpt },
  ];

  it('is not added', () => {
    const request = entryRequest({ company: 'A __hdeferred/b__d= C' });
    expect(problemsOf(request)).toEqual(refused);
  });

  it('is not updated: a text that is harmless alone may act with a new link behind it', () => {
    const text = threeCompanies
      .replaceAll(/\s*<br \/>\s*<br \/>\s*/g, '<br><br>')
      .replace('Anvil forges reports from 3 streams.', () => 'We love {{');
    const pages = openedPages({ en: text, zh: text });
    const link = 'https://anvil.example/';
    const submission = { company: 'Anvil', texts: {}, link };
    expect(problemsOf(entryRequest(submission, { pages }))).toEqual(refused);
  });
});

describe('a logo that is kept as SVG', () => {
  const logo = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const svgOf = (slug: string) => `static/img/poweredby/${slug}-logo.svg`;

  it('has its own ending, on the pages too, and takes the place of the PNG', () => {
    const proposal = valueFrom(
      proposeEntry(entryRequest({ company: 'Anvil', texts: {} }, { logo })),
    );
    expect(textOf(proposal, 'en.md')).toContain("src='/img/poweredby/anvil-logo.svg'");
    expect(proposal.changes.slice(-2)).toEqual([
      { path: svgOf('anvil'), content: logo },
      { path: threeLogos[0], content: undefined },
    ]);
  });

  it('gives way to a PNG', () => {
    const kept = (text: string) => text.replace('anvil-logo.png', 'anvil-logo.svg');
    const pages = openedPages({ en: kept(threeCompanies), zh: kept(inChinese) });
    const logos = [svgOf('anvil'), ...threeLogos.slice(1)];
    const proposal = valueFrom(
      proposeEntry(entryRequest({ company: 'Anvil', texts: {} }, { pages, logos })),
    );
    expect(proposal.changes.slice(-2)).toEqual([
      { path: threeLogos[0], content: Uint8Array.of(1, 2, 3) },
      { path: svgOf('anvil'), content: undefined },
    ]);
  });

  it('is refused where another company has the PNG of that name', () => {
    const renamed = (text: string) => text.replace("alt='Anvil'", "alt='Forge & Co'");
    const pages = openedPages({ en: renamed(threeCompanies), zh: renamed(inChinese) });
    expect(problemsOf(entryRequest({ company: 'Anvil' }, { pages, logo }))).toMatchObject([
      { code: 'company-slug-taken', other: 'Forge & Co', path: threeLogos[0] },
    ]);
  });
});

describe('a name that looks like one on the pages', () => {
  it('gets a remark that names the other', () => {
    const proposal = valueFrom(proposeEntry(entryRequest({ company: 'Віrсh' })));
    expect(proposal.kind).toBe('add');
    expect(proposal.remarks).toContainEqual({
      code: 'company-looks-like',
      values: { company: 'Віrсh', other: 'Birch' },
    });
  });

  it.each([
    [{ company: 'Anvil, Inc.' }, 'company-near-name'],
    [{ company: 'The Anvil™' }, 'company-near-name'],
    [
      { company: 'Hammer', texts: { en: 'Anvil forges reports from 3 streams.' } },
      'company-same-text',
    ],
  ])('that is another by all but %j gets a remark that names the other', (submission, code) => {
    const { remarks } = valueFrom(proposeEntry(entryRequest(submission)));
    expect(remarks.find((each) => each.code === code)?.values['other']).toBe('Anvil');
  });

  it('that has the link or the site of another gets such a remark, unless everybody publishes there', () => {
    const remarksWith = (theirs: string, link: string) => {
      const page = threeCompanies.replace(
        'forges reports from 3 streams.',
        `forges reports from 3 streams.<br /><br />[See](${theirs})`,
      );
      expect(page).not.toBe(threeCompanies);
      const pages = openedPages({ en: page, zh: inChinese });
      const { remarks } = valueFrom(
        proposeEntry(entryRequest({ company: 'Hammer', link }, { pages })),
      );
      return remarks.filter(({ code }) => code === 'company-same-link').length;
    };
    expect(remarksWith('https://www.anvil.example/talk', 'https://anvil.example/talk/')).toBe(1);
    expect(remarksWith('https://anvil.example/talk', 'https://anvil.example/blog')).toBe(1);
    expect(remarksWith('https://anvil.example/talk', 'https://hammer.example/talk')).toBe(0);
    expect(remarksWith('https://medium.com/a', 'https://medium.com/b')).toBe(0);
    expect(remarksWith('https://medium.com/a', 'https://medium.com/a')).toBe(1);
  });

  it('gets none where it is that company, or looks like no other', () => {
    for (const company of ['anvil', 'Dovetail', 'Анвил']) {
      const { remarks } = valueFrom(proposeEntry(entryRequest({ company })));
      expect(remarks.map(({ code }) => code)).not.toContain('company-looks-like');
    }
  });
});

describe('a proposal for a company that is listed', () => {
  it('changes what is given and keeps the rest, in its slot', () => {
    const request = entryRequest(
      { company: 'birch', texts: { en: 'Birch counts leaves.' } },
      { logo: undefined },
    );
    const proposal = valueFrom(proposeEntry(request));
    expect(proposal).toMatchObject({
      kind: 'update',
      edits: {
        en: { place: { details: { pair: 0, column: 'column2' } } },
        zh: { place: { details: { pair: 0, column: 'column2' } } },
      },
      remarks: [{ code: 'text-not-updated', values: { locale: 'zh' } }],
    });
    expect(textOf(proposal, 'en.md')).toBe(
      threeCompanies
        .replace('Birch, a nursery, counts its trees.', 'Birch counts leaves.')
        .replace("alt='Birch'", "alt='birch'"),
    );
  });

  it('translates one locale alone', () => {
    const request = entryRequest(
      { company: 'Cedar', texts: { zh: 'Cedar 出售木箱。' } },
      { logo: undefined },
    );
    const proposal = valueFrom(proposeEntry(request));
    expect(proposal.changes.map(({ path }) => path)).toEqual(['zh.md']);
    expect(proposal.remarks).toEqual([]);
  });

  it('updates a text that was never translated in every locale', () => {
    const request = entryRequest(
      { company: 'Cedar', texts: { en: 'Cedar sells.' } },
      { logo: undefined },
    );
    const proposal = valueFrom(proposeEntry(request));
    expect(textOf(proposal, 'zh.md')).toContain('"Cedar sells.');
    expect(proposal.remarks).toMatchObject([{ code: 'text-not-translated' }]);
  });

  it('writes a new logo over the old one and leaves the pages alone', () => {
    const proposal = valueFrom(proposeEntry(entryRequest({ company: 'Anvil', texts: {} })));
    expect(proposal.changes).toEqual([
      { path: 'static/img/poweredby/anvil-logo.png', content: Uint8Array.of(1, 2, 3) },
    ]);
  });

  it('keeps an old logo of another name, for other pages may show it, and says so', () => {
    const old = (text: string) => text.replace('anvil-logo.png', 'forge%20old.jpg?v=2');
    const pages = openedPages({ en: old(threeCompanies), zh: old(inChinese) });
    const logos = ['static/img/poweredby/forge old.jpg', ...threeLogos.slice(1)];
    const proposal = valueFrom(
      proposeEntry(entryRequest({ company: 'Anvil', texts: {} }, { pages, logos })),
    );
    expect(proposal.changes.slice(2)).toEqual([
      { path: 'static/img/poweredby/anvil-logo.png', content: Uint8Array.of(1, 2, 3) },
    ]);
    expect(proposal.remarks).toEqual([
      { code: 'logo-file-kept', values: { path: 'static/img/poweredby/forge old.jpg' } },
    ]);
  });

  it('deletes an old logo that was named for the company, and says so', () => {
    const path = `static/img/poweredby/${slugWithDigest('Anvil')}-logo.png`;
    const named = (text: string) => text.replace('anvil-logo.png', path.split('/').at(-1) ?? '');
    const request = entryRequest(
      { company: 'Anvil', texts: {} },
      { pages: openedPages({ en: named(threeCompanies), zh: named(inChinese) }), logos: [path] },
    );
    const proposal = valueFrom(proposeEntry(request));
    expect(proposal.changes.at(-1)).toEqual({ path, content: undefined });
    expect(proposal.remarks).toEqual([{ code: 'logo-file-deleted', values: { path } }]);
  });

  it('keeps an old logo that the page still mentions', () => {
    const old = (text: string) =>
      `${text.replace('anvil-logo.png', 'old.jpg')}\n![](/img/poweredby/old.jpg)\n`;
    const pages = openedPages({ en: old(threeCompanies), zh: old(inChinese) });
    const logos = ['static/img/poweredby/old.jpg'];
    const proposal = valueFrom(
      proposeEntry(entryRequest({ company: 'Anvil', texts: {} }, { pages, logos })),
    );
    expect(proposal.changes.filter(({ content }) => content === undefined)).toEqual([]);
  });

  it('is added to a page that lacks it, with the text and link of the other', () => {
    const pages = openedPages({
      en: threeCompanies,
      zh: pageWith('').replace('rows: \n\n', 'rows:\n'),
    });
    const request = entryRequest({ company: 'Birch', texts: {} }, { pages, logo: undefined });
    const proposal = valueFrom(proposeEntry(request));
    expect(valuesOf(textOf(proposal, 'zh.md'))).toEqual([
      {
        company: 'Birch',
        logo: '/img/poweredby/birch-logo.png',
        text: 'Birch, a nursery, counts its trees.',
        link: { text: '了解 Birch 如何使用 Millrace', url: 'https://birch.example/trees' },
      },
    ]);
    expect(proposal.remarks.map(({ code }) => code)).toEqual([
      'entry-added-to-locale',
      'text-not-translated',
    ]);
  });

  it('keeps a translation where the source page lacks the company', () => {
    const empty = pageWith('').replace('rows: \n\n', 'rows:\n');
    const pages = openedPages({ en: empty, zh: inChinese });
    const submission = { company: 'Birch', texts: { en: 'Birch counts.' } };
    const proposal = valueFrom(proposeEntry(entryRequest(submission, { pages })));
    expect(proposal.changes.map(({ path }) => path)).toEqual([
      'en.md',
      'static/img/poweredby/birch-logo.png',
    ]);
  });

  it('does not put another locale’s words on the source page', () => {
    const pages = openedPages({ en: pageWith('').replace('rows: \n\n', 'rows:\n'), zh: inChinese });
    const request = entryRequest({ company: 'Birch', texts: {} }, { pages, logo: undefined });
    expect(problemsOf(request)).toMatchObject([{ code: 'description-missing', locale: 'en' }]);
  });

  it('does not share the logo of another company', () => {
    const pages = openedPages({
      en: threeCompanies.replace("alt='Birch'", "alt='Other'"),
      zh: inChinese,
    });
    const submission = { company: 'Birch', texts: { en: 'Birch counts.' } };
    expect(problemsOf(entryRequest(submission, { pages, logo: undefined }))).toMatchObject([
      { code: 'company-slug-taken', other: 'Other' },
    ]);
  });

  it('keeps a logo that another company shows too, on every page', () => {
    const shared = (text: string) => text.replace('birch-logo.png', 'anvil-logo.png');
    const pages = openedPages({ en: shared(threeCompanies), zh: shared(inChinese) });
    const submission = { company: 'Birch', texts: { en: 'Birch counts leaves.' } };
    const proposal = valueFrom(proposeEntry(entryRequest(submission, { pages, logo: undefined })));
    expect(proposal.changes.map(({ path }) => path)).toEqual(['en.md']);
    expect(textOf(proposal, 'en.md')).toContain('Birch counts leaves.');
  });

  it('keeps the text of a link that leads elsewhere now, and says so', () => {
    const submission = { company: 'Birch', texts: {}, link: 'https://birch.example/new' };
    const proposal = valueFrom(proposeEntry(entryRequest(submission, { logo: undefined })));
    expect(textOf(proposal, 'en.md')).toContain('[Read how](https://birch.example/new)');
    expect(proposal.remarks.map(({ code }) => code)).toEqual(['link-text-kept', 'link-text-kept']);
  });

  it('spells the company alike in a link’s text that was made of its name', () => {
    const link = 'https://d.example/';
    const first = entryRequest({ link });
    const added = valueFrom(proposeEntry(first));
    const pages = openedPages({ en: textOf(added, 'en.md'), zh: textOf(added, 'zh.md') });
    const update = entryRequest({ company: 'DOVETAIL', texts: {} }, { pages, logo: undefined });
    const page = textOf(valueFrom(proposeEntry(update)), 'en.md');
    expect(page).toContain(`[Learn how DOVETAIL uses Millrace](${link})`);
    expect(page).not.toContain('Dovetail uses');
  });

  it('proposes nothing where everything is as asked', () => {
    const request = entryRequest({ company: 'Anvil', texts: {} }, { logo: undefined });
    expect(valueFrom(proposeEntry(request))).toMatchObject({
      changes: [],
      remarks: [{ code: 'nothing-changed' }],
    });
  });
});
