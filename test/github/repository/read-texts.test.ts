import { expect, it } from 'vitest';
import { readTexts } from '../../../src/github/repository/read-texts.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();
const asked = () =>
  github.documents().map(({ variables }) => (variables['ids'] as string[]).length);

/** Has GitHub answer with texts that are as long as it takes them. */
function answer(nodes: readonly (object | null)[]): void {
  github.answer({ data: { rateLimit: null, nodes } });
}

it('texts are read in pages, whatever their length', async () => {
  const ids = Array.from({ length: 120 }, (_, index) => `C_${index}`);
  const body = 'x'.repeat(65_536);
  const nodes = ids.map((id) => ({ id, body }));
  for (const start of [0, 50, 100]) answer(nodes.slice(start, start + 50));
  const texts = await readTexts(await github.client(), ids);
  expect(texts.size).toBe(120);
  expect(texts.get('C_119')).toBe(body);
  expect(asked()).toEqual([50, 50, 20]);
});

it('a text that is gone is empty', async () => {
  github.answer({
    data: { rateLimit: null, nodes: [null, { id: 'C_2', body: 'Hello' }] },
    errors: [{ type: 'NOT_FOUND', path: ['nodes', 0], message: 'Gone' }],
  });
  const texts = await readTexts(await github.client(), ['C_1', 'C_2']);
  expect([...texts]).toEqual([
    ['C_1', ''],
    ['C_2', 'Hello'],
  ]);
});

it('texts that GitHub does not give are missing, and hide no others', async () => {
  const ids = Array.from({ length: 51 }, (_, index) => `C_${index}`);
  github.answer({ data: null, errors: [{ message: 'Something went wrong' }] });
  answer([{ id: 'C_50', body: 'Hello' }]);
  const texts = await readTexts(await github.client(), ids);
  expect([...texts]).toEqual([['C_50', 'Hello']]);
});
