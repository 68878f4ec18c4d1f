import { expect, it } from 'vitest';
import { world } from './world.ts';

it('answers a form of which every answer is as long as GitHub takes it', async () => {
  const { settle, submit, said, open } = await world();
  const issue = submit('ann', {
    company: '!'.repeat(12_000),
    description: '<b>@bob #1 | `'.repeat(800),
    zh: '长'.repeat(3_000),
    link: `http://${'a'.repeat(9_000)}.example`,
    linkText: 'x'.repeat(9_000),
  });
  await settle();
  expect(said(issue)).toMatch(/^- <b>/m);
  expect(issue.comments.map(({ body }) => body.length <= 65_536)).toEqual([true]);
  expect(open()).toEqual([]);
});
