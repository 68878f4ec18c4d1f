import { expect, it } from 'vitest';
import { loadFormat } from '../../src/list/list.ts';
import { readPage } from '../../src/proposal/open-pages.ts';
import { loadTemplates } from '../../src/templates.ts';
import { describeProblem } from '../../src/words/describe-problem.ts';
import { configurationOf } from '../submission/configuration.ts';

it.each([
  ['{en: ADOPTERS.md}', 'The file with the list does not exist.'],
  ['{en: ADOPTERS.md, zh: b.md}', 'The file with the list for the locale en does not exist.'],
])('of %s, a list that is not there is said to be so', async (pages, message) => {
  const configuration = configurationOf(`pages: ${pages}\nformat: markdown-table\nlogo: none\n`);
  const format = await loadFormat(configuration.format);
  const read = readPage('en', { pages: {}, logos: [] }, configuration, format);
  const problems = read.ok ? [] : read.problems;
  expect(problems.map((each) => describeProblem(each, loadTemplates('en')).message)).toEqual([
    message,
  ]);
});
