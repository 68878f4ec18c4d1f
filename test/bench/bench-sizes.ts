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
  readonly path: string;
  readonly text: string;
}

/** Finding, reading, adding to and checking lists of 500 KB: seconds of the main thread, in which nothing else is done. */
export async function benchSizes(): Promise<void> {
  console.log('Seconds of the main thread that a list of 500 KB takes');
  for (const { format: id, path, text } of largeLists()) {
    const format = await loadFormat(id);
    format.find({ path, text: text.slice(0, 2000) });
    const start = cpuSeconds();
    const { lists } = format.find({ path, text });
    const found = cpuSeconds();
    const [first] = lists;
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
    const what = `${id}, ${lists.length === 1 ? 'one list' : `${lists.length} lists`}`;
    report(`${what}: find`, found - start, 1);
    report(`${what}: read`, opened - found, 1);
    report(`${what}: add`, added - opened, 1);
    report(`${what}: check`, checked - added, 1);
  }
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
  const markdown = (format: FormatId, part: (index: number) => string): LargeList => ({
    format,
    path: 'ADOPTERS.md',
    text: filled('# Adopters\n', part),
  });
  const yaml = (part: (index: number) => string): LargeList => {
    return { format: 'yaml-list', path: 'adopters.yml', text: filled('', part) };
  };
  const many = Math.floor(characters / json(1000).length);
  return [
    markdown('markdown-table', (index) => (index === 0 ? `\n${head}` : '') + row(index)),
    markdown('markdown-table', (index) => (heading(index) && heading(index) + head) + row(index)),
    markdown('markdown-list', (index) => (index === 0 ? '\n' : '') + item(index)),
    markdown('markdown-list', (index) => heading(index) + item(index)),
    markdown(
      'markdown-sections',
      (index) => (index === 0 ? '\n## Users\n\n' : '') + section(index),
    ),
    yaml(entry),
    yaml((index) => (index % perGroup === 0 ? `group-${index / perGroup}:\n` : '') + entry(index)),
    { format: 'json-array', path: 'adopters.json', text: `${array(0, many)}\n` },
    {
      format: 'js-array',
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
