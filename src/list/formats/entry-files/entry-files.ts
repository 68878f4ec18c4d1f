import { folderPattern } from '../../../config/folder-pattern.ts';
import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { foldLine } from '../../../text/single-line.ts';
import { plainValue } from '../../data/data-value.ts';
import { describeEntry } from '../../data/describe.ts';
import { partsOf } from '../../data/fields/entry-parts.ts';
import { unwritableIn } from '../../data/fields/unwritable.ts';
import { organizationLists } from '../../data/find-lists.ts';
import { filesOf, folderFile } from '../../folder.ts';
import type { Edit, EntryValues, FolderFile, FoundLists, ListFormat } from '../../format.ts';
import { lineNumber } from '../../lines.ts';
import { unknownField } from '../../sequence/unknown-field.ts';
import { bodyName, isSeenIn } from './body.ts';
import { orderingKey, rankOf } from './computed-keys.ts';
import { newPath } from './file-name.ts';
import type { FolderEntry, FolderList } from './folder-list.ts';
import { withoutFolder } from './logo-beside.ts';
import { readFile } from './read-file.ts';
import { readFolder } from './read-folder.ts';
import { rewriteFile } from './rewrite-file.ts';
import { type WrittenFile, writeFile } from './write-file.ts';

/** A folder with a file for each entry: YAML, JSON, or Markdown with front matter. */
export const entryFiles: ListFormat = {
  id: 'entry-files',
  look: 'records',

  mayHold: ({ folder }) => folder !== undefined,

  find(file, wanted): FoundLists {
    // Where logos are named without a folder, set-up looks whether they are in the folders of their entries.
    const logo = { directory: `${folderPattern(file.path)?.folder}/*` };
    const read = readFolder(file, { logo }, entryFiles);
    if (!read.ok) return { lists: [], problems: read.problems };
    const { path, fields, entries, keys } = read.value;
    const items = entries.map(({ read: { data } }) => data);
    const value = { ...plainValue('array', [], { start: 0, end: 0 }), items };
    const named = { list: { value, path: [], words: [] }, within: '', title: '', above: [] };
    // Pages of any kind have a title and a description; data files with both are no pages.
    const isLinked = keys.some(({ role }) => ['homepage', 'logo', 'link'].includes(role));
    const isData = entries.every(({ read: { kind } }) => kind.id !== 'markdown');
    const isList = (isLinked || isData) && organizationLists([named], path).length > 0;
    if (wanted === undefined && !isList) return { lists: [], problems: [] };
    const code = unwritableIn(items);
    const [first] = entries;
    if (code !== undefined && first !== undefined) {
      const { path: own, text } = first.read.file;
      const values = { line: lineNumber(text, code.start), name: code.name };
      return { lists: [], problems: [problem('list-value-not-plain', own, values)] };
    }
    return {
      lists: [{ path, at: {}, fields, groups: [], above: [], entries, isPadded: false }],
      problems: [],
    };
  },

  read: (file, at) => readFolder(file, at, entryFiles),

  fileFor: (list: FolderList, values) => newPath(list, values).stem,

  add(list: FolderList, values) {
    const unknown = unknownField({ path: list.path, fields: list.keys }, values);
    if (unknown !== undefined) return failure(unknown);
    const { path, stem } = newPath(list, values);
    const index = list.entries.filter(({ read: { file } }) => file.path < path).length;
    const written = writeFile(list, withoutFolder(values, stem, list), { path, stem, index });
    if (!written.ok) return written;
    return edited(list, written.value, values);
  },

  replace(list: FolderList, entry: FolderEntry, values) {
    const unknown = unknownField({ path: list.path, fields: list.keys }, values);
    if (unknown !== undefined) return failure(unknown);
    // An address that is not new may be written as no other one is.
    const { logo, darkLogo, ...others } = values;
    const given = {
      ...others,
      ...(logo !== undefined && logo !== entry.logo && { logo }),
      ...(darkLogo !== undefined && darkLogo !== entry.darkLogo && { darkLogo }),
    };
    const written = rewriteFile(list, entry, withoutFolder(given, entry.stem, list));
    if (!written.ok) return written;
    const { file } = entry.read;
    if (written.value.text === file.text) {
      return success({ text: list.text, list, place: entry.place });
    }
    return edited(list, written.value, { ...values, company: values.company ?? entry.company });
  },

  remove(list: FolderList, { read: { file }, place }: FolderEntry) {
    const files = filesOf(list).filter((each) => each !== file);
    const after = withFiles(list, files);
    return after.ok ? success({ text: after.value.text, list: after.value, place }) : after;
  },

  around(list: FolderList, { index, path }) {
    const key = orderingKey(list) ?? '';
    const ranked = key === '' ? [] : inOrder(list, key);
    const isRanked = ranked.some(({ place }) => place.path === path);
    const ordered = isRanked ? ranked : list.entries;
    const at = ordered.findIndex(({ place }) => place.path === path);
    const from = Math.max(0, (at === -1 ? index : at) - 1);
    return {
      entries: ordered.slice(from, from + (at === 0 ? 2 : 3)),
      position: at === -1 ? undefined : at - from,
      orderedBy: isRanked ? key : '',
    };
  },

  parts({ keys, hasBody }: FolderList, { read: { data, body }, start: base }: FolderEntry) {
    const values = partsOf(data.properties, keys, base);
    if (!hasBody || body === undefined) return values;
    const [start, end] = [body.start + base, body.end + base];
    const { source: markup } = body;
    return [...values, { role: 'text', field: bodyName, markup, language: 'markdown', start, end }];
  },
};

