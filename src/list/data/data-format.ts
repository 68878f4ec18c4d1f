import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { fileEndings } from '../file-endings.ts';
import type { ListFormat } from '../format.ts';
import { lineNumber } from '../lines.ts';
import { sequenceFormat } from '../sequence/sequence-format.ts';
import type { DataEntry, DataList } from './data-list.ts';
import type { DataSyntax } from './data-syntax.ts';
import { partsOf } from './fields/entry-parts.ts';
import { isNamedLikeList } from './find-lists.ts';
import { findLists, readList } from './read-list.ts';
import { rewriteEntry } from './write/rewrite-entry.ts';
import { writeEntry } from './write/write-entry.ts';

/** A key that few lists of organizations lack. */
const usualKey =
  /(?:logo|image|img|icon|url|link|href|site|homepage|description|text)\w{0,20}["']?\s{0,20}/;

/** A format of lists in data files: all but the syntax is the same for all of them. */
export function dataFormat(syntax: DataSyntax): ListFormat {
  const withUsualKey = new RegExp(usualKey.source + syntax.afterKey.trim(), 'i');
  return sequenceFormat({
    id: syntax.id,
    look: 'records',
    mayHold: ({ path, text }) =>
      fileEndings[syntax.id].test(path) && (withUsualKey.test(text) || isNamedLikeList(path)),
    find: (file, wanted) => findLists(syntax, file, wanted),
    read: (file, at) => readList(syntax, file, at),
    write: (list: DataList, values, index) => writeEntry(syntax, list, values, index),
    rewrite: (list: DataList, entry: DataEntry, values) =>
      refuseMarked(list, entry) ?? rewriteEntry(syntax, list, entry, values),
    insert: (list: DataList, index, source) => syntax.insert(list, index, source),
    cut: (list: DataList, entry: DataEntry) =>
      refuseMarked(list, entry) ?? success(syntax.cut(list, entry)),
    parts: ({ keys }: DataList, { properties }: DataEntry) => partsOf(properties, keys),
  });
}

/** An entry with an anchor or an alias in it belongs to others too. */
function refuseMarked({ text, path }: DataList, { mark }: DataEntry): Result<never> | undefined {
  if (mark === undefined) return undefined;
  const values = { line: lineNumber(text, mark.offset), mark: mark.text };
  return failure(problem('list-marked', path, values));
}
