import { expect, it } from 'vitest';
import { configurationFile, exampleFiles, world } from './world.ts';

const misnamed = '.github/poweredby.yaml';
const written = String(exampleFiles()[configurationFile]);

it('a configuration whose name ends in .yaml is noticed, and renaming it is all that is needed', async () => {
  const made = await world({ files: { [configurationFile]: null, [misnamed]: written } });
  // A sweep asks about all repositories before anything else is heard of this one.
  await made.app().sweep();
  await made.settle();
  const issue = made.submit('ann');
  await made.settle();
  expect(made.said(issue)).toContain('.github/poweredby.yaml');
  expect(made.said(issue)).toContain('.github/poweredby.yml');
  expect(made.open()).toEqual([]);
  const files = { [misnamed]: null, [configurationFile]: written };
  await made.github.as('mary').push(made.repository, { files });
  await made.settle();
  expect(made.open()).toHaveLength(1);
  expect(made.said(issue)).not.toContain('yaml');
});
