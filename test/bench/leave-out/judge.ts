import { load } from 'js-yaml';
import { type Entry, fileAt, type List } from '../../../src/list/list.ts';
import { renderOnGithub } from '../../list/formats/judges.ts';

/** An entry's own source; where each entry has a file, that. */
export function sourceOf(list: List, entry: Entry): string {
  if (!('start' in entry)) return '';
  const start = Number(entry.start);
  return 'end' in entry ? list.text.slice(start, Number(entry.end)) : fileAt(list, start).file.text;
}

/** All that an entry says, without its place. */
export function dataOf({
  company,
  logo,
  darkLogo,
  text,
  link,
  homepage,
  group,
  fields,
}: Entry): string {
  const own = Object.entries(fields ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([company, logo, darkLogo, text, link, homepage, group, own]);
}

/** Whether a list says all that another one says, and one entry more. */
export function hasOneMore(more: List, less: List): boolean {
  const left = more.entries.map(dataOf);
  for (const entry of less.entries) {
    const at = left.indexOf(dataOf(entry));
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return left.length === 1;
}

/**
 * What is wrong with a list to which one entry was added: other bytes are not as they were, others entries say something else, or
 * a reader that formats do not use sees more than one piece more.
 */
export function wrongAddition(before: List, after: List): string | undefined {
  if (!hasOneMore(after, before)) return 'other entries';
  // The first entry of a group takes the place of words that nobody is there yet.
  const isFirst = ({ group }: Entry) => !before.entries.some((each) => each.group === group);
  if (after.entries.some(isFirst)) return undefined;
  if (!isInsertion(before.text, after.text) && !holdsLines(before.text, after.text)) {
    return 'other bytes';
  }
  return isInsertion(shown(before), shown(after)) ? undefined : 'shown otherwise';
}

/** Whether a text is another with one piece put in. */
export function isInsertion(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = before.length - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return start + end === before.length;
}

/** Whether a text is another with lines put in, and perhaps a comma behind the last entry. */
function holdsLines(before: string, after: string): boolean {
  const lines = before.split(/\r?\n/);
  let next = 0;
  for (const line of after.split(/\r?\n/)) {
    if (line === lines[next] || line === `${lines[next]},`) next += 1;
  }
  return next === lines.length;
}

/** A file as those see it who use it: as GitHub renders it, or as data with one value on a line; code as it is. */
function shown({ path, text, folder }: List): string {
  if (folder !== undefined) return text;
  if (/\.mdx?$/i.test(path)) return renderOnGithub(text.trimEnd().replace(frontMatter, ''));
  if (path.endsWith('.json')) return linesOf(JSON.parse(text));
  return /\.ya?ml$/.test(path) ? linesOf(load(text)) : text;
}

const frontMatter = /^---\r?\n[\s\S]*?\n---\r?\n/;

function linesOf(data: unknown): string {
  return JSON.stringify(data, undefined, 1).replaceAll(',\n', '\n');
}

/** The lines in which two texts differ, from the first to the last of them. */
export function differences(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const between = (lines: readonly string[], mark: string) =>
    lines.slice(start, lines.length - end).map((line) => `${mark} ${line}`);
  const all = [...between(old, '-'), ...between(now, '+')];
  return all.length > mostLines ? [] : all;
}

/** Where an entry is elsewhere now, all between the two places differs. */
const mostLines = 12;
