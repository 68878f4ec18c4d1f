import { expect, it } from 'vitest';
import { configurationPath } from '../../../src/config/configuration.ts';
import { playground, wordsOf } from '../visitor.ts';

it('a project with a file for each company is shown with its entries, today and as of a pull request', async () => {
  const { visitor, emulator, repositories } = await playground();
  const repository = repositories.find(({ name }) => name === 'penstock');
  if (!repository) throw new Error('There is no second project');
  const home = '//penstock/penstock';
  const file = (name: string) => `name: ${name}\nwebsite: https://${name.toLowerCase()}.example\n`;
  const person = emulator.as('max-miller');
  await person.push(repository, {
    files: {
      [configurationPath]: "pages: {en: 'users/*.yml'}\nformat: entry-files\nlogo: none\n",
      'users/alder.yml': file('Alder'),
      'users/birch.yml': file('Birch'),
    },
  });
  const branch = 'poweredby/issue-9';
  const bot = emulator.as('powered-by[bot]');
  await bot.push(repository, { branch, files: { 'users/cedar.yml': file('Cedar') } });
  const pull = await bot.openPull(repository, { head: branch, base: 'main', title: 'C', body: '' });
  const frameOf = async (path: string) => {
    const site = await visitor().get(`${home}/site${path}`);
    const [, address = ''] = /<iframe src="([^"]+)"/.exec(site.text) ?? [];
    return visitor().get(`/${address.replaceAll('&amp;', '&').split('#')[0]}`);
  };
  const today = wordsOf(await frameOf(''));
  expect(today).toContain('users/*.yml');
  expect(today).toContain('Birch');
  expect(today).not.toContain('Cedar');
  const next = await frameOf(`?as-of=${pull.number}&show=${pull.number}`);
  expect(next.text).toMatch(/<li id="poweredby-entry">.*<strong>Cedar<\/strong>/);
  await person.merge(pull);
  const words = wordsOf(await visitor().get(`${home}/pull/${pull.number}`));
  expect(words).toContain('Cedar is listed.');
});
