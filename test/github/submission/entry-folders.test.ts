import { describe, expect, it } from 'vitest';
import type { FolderItem } from '../../../src/github/nodes/folder-node.ts';
import { readSubmission } from '../../../src/github/submission/read-submission.ts';
import { BlobTexts } from '../../../src/github/tree/blob-texts.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { commitNode, submissionAnswer } from '../answers.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();

/** What lies in a folder. */
const file = (name: string, oid = name, size = 10) =>
  ({ name, type: 'blob', mode: 0o100644, oid, size }) as const;
const link = (name: string) => ({ ...file(name), mode: 0o120000 });
const folder = (name: string, entries: readonly FolderItem[]) =>
  ({ name, type: 'tree', mode: 0o40000, oid: name, size: 0, object: { entries } }) as const;

/** The answer to the first query, with a folder in the place of the page. */
function answerWith(entries: readonly FolderItem[]) {
  const page0 = { object: { __typename: 'Tree', oid: 'tree', entries } };
  const target = { ...commitNode(), page0 };
  return submissionAnswer({ defaultBranchRef: { name: 'main', target } });
}

/** The answer to the query for texts. */
function blobs(...texts: readonly string[]) {
  const found = texts.map((text, index) => [
    `blob${index}`,
    { oid: `${index}`, byteSize: Buffer.byteLength(text), isTruncated: false, text },
  ]);
  return { data: { rateLimit: null, repository: Object.fromEntries(found) } };
}

async function read(path: string, texts: BlobTexts) {
  const snapshot = await readSubmission(await github.client(), {
    repository: { owner: 'acme', name: 'site' },
    number: 12,
    branch: 'poweredby/issue-12',
    temporaryBranch: 'poweredby/next-12',
    branchPrefix: 'poweredby/',
    configuration: configurationOf(`pages: {en: '${path}'}\nformat: entry-files\n`),
    others: false,
    texts,
  });
  return snapshot?.files.pages['en'];
}

describe('a folder with a file for each entry', () => {
  it('is read with the first query, and its texts with one more, which later jobs need not send', async () => {
    const items = [
      file('alder.yml'),
      file('birch.yml'),
      link('cedar.yml'),
      file('README.md'),
      folder('logos', []),
    ];
    const texts = new BlobTexts();
    github.answer(answerWith(items), blobs('name: Alder\n', 'name: Birch\n'), answerWith(items));
    const page = await read('users/*.yml', texts);
    expect(page).toEqual({
      files: [
        { path: 'users/alder.yml', content: { text: 'name: Alder\n' } },
        { path: 'users/birch.yml', content: { text: 'name: Birch\n' } },
      ],
      others: ['users/cedar.yml', 'users/README.md', 'users/logos'],
      inside: [],
    });
    expect(await read('users/*.yml', texts)).toEqual(page);
    expect(github.documents().map(({ query }) => /query (\w+)/.exec(query)?.[1])).toEqual([
      'Submission',
      'Blobs',
      'Submission',
    ]);
    expect(github.documents()[0]?.variables['page0']).toBe('users');
  });

  it('may have a folder for each entry', async () => {
    const items = [
      folder('alder', [file('index.md'), file('logo.png'), folder('more', [])]),
      folder('empty', []),
    ];
    github.answer(answerWith(items), blobs('---\nname: Alder\n---\n'));
    expect(await read('users/*/index.md', new BlobTexts())).toEqual({
      files: [{ path: 'users/alder/index.md', content: { text: '---\nname: Alder\n---\n' } }],
      others: ['users/empty'],
      inside: ['users/alder/logo.png', 'users/alder/more/'],
    });
  });

  it.each([
    ['too many', Array.from({ length: 1001 }, (_, index) => file(`a${index}.yml`))],
    ['too large', [file('a.yml', 'a', 5_000_000), file('b.yml', 'b', 5_000_000)]],
  ])('is not read where its files are %s', async (_what, items) => {
    github.answer(answerWith(items));
    const page = await read('users/*.yml', new BlobTexts());
    const files = typeof page === 'object' && 'files' in page ? page.files : [];
    expect(files).toHaveLength(items.length);
    expect(files.map(({ content }) => content)).toEqual(
      items.map(({ size: bytes }) => ({ bytes })),
    );
  });

  it('is missing where there is a file of its name, or nothing', async () => {
    const target = { ...commitNode(), page0: null };
    github.answer(submissionAnswer({ defaultBranchRef: { name: 'main', target } }));
    expect(await read('users/*.yml', new BlobTexts())).toBeUndefined();
  });
});
