import { stripTypeScriptTypes } from 'node:module';
import { runInNewContext } from 'node:vm';
import { load } from 'js-yaml';
import type { Edit, EntryValues, List, ListLocation } from '../../../src/list/format.ts';
import { jsArray } from '../../../src/list/formats/js-array/js-array.ts';
import { jsonArray } from '../../../src/list/formats/json-array/json-array.ts';
import { yamlList } from '../../../src/list/formats/yaml-list/yaml-list.ts';
import type { Result } from '../../../src/problem/result.ts';
import { entryIn, valueFrom } from '../formats/edited-lists.ts';

/** The formats of data files, each with the path of such a file. */
export const dataFormats = {
  yaml: { format: yamlList, path: 'data/adopters.yml' },
  json: { format: jsonArray, path: 'data/adopters.json' },
  js: { format: jsArray, path: 'src/data/adopters.ts' },
} as const;

export type DataKind = keyof typeof dataFormats;

/** A list read for editing. */
export function read(kind: DataKind, text: string, at: ListLocation = {}): List {
  const { format, path } = dataFormats[kind];
  return valueFrom(format.read({ path, text }, at));
}

/** The change that adds a company. */
export function adding(
  kind: DataKind,
  text: string,
  added: EntryValues,
  at: ListLocation = {},
): Result<Edit> {
  return dataFormats[kind].format.add(read(kind, text, at), added, 'as-is');
}

/** The file after a company was added. */
export function withAdded(
  kind: DataKind,
  text: string,
  added: EntryValues,
  at: ListLocation = {},
): string {
  return valueFrom(adding(kind, text, added, at)).text;
}

/** The file after a company was removed. */
export function withRemoved(kind: DataKind, text: string, company: string): string {
  const list = read(kind, text);
  const entry = entryIn(list, company);
  return valueFrom(list.format.remove(list, entry, { leaveGap: false })).text;
}

/** The file after a company's entry was changed. */
export function withReplaced(
  kind: DataKind,
  text: string,
  company: string,
  changed: Partial<EntryValues>,
): string {
  const list = read(kind, text);
  return valueFrom(list.format.replace(list, entryIn(list, company), changed)).text;
}

/** The entries in a file, wherever its list is, as a program gets them that uses the file. */
export function entriesIn(kind: DataKind, text: string): readonly object[] {
  return objectsWithName(dataIn(kind, text));
}

function objectsWithName(data: unknown): readonly object[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('name' in data) return [data];
  return Object.values(data).flatMap(objectsWithName);
}

/** The data in a file, as a program gets it that uses the file: JavaScript is run. */
function dataIn(kind: DataKind, text: string): unknown {
  switch (kind) {
    case 'yaml':
      return load(text);
    case 'json':
      return JSON.parse(withoutMark(text));
    case 'js': {
      const script = withoutMark(text).replace(
        /^(?:export default|const users(?::[^=]*)? =)/m,
        'found =',
      );
      return runInNewContext(`let found;\n${stripTypeScriptTypes(script)}\nfound`);
    }
    default:
      return kind satisfies never;
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
