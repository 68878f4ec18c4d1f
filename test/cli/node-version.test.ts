import { expect, inject, it } from 'vitest';
import { runNode } from '../server/running-process.ts';
import { folderWith } from '../support/folders.ts';

it('an older Node.js is named, and every command ends with 2', async () => {
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
  const words = ['--import', `data:text/javascript,${older}`, inject('program'), 'start'];
  const run = runNode(words, folderWith({}));
  expect(await run.ended).toBe(2);
  expect(run.printed()).toBe('Powered By needs Node.js 22.19 or newer; this is 20.20.2.\n');
});
