import { describe, expect, it } from 'vitest';
import { entryFiles } from '../../src/list/formats/entry-files/entry-files.ts';
import { type OpenPage, readPage, readPages } from '../../src/proposal/open-pages.ts';
import { proposeEntry } from '../../src/proposal/propose-entry.ts';
import { proposeRemoval } from '../../src/proposal/propose-removal.ts';
import { loadTemplates } from '../../src/templates.ts';
import { describeProblem } from '../../src/words/describe-problem.ts';
import { valueFrom } from '../list/formats/edited-lists.ts';
import { configurationOf } from '../submission/configuration.ts';
import { entryRequest } from './requests.ts';

const configuration = configurationOf(`pages: {en: 'en/users/*.md', zh: 'zh/users/*.md'}
format: entry-files
fields: {title: {role: name}, link: {role: homepage}, about: {role: text}}
logo: none
`);

const page = (name: string) => `---\ntitle: ${name}\nlink: https://a.example\nabout: Wood\n---\n`;

/** The pages of both locales, by the names of their files. */
function pagesOf(files: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const folders = Object.entries(files).map(([locale, names]) => {
    const own = Object.entries(names).map(([stem, name]) => ({
      path: `${locale}/users/${stem}.md`,
      content: { text: page(name) },
    }));
    return [locale, { files: own, others: [] }] as const;
  });
  const snapshot = { pages: Object.fromEntries(folders), logos: [] };
  return valueFrom(readPages(snapshot, configuration, entryFiles));
}

function pathsOf(pages: readonly OpenPage[], company: string): readonly string[] {
  const submission = {
    company,
    texts: { en: 'Grows.', zh: '生长。' },
    homepage: 'https://b.example',
  };
  const request = entryRequest(submission, { pages, configuration, logo: undefined, logos: [] });
  return valueFrom(proposeEntry(request)).changes.map(({ path }) => path);
}

describe('a folder that is too large', () => {
  it('is refused with its largest file, which may not be an entry', () => {
    const files = [
      { path: 'en/users/oak.md', content: { bytes: 200 } },
      { path: 'en/users/notes.md', content: { bytes: 3_000_000 } },
    ];
    const snapshot = { pages: { en: { files, others: [] } }, logos: [] };
    const read = readPage('en', snapshot, configuration, entryFiles);
    const problems = read.ok ? [] : read.problems;
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['folder-too-large', 'en/users/*.md'],
    ]);
    const messages = problems.map((each) => describeProblem(each, loadTemplates('en')).message);
    expect(messages.join()).toBe(
      'The folder has 2 files with entries, 3000200 bytes in all. The limits are 1000 files and 2097152 bytes. ' +
        'The largest file is en/users/notes.md, with 3000000 bytes.',
    );
  });
});

describe('a company in folders of two locales', () => {
  it('gets two files of one name, also where that is taken in one of them', () => {
    const pages = pagesOf({ en: { oak: 'Oak!' }, zh: { birch: 'Birch' } });
    expect(pathsOf(pages, 'Oak')).toEqual(['en/users/oak-2.md', 'zh/users/oak-2.md']);
  });

  it('gets a file in the second locale that is called as the one it has', () => {
    const pages = pagesOf({ en: { 'oak-inc': 'Oak' }, zh: { birch: 'Birch' } });
    expect(pathsOf(pages, 'Oak')).toEqual(['en/users/oak-inc.md', 'zh/users/oak-inc.md']);
  });

  it('loses the files of both, and nothing is written anew', () => {
    const pages = pagesOf({ en: { 'oak-inc': 'Oak', elm: 'Elm' }, zh: { oak: 'Oak' } });
    const request = { company: 'OAK', leaveGap: false, pages, logos: [], configuration };
    expect(valueFrom(proposeRemoval(request)).changes).toEqual([
      { path: 'en/users/oak-inc.md', content: undefined, before: page('Oak') },
      { path: 'zh/users/oak.md', content: undefined, before: page('Oak') },
    ]);
  });
});
