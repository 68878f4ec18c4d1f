import { describe, expect, it } from 'vitest';
import { entryFiles } from '../../../src/list/formats/entry-files/entry-files.ts';
import { readPages } from '../../../src/proposal/open-pages.ts';
import { proposeEntry } from '../../../src/proposal/propose-entry.ts';
import { proposeRemoval } from '../../../src/proposal/propose-removal.ts';
import { proposeRenaming } from '../../../src/proposal/propose-renaming.ts';
import { logosBeside } from '../../../src/proposal/snapshot.ts';
import { valueFrom } from '../../list/formats/edited-lists.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { entryRequest } from '../requests.ts';

const configuration =
  configurationOf(`pages: {en: 'content/users/*/index.md', zh: 'content/users/*/index.zh.md'}
format: entry-files
fields: {title: {role: name}, link: {role: homepage}, logo: {role: logo}}
logo: {directory: 'content/users/*', url: '', file: logo.png, keep-svg: true}
`);

const page = (name: string, logo = 'logo.svg') =>
  `---\ntitle: ${name}\nlink: https://${name.toLowerCase()}.example\nlogo: ${logo}\n---\n`;

const bundles = {
  alder: {
    'index.md': page('Alder'),
    'index.zh.md': page('Alder'),
    'logo.svg': '',
    'trees.png': '',
  },
  birch: { 'index.md': page('Birch'), 'index.zh.md': page('Birch'), 'logo.svg': '' },
};

/** What is in the folders of entries, by their names; the texts of files that are no pages do not matter. */
type Bundles = Readonly<Record<string, Readonly<Record<string, string>>>>;

function opened(folders: Bundles = bundles) {
  const pagesOf = (name: string) => {
    const all = Object.entries(folders).flatMap(([folder, files]) =>
      Object.entries(files).map(([file, text]) => ({
        path: `content/users/${folder}/${file}`,
        file,
        text,
      })),
    );
    const own = all.filter(({ file }) => file === name);
    return {
      files: own.map(({ path, text }) => ({ path, content: { text } })),
      others: [],
      inside: all.filter(({ file }) => file !== name).map(({ path }) => path),
    };
  };
  const snapshot = { pages: { en: pagesOf('index.md'), zh: pagesOf('index.zh.md') } };
  const logos = logosBeside(Object.values(snapshot.pages));
  const pages = valueFrom(readPages({ ...snapshot, logos }, configuration, entryFiles));
  return { pages, logos, configuration };
}

const svg = new TextEncoder().encode('<svg/>');
const png = Uint8Array.of(0x89, 0x50);

/** The paths that a proposal changes, with what becomes of them. */
function changesOf(proposal: ReturnType<typeof proposeEntry>) {
  const { changes } = valueFrom(proposal);
  return Object.fromEntries(
    changes.map(({ path, content }) => [
      path.replace('content/users/', ''),
      typeof content === 'string' ? content : content && 'logo',
    ]),
  );
}

function proposed(company: string, logo: Uint8Array | undefined, folders?: Bundles) {
  const submission = { company, texts: {}, homepage: `https://${company.toLowerCase()}.example` };
  return proposeEntry(entryRequest(submission, { ...opened(folders), logo }));
}

function removed(company: string, folders?: Bundles) {
  return proposeRemoval({ company, leaveGap: false, ...opened(folders) });
}

