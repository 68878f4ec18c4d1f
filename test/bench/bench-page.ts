import { parseDocument } from 'yaml';
import { addEntry } from '../../src/list/formats/front-matter-table/add-entry.ts';
import { findFrontMatter } from '../../src/list/formats/front-matter-table/read/front-matter.ts';
import { readPage } from '../../src/list/formats/front-matter-table/read/read-page.ts';
import { findActiveMarkup } from '../../src/list/text/active/find-active-markup.ts';
import type { Result } from '../../src/problem/result.ts';
import { report, timeInTurn } from './figures.ts';
import { largePage } from './large-page.ts';

const newcomer = {
  company: 'Juniper Parcel',
  logo: '/img/poweredby/juniper-parcel-logo.png',
  text: 'Juniper Parcel steers 40,000 parcels a day around storms.',
  link: { text: 'Learn more', url: 'https://juniper-parcel.example/' },
};

/** Adding a company to pages of several sizes, from text to checked text, against one `parseDocument` of the page. */
export async function benchPage(): Promise<void> {
  console.log('Adding a company to a page, as a multiple of one yaml.parseDocument of the page');
  const sizes = [
    { companies: 33, rounds: 400 },
    { companies: 1000, rounds: 40 },
    { companies: 10_000, rounds: 7 },
  ];
  const ratios: number[] = [];
  for (const { companies, rounds } of sizes) {
    const text = largePage(companies);
    const { start, end } = expect(findFrontMatter(text, 'page.md'));
    const frontMatter = text.slice(start, end);
    const times = await timeInTurn(rounds, {
      parse: () => parseDocument(frontMatter),
      add: () => {
        const page = expect(readPage(text, { table: 'powered-by', path: 'page.md' }));
        expect(addEntry(page, newcomer, 'append'));
      },
    });
    ratios.push(times.add / times.parse);
    report(
      `${companies} companies (parseDocument: ${times.parse.toFixed(1)} ms)`,
      times.add / times.parse,
      1.5,
    );
  }
  const [small = 1, , large = 1] = ratios;
  report('growth from 33 to 10,000, as a multiple of parseDocument’s', large / small, 1.15);
  await benchGrowth();
}

/** What four times as much of what once took sixteen times as long takes. */
async function benchGrowth(): Promise<void> {
  console.log('Four times as much in one cell, as a multiple of the time');
  const readLines = (count: number) => (): unknown =>
    readPage(
      largePage(4).replace('a maker of', (words) => words + '\n'.repeat(count)),
      {
        table: 'powered-by',
        path: 'page.md',
      },
    );
  const findPlaces = (count: number) => (): unknown =>
    findActiveMarkup('<b on=x> [x](javascript:y) '.repeat(count), 'markdown');
  const things = {
    'line ends': { once: readLines(40_000), fourTimes: readLines(160_000) },
    'findings of check': { once: findPlaces(2_000), fourTimes: findPlaces(8_000) },
  };
  for (const [name, { once, fourTimes }] of Object.entries(things)) {
    const times = await timeInTurn(10, { once, fourTimes });
    report(name, times.fourTimes / times.once, 8);
  }
}

function expect<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
