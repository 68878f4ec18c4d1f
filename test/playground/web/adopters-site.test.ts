import { expect, it } from 'vitest';
import { playground, wordsOf } from '../visitor.ts';

it('a pull request to a table is told and marked by what it does to the entry', async () => {
  const { visitor, emulator, repositories } = await playground();
  const repository = repositories.find(({ name }) => name === 'penstock');
  if (!repository) throw new Error('There is no second project');
  const home = '//penstock/penstock';
  const text = (await emulator.readFile(repository, 'ADOPTERS.md')) ?? '';
  const bot = emulator.as('powered-by[bot]');
  const merged = async (branch: string, changed: string) => {
    await bot.push(repository, { branch, files: { 'ADOPTERS.md': changed } });
    const asked = { head: branch, base: 'main', title: 'Change', body: '' };
    const pull = await bot.openPull(repository, asked);
    await emulator.as('max-miller').merge(pull);
    const words = wordsOf(await visitor().get(`${home}/pull/${pull.number}`));
    const site = await visitor().get(`${home}/site?show=${pull.number}`);
    return { words, frame: /<iframe src="([^"]+)"/.exec(site.text)?.[1] ?? '' };
  };
  const tested = text.replace(/(Tidewheel.*\| )Production/, '$1Testing');
  const updated = await merged('poweredby/issue-7', tested);
  expect(updated.words).toContain('The entry of Tidewheel is updated.');
  const page = await visitor().get(`/${updated.frame.replaceAll('&amp;', '&').split('#')[0]}`);
  expect(page.text).toMatch(/<tr id="poweredby-entry">\s*<td><a[^>]*>Tidewheel<.*?<td>Testing</s);
  const removed = await merged('poweredby/issue-8', tested.replace(/.*Tidewheel.*\n/, ''));
  expect(removed.words).toContain('Tidewheel is no longer listed.');
  expect(removed.frame).not.toContain('poweredby-entry');
});
