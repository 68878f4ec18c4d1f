import { folderPattern, stemIn } from '../../../config/folder-pattern.ts';
import { type Problem, problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { ownValue } from '../../../text/own-value.ts';
import type { DataKey } from '../../data/data-list.ts';
import { findProperty, isEmptyValue, markIn } from '../../data/data-value.ts';
import { isConstant } from '../../data/fields/computed-keys.ts';
import { isUntypable } from '../../data/fields/list-fields.ts';
import { keysOf } from '../../data/keys.ts';
import { valuesOf } from '../../data/read-values.ts';
import { filesOf } from '../../folder.ts';
import type { Field, ListFormat, ListLocation, TextFile } from '../../format.ts';
import { lineNumber } from '../../lines.ts';
import { bodyName } from './body.ts';
import { computedKeys } from './computed-keys.ts';
import type { FolderEntry, FolderList } from './folder-list.ts';
import { isBeside, withFolder } from './logo-beside.ts';
import { type ReadFile, readFile } from './read-file.ts';

/**
 * Reads the files of a folder as one list, or says of all that cannot be read why.
 *
 * @throws RangeError where the path is no pattern, which a configuration never says
 */
export function readFolder(
  folder: TextFile,
  at: ListLocation,
  format: ListFormat,
): Result<FolderList> {
  const pattern = folderPattern(folder.path);
  if (pattern === undefined) throw new RangeError(`${folder.path} is no path of a folder`);
  const files: ReadFile[] = [];
  const problems: Problem[] = [];
  for (const file of filesOf(folder)) {
    const read = readFile(file);
    if (read.ok) files.push(read.value);
    else problems.push(...read.problems);
  }
  if (problems.length > 0) return failure(...problems);
  const { fields: settings = {} } = at;
  if (files.length === 0 && Object.keys(settings).length === 0) {
    return failure(problem('folder-empty', folder.path));
  }
  const { [bodyName]: ofBody, ...ofKeys } = settings;
  const items = files.map(({ data }) => data);
  const isKey = items.some(({ properties }) => properties.some(({ name }) => name === bodyName));
  const keys = keysOf(items, isKey ? settings : ofKeys);
  const hasBody = !isKey && (ofBody?.role ?? bodyRole(keys, files)) === 'text';
  const isNamedByFolder = isBeside({ at, pattern });
  const entries = entriesOf(files, keys, hasBody, folder, isNamedByFolder);
  const beside = isNamedByFolder ? undefined : logoBeside(entries);
  if (pattern.below !== '' && beside !== undefined) {
    const { place, logo } = beside;
    const values = { line: place.line, logo, directory: `${pattern.folder}/*` };
    return failure(problem('entry-logo-beside', place.path ?? '', values));
  }
  const list = { ...folder, format, at, pattern, keys, hasBody, groups: [], entries, fields: [] };
  return success({ ...list, fields: fieldsOf(list) });
}

/** An entry whose logo has the name of another one's: each lies in the folder of its entry, where no new one is put. */
function logoBeside(entries: readonly FolderEntry[]): FolderEntry | undefined {
  const names = new Set<string>();
  return entries.find(({ logo }) => {
    const isBeside = /^(?:\.\/)?[^/:]+$/.test(logo);
    const isTaken = isBeside && names.has(logo);
    if (isBeside) names.add(logo);
    return isTaken;
  });
}

/** The text of an entry is below its front matter where no key has it, and most have words there. */
function bodyRole(keys: readonly DataKey[], files: readonly ReadFile[]): 'text' | 'none' {
  if (keys.some(({ role }) => role === 'text')) return 'none';
  const filled = files.flatMap(({ body }) =>
    body === undefined || body.source === '' ? [] : body,
  );
  const distinct = new Set(filled.map(({ source }) => source));
  const texts = filled.filter(({ text }) => text !== undefined);
  return texts.length * 2 > files.length && distinct.size * 2 > files.length ? 'text' : 'none';
}

function entriesOf(
  files: readonly ReadFile[],
  keys: readonly DataKey[],
  hasBody: boolean,
  { path }: TextFile,
  isNamedByFolder: boolean,
): FolderEntry[] {
  const pattern = folderPattern(path);
  let start = 0;
  return files.map((read, index): FolderEntry => {
    const { file, data, span, body } = read;
    const segments = file.path.split('/');
    const isFolder = pattern?.below !== '';
    const name = segments.at(isFolder ? -2 : -1) ?? '';
    const stem = (pattern && stemIn(pattern, { name, isFolder })) ?? name;
    const values = valuesOf(data.properties, keys);
    const entry = {
      ...(isNamedByFolder ? withFolder(values, stem) : values),
      ...(hasBody && { text: body?.text ?? '' }),
      place: {
        group: 0,
        index,
        line: lineNumber(file.text, span.start),
        path: file.path,
        details: { file: stem },
      },
      lacks: [],
      read,
      stem,
      start,
    };
    start += file.text.length;
    return entry;
  });
}

/** What somebody may be asked for: what follows from the others is not. */
function fieldsOf(list: FolderList): readonly Field[] {
  const { keys, entries, hasBody, at } = list;
  const computed = computedKeys(list);
  const items = entries.map(({ company, read }) => ({ company, properties: read.data.properties }));
  const isRequired = (name: string, role: DataKey['role'], has: (entry: FolderEntry) => boolean) =>
    ownValue(at.fields ?? {}, name)?.required ??
    (role === 'name' || (entries.length > 0 && entries.every(has)));
  const valueIn = (name: string, { read }: FolderEntry) =>
    findProperty(read.data.properties, name)?.value;
  const hasValue = (name: string) => (entry: FolderEntry) => {
    const value = valueIn(name, entry);
    return value !== undefined && !isEmptyValue(value);
  };
  const fields = keys
    .filter((key) => {
      const values = entries.flatMap((entry) => valueIn(key.name, entry) ?? []);
      const isGiven = computed.has(key.name) || isConstant(key, items) || isUntypable(values);
      return !isGiven || Object.hasOwn(at.fields ?? {}, key.name);
    })
    .map(({ name, role }) => ({ name, role, required: isRequired(name, role, hasValue(name)) }));
  if (!hasBody) return fields;
  const required = isRequired(bodyName, 'text', ({ text }) => text !== '');
  return [...fields, { name: bodyName, role: 'text', required }];
}

/** The problem of an entry with an anchor or an alias in it, which belongs to others too. */
export function markedEntry({ read: { file, data } }: FolderEntry): Problem | undefined {
  const mark = markIn(data);
  if (mark === undefined) return undefined;
  return problem('list-marked', file.path, {
    line: lineNumber(file.text, mark.offset),
    mark: mark.text,
  });
}
