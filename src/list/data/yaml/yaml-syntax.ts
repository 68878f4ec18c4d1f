import type { DataEntry, DataList } from '../data-list.ts';
import type { DataSyntax } from '../data-syntax.ts';
import { cutLines, dashIndentation, insertLines, marginBefore } from './edit-lines.ts';
import { mayBePlain } from './plain-scalar.ts';
import { readYaml } from './read-yaml.ts';
import { seeYaml } from './see-yaml.ts';
import { writeScalar } from './write-scalar.ts';

/** YAML, with lists of mappings, each behind a dash. */
export const yamlSyntax: DataSyntax = {
  id: 'yaml-list',
  comments: 'yaml',
  read: readYaml,
  see: seeYaml,
  insert: insertLines,
  cut: cutLines,
  layout: (list) => ({ open: '- ', between: `\n${dashIndentation(list)}  `, close: '' }),
  between,
  afterKey: ': ',
  breaksLongLines: false,
  itemGap: (open) => (open.includes('[') ? ', ' : open.slice(open.lastIndexOf('\n'))),
  writeKey,
  writeText: writeScalar,
};

/** What parts two properties where no entry has two: a line for each, below the first. */
function between({ text }: DataList, { start, properties }: DataEntry): string {
  const at = properties[0]?.start ?? start;
  if (text.slice(start, at).includes('{')) return ', ';
  return `\n${' '.repeat(marginBefore(text, at).length)}`;
}

function writeKey(name: string, others: readonly string[]): string {
  const quote = /^["']/.exec(others[0] ?? '')?.[0];
  if (quote === undefined && mayBePlain(name, true)) return name;
  return quote === "'" ? `'${name.replaceAll("'", "''")}'` : JSON.stringify(name);
}