/** The entries that have a number, by it. Where sites show the others differs. */
function inOrder({ entries }: FolderList, key: string): readonly FolderEntry[] {
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, key);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

function withFiles(list: FolderList, files: readonly FolderFile[]): Result<FolderList> {
  const { path, at, folder } = list;
  const changed = folderFile(path, { others: [], ...folder, files });
  // A list that holds nobody anymore is known by what was there.
  const fields = Object.fromEntries(list.fields.map(({ name, role }) => [name, { role }]));
  return readFolder(
    changed,
    files.length === 0 ? { ...at, fields: at.fields ?? fields } : at,
    entryFiles,
  );
}

/** The list with a changed or a new file, which both readers read again; nothing where it is not exactly the change. */
function edited(
  list: FolderList,
  written: WrittenFile,
  values: Partial<EntryValues> & Pick<EntryValues, 'company'>,
): Result<Edit> {
  const { path, text, seen, body } = written;
  const file: FolderFile = { path, text };
  const unsafe = (reason: string) => failure(problem('page-edit-unsafe', path, { reason }));
  const read = readFile(file);
  if (!read.ok) return unsafe(read.problems.map(({ code }) => code).join(', '));
  const { data } = read.value;
  const found = [read.value.seen, describeEntry(data.data)].map((each) => each.toSorted());
  const expected = JSON.stringify(seen.toSorted());
  if (found.some((each) => JSON.stringify(each) !== expected)) return unsafe('entries');
  if (body !== undefined && !isSeenIn(body, read.value.body?.source ?? '')) return unsafe('text');
  const others = filesOf(list).filter((each) => each.path !== path);
  const after = withFiles(list, [...others, file]);
  if (!after.ok) return after;
  const entry = after.value.entries.find((each) => each.place.path === path);
  if (entry === undefined) return unsafe('content');
  const isNamed = list.keys.some(({ role }) => role === 'name');
  if (isNamed && entry.company !== foldLine(values.company)) return unsafe('name');
  const showsText = list.fields.some(({ role }) => role === 'text') && list.at.markup !== 'inline';
  if (showsText && values.text !== undefined && entry.text !== foldLine(values.text)) {
    return unsafe('text');
  }
  return success({ text: after.value.text, list: after.value, place: entry.place });
}
