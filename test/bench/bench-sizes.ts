import { checkRepository } from '../../src/check/check-repository.ts';
import type { FormatId } from '../../src/config/configuration.ts';
import { loadFormat } from '../../src/list/list.ts';
import { configurationOf } from '../submission/configuration.ts';
import { report } from './figures.ts';

/** A file of so many characters is larger than any real list. */
const characters = 500 * 1024;

/** How many companies a group has, where there are groups. */
const perGroup = 8;

interface LargeList {
  readonly format: FormatId;
  /** In how many parts it is. */
  readonly what: string;
  /** In seconds; one, unless a parser takes more by itself. */
  readonly most?: number;
  readonly path: string;
  readonly text: string;
}

/** Each is done so often, and the fastest counts: what else a machine does slows this thread, too. */
const rounds = 3;

const steps = ['find', 'read', 'add', 'check'] as const;

/** Finding, reading, adding to and checking lists of 500 KB: seconds of the main thread, in which nothing else is done. */
export async function benchSizes(): Promise<void> {
  console.log('Seconds of the main thread that a list of 500 KB takes, the fastest of three');
  for (const list of largeLists()) {
    const times: (readonly number[])[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await timesOf(list));
    for (const [index, step] of steps.entries()) {
      const fastest = Math.min(...times.map((each) => each[index] ?? Number.NaN));
      report(`${list.format}, ${list.what}: ${step}`, fastest, list.most ?? 1);
    }
  }
}

/** The seconds of each step. */
async function timesOf({ format: id, path, text }: LargeList): Promise<readonly number[]> {
  const format = await loadFormat(id);
  const start = cpuSeconds();
  const [first] = format.find({ path, text }).lists;
  const found = cpuSeconds();
  const read = format.read({ path, text }, first?.at ?? {});
  if (first === undefined || !read.ok) throw new Error(`${id} finds no list`);
  const opened = cpuSeconds();
  const values = { company: 'Zeta', logo: '', text: 'Grows.', homepage: 'https://zeta.example' };
  const [group] = read.value.groups;
  const grouped = { ...values, ...(group !== undefined && { group }) };
  const edit = format.add(read.value, grouped, 'as-is');
  if (!edit.ok) throw new Error(`${id} adds nothing`, { cause: edit.problems });
  const added = cpuSeconds();
  const { within } = first.at;
  const inside = (within ?? '') === '' ? '' : `\nwithin: ${JSON.stringify(within)}`;
  await checkRepository({
    configuration: configurationOf(`pages: {en: ${path}}\nformat: ${id}\nlogo: none${inside}`),
    snapshot: { pages: { en: { text } }, logos: [] },
    reader: { read: async () => undefined, measure: async () => undefined },
  });
  const checked = cpuSeconds();
  return [found - start, opened - found, added - opened, checked - added];
}

/** Of this thread alone: others collect garbage meanwhile. */
function cpuSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000_000;
}

function largeLists(): readonly LargeList[] {
  const words = (index: number) => `Uses **streams** for ${index} reports.`;
  const link = (index: number) => `[Company ${index}](https://c${index}.example)`;
  const row = (index: number) => `| ${link(index)} | ${words(index)} |\n`;
  const head = '| Organization | Description |\n|---|---|\n';
  const item = (index: number) => `- ${link(index)}: ${words(index)}\n`;
  const section = (index: number) =>
    `### ${link(index)}\n\n${words(index)} ${'And more. '.repeat(20)}\n\n`;
  const heading = (index: number) =>
    index % perGroup === 0 ? `\n## Group ${index / perGroup}\n\n` : '';
  const entry = (index: number) =>
    `- name: Company ${index}\n  url: https://c${index}.example\n  description: "Uses streams for ${index} reports."\n`;
  const json = (index: number) =>
    JSON.stringify({
      name: `Company ${index}`,
      url: `https://c${index}.example`,
      about: 'Streams',
    });
  const array = (from: number, to: number) =>
    `[\n  ${Array.from({ length: to - from }, (_, index) => json(from + index)).join(',\n  ')}\n]`;
  const markdown = (
    format: FormatId,
    what: string,
    part: (index: number) => string,
  ): LargeList => ({
    ...{ format, what },
    // micromark takes most of it by itself; it copies what it has read whenever a list ends.
    most: 1.5,
    path: 'ADOPTERS.md',
    text: filled('# Adopters\n', part),
  });
  const yaml = (what: string, part: (index: number) => string): LargeList => {
    return { format: 'yaml-list', what, path: 'adopters.yml', text: filled('', part) };
  };
  const many = Math.floor(characters / json(1000).length);
  return [
    markdown(
      'markdown-table',
      'one list',
      (index) => (index === 0 ? `\n${head}` : '') + row(index),
    ),
    markdown(
      'markdown-table',
      'many lists',
      (index) => (heading(index) && heading(index) + head) + row(index),
    ),
    markdown('markdown-list', 'one list', (index) => (index === 0 ? '\n' : '') + item(index)),
    markdown('markdown-list', 'many lists', (index) => heading(index) + item(index)),
    markdown(
      'markdown-sections',
      'one list',
      (index) => (index === 0 ? '\n## Users\n\n' : '') + section(index),
    ),
    yaml('one list', entry),
    yaml(
      'many lists',
      (index) => (index % perGroup === 0 ? `group-${index / perGroup}:\n` : '') + entry(index),
    ),
    { format: 'json-array', what: 'one list', path: 'adopters.json', text: `${array(0, many)}\n` },
    {
      format: 'js-array',
      what: 'one list',
      path: 'adopters.js',
      text: `export const adopters = ${array(0, many)};\n`,
    },
  ];
}

/** A text of 500 KB, or of as many parts as files may have lines for. */
function filled(start: string, part: (index: number) => string): string {
  let text = start;
  for (let index = 0; text.length < characters; index += 1) text += part(index);
  return text;
}
