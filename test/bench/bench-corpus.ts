import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Configuration } from '../../src/config/configuration.ts';
import type { Result } from '../../src/problem/result.ts';
import type { SetupReport } from '../../src/setup/set-up.ts';
import { loadTemplates } from '../../src/templates.ts';
import { describeProblem } from '../../src/words/describe-problem.ts';
import { type CorpusList, meaningOf, readCorpus } from './corpus/expected.ts';
import { report } from './figures.ts';
import { setUpScratch } from './scratch-setup.ts';

const usualFolder = join(import.meta.dirname, '../../../shared/data/lists/corpus');

const english = loadTemplates('en');

/** Runs set-up on each of many real lists, and compares what it finds with what is known of them. */
export async function benchCorpus(folder = usualFolder): Promise<void> {
  const lists = readCorpus(folder);
  const rows: (readonly string[])[] = [];
  for (const list of lists) rows.push(await rowOf(list, folder, lists));
  console.log(`Real lists, set up: ${lists.length} in ${folder}\n`);
  console.log('| file | format | found | entries | found | roles | verdict |');
  console.log('| --- | --- | --- | ---: | ---: | --- | --- |');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  const served = rows.filter((_, index) => lists[index]?.expected !== undefined);
  const right = served.filter((row) => row.at(-1)?.startsWith('right')).length;
  const share = served.length === 0 ? 0 : (right / served.length) * 100;
  console.log('');
  report(`lists in a served format (${share.toFixed(1)} % right)`, served.length);
  const refused = served.filter((row) => row.at(-1)?.startsWith('refused: ')).length;
  report('lists in a served format that are refused, with the reason', refused);
  report('lists in a served format that came out otherwise', served.length - right - refused);
  report('lists in another format', rows.length - served.length);
}

async function rowOf(
  list: CorpusList,
  folder: string,
  all: readonly CorpusList[],
): Promise<readonly string[]> {
  const { file, path, format, expected, entries } = list;
  // A file for each company is one list together with those beside it.
  const beside = all.filter(
    (other) => other.format === 'file-per-company' && dirname(other.file) === dirname(file),
  );
  const files = [list, ...beside].map((each) => {
    return [each.path, readFileSync(join(folder, each.file), 'utf8')] as const;
  });
  const report = await setUpScratch(Object.fromEntries(files));
  if (!report.ok) {
    const said = report.problems.map(
      (each) => `${each.code} ${describeProblem(each, english).message}`,
    );
    return [file, expected ?? format, '', `${entries}`, '', '', cell(`refused: ${said.at(-1)}`)];
  }
  const found = foundIn(report.value);
  const roles = Object.entries(report.value.configuration.fields).map(
    ([name, { role }]) => `${name}: ${role}`,
  );
  return [
    file,
    expected ?? format,
    report.value.configuration.format,
    `${entries}`,
    `${found}`,
    cell(roles.join(', ')),
    cell(verdictOf(list, report, found, path)),
  ];
}

function verdictOf(
  { expected, entries, fields, correction }: CorpusList,
  report: Extract<Result<SetupReport>, { ok: true }>,
  found: number,
  path: string,
): string {
  const { configuration, problems } = report.value;
  if (configuration.pages[configuration.sourceLocale] !== path) return 'another file';
  if (expected === undefined) {
    const said = problems.map((each) => describeProblem(each, english).message);
    return `something else in it. ${said.join(' ')}`;
  }
  if (configuration.format !== expected) return 'another format';
  const beside = besideIn(report.value, path);
  if (found !== entries && found + beside !== entries) return 'entries differ';
  const wrong = fields.filter((name) => !hasMeaning(configuration, name));
  if (wrong.length > 0) return `roles differ: ${wrong.join(', ')}`;
  return correction === undefined ? 'right' : `right; the manifest counts more: ${correction}`;
}

/** Whether a column or key is known for what its words say. Of a Markdown list, a homepage may be the name's link. */
function hasMeaning({ fields, format }: Configuration, name: string): boolean {
  const meaning = meaningOf(name);
  if (meaning === undefined) return true;
  const settings = Object.entries(fields);
  if (format === 'markdown-list' || format === 'markdown-sections') {
    return (
      settings.some(([, { role, homepage }]) => role === meaning || homepage === 'link') ||
      meaning === 'text'
    );
  }
  // Where nothing else is a name, a description may be one.
  const role = fields[name]?.role;
  return role === meaning || (role === 'name' && meaning === 'text');
}

/** How many entries set-up counts. */
function foundIn({ notes }: SetupReport): number {
  const counts = notes.flatMap(({ code, values }) =>
    code === 'list' || code === 'source-page' ? [Number(values['companies'])] : [],
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many entries other lists of the same kind in the file have: the manifest counts all of them. */
function besideIn({ notes, configuration }: SetupReport, path: string): number {
  const counts = notes.flatMap(({ code, values }) => {
    const isBeside = values['path'] === path && values['format'] === configuration.format;
    return code === 'other-list' && isBeside ? [Number(values['companies'])] : [];
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