describe('a company whose logo is in the folder of its entry', () => {
  it('gets a folder with its entry in all locales, and its logo as those of others are called', () => {
    expect(changesOf(proposed('Cedar', svg))).toEqual({
      'cedar/index.md': page('Cedar'),
      'cedar/index.zh.md': page('Cedar'),
      'cedar/logo.svg': 'logo',
    });
    expect(changesOf(proposed('Cedar', png))).toMatchObject({
      'cedar/index.md': page('Cedar', 'logo.png'),
      'cedar/logo.png': 'logo',
    });
  });

  it('has its logo replaced where it is, under the name that it has', () => {
    expect(changesOf(proposed('Birch', svg))).toEqual({ 'birch/logo.svg': 'logo' });
    const other = {
      ...bundles,
      birch: { 'index.md': page('Birch', './mark.svg'), 'mark.svg': '' },
    };
    expect(changesOf(proposed('Birch', png, other))).toMatchObject({
      'birch/index.md': page('Birch', 'mark.png'),
      'birch/mark.png': 'logo',
      'birch/mark.svg': undefined,
    });
  });

  it.each([
    ['photo.jpg', 'photo.png', 'photo-2.png', 'logo-file-renamed'],
    ['Mark.svg', 'mark.png', 'Mark-2.png', 'logo-file-case'],
    ['/img/birch.png', 'logo.png', 'logo-2.png', 'logo-file-renamed'],
  ])(
    'writes over no file in its folder that is none of its own: %s',
    (logo, there, renamed, code) => {
      const other = { ...bundles, birch: { 'index.md': page('Birch', logo), [there]: '' } };
      const proposal = proposed('Birch', png, other);
      expect(changesOf(proposal)).toMatchObject({
        'birch/index.md': page('Birch', renamed),
        [`birch/${renamed}`]: 'logo',
      });
      expect(Object.keys(changesOf(proposal))).not.toContain(`birch/${there}`);
      expect(valueFrom(proposal).remarks.map((each) => each.code)).toContain(code);
    },
  );

  it('is given a name of its own where a template completes the one that it has', () => {
    const other = { ...bundles, birch: { 'index.md': page('Birch', 'logo'), 'logo.svg': '' } };
    expect(changesOf(proposed('Birch', png, other))).toMatchObject({
      'birch/index.md': page('Birch', 'logo.png'),
      'birch/logo.png': 'logo',
    });
    expect(changesOf(proposed('Birch', svg, other))).toMatchObject({ 'birch/logo.svg': 'logo' });
  });

  it('has an address that leads to its file, whatever that is called', () => {
    const other = {
      ...bundles,
      birch: { 'index.md': page('Birch', 'a%23b.svg'), 'a#b.svg': '' },
    };
    expect(changesOf(proposed('Birch', png, other))).toMatchObject({
      'birch/index.md': page('Birch', 'a%23b.png'),
      'birch/a#b.png': 'logo',
      'birch/a#b.svg': undefined,
    });
  });

  it('keeps its logo, as it is named, where no new one is given', () => {
    const other = {
      ...bundles,
      birch: { 'index.md': page('Birch', './mark.svg'), 'mark.svg': '' },
    };
    const submission = { company: 'Birch', texts: {}, homepage: 'https://birch.test' };
    const request = entryRequest(submission, { ...opened(other), logo: undefined });
    expect(changesOf(proposeEntry(request))['birch/index.md']).toContain('logo: ./mark.svg\n');
  });

  it('is removed with its folder and all files in it, and nothing else', () => {
    expect(changesOf(removed('Alder'))).toEqual({
      'alder/index.md': undefined,
      'alder/index.zh.md': undefined,
      'alder/logo.svg': undefined,
      'alder/trees.png': undefined,
    });
  });

  it('leaves a logo that another entry shows, and says so', () => {
    const shared = { ...bundles, birch: { 'index.md': page('Birch', '../alder/logo.svg') } };
    const proposal = valueFrom(removed('Alder', shared));
    expect(proposal.changes.map(({ path }) => path)).not.toContain('content/users/alder/logo.svg');
    expect(proposal.changes.map(({ path }) => path)).toContain('content/users/alder/trees.png');
    expect(proposal.remarks).toContainEqual({
      code: 'file-kept',
      values: { path: 'content/users/alder/logo.svg' },
    });
    const replaced = proposed('Alder', svg, shared);
    expect(replaced.ok ? [] : replaced.problems.map(({ code }) => code)).toEqual([
      'company-slug-taken',
    ]);
  });

  it('leaves a picture that the text of another entry shows', () => {
    const shown = `${page('Birch')}\n![Trees](/users/alder/trees.png)\n`;
    const shared = { ...bundles, birch: { 'index.md': shown, 'logo.svg': '' } };
    expect(changesOf(removed('Alder', shared))).not.toHaveProperty(['alder/trees.png']);
  });

  it('leaves the entry of another company that is in the same folder in another locale', () => {
    const other = { alder: { ...bundles.alder, 'index.zh.md': page('Oak') } };
    const changes = changesOf(removed('Alder', other));
    expect(changes).not.toHaveProperty(['alder/index.zh.md']);
    expect(changes).not.toHaveProperty(['alder/logo.svg']);
  });

  it('is not removed if its folder has folders, whose files are not known', () => {
    const nested = { ...bundles, alder: { ...bundles.alder, 'pictures/': '' } };
    const proposal = removed('Alder', nested);
    expect(proposal.ok ? [] : proposal.problems).toMatchObject([
      { code: 'entry-folder-nested', values: { folder: 'content/users/alder/' } },
    ]);
  });

  it('keeps its folder and its logo when it is renamed', () => {
    const { pages } = opened();
    const renaming = { company: 'Birch', newName: 'Silver Birch', pages, configuration };
    const { changes } = valueFrom(proposeRenaming({ ...renaming, defaultLinkTexts: {} }));
    expect(changes.map(({ path }) => path)).toEqual([
      'content/users/birch/index.md',
      'content/users/birch/index.zh.md',
    ]);
  });

  it('never gets the folder of anything else', () => {
    const { pages, ...others } = opened();
    const beside = pages.map(({ locale, list }) => ({
      locale,
      list: {
        ...list,
        folder: { files: list.folder?.files ?? [], others: ['content/users/Cedar'] },
      },
    }));
    const submission = { company: 'Cedar', texts: {}, homepage: 'https://cedar.example' };
    const request = entryRequest(submission, { ...others, pages: beside, logo: svg });
    expect(Object.keys(changesOf(proposeEntry(request)))).toEqual([
      'cedar-2/index.md',
      'cedar-2/index.zh.md',
      'cedar-2/logo.svg',
    ]);
  });
});
