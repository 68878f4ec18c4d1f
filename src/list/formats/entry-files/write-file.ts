import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { ownValue } from '../../../text/own-value.ts';
import { pictureEnding } from '../../../text/picture-ending.ts';
import { writeEntry } from '../../data/write/write-entry.ts';
import type { EntryValues } from '../../format.ts';
import { mostCommon, usualOf } from '../../most-common.ts';
import { nearestFirst } from '../../sequence/nearest-first.ts';
import { type Body, writeBody } from './body.ts';
import { computedKeys } from './computed-keys.ts';
import { dataListOf, type FolderList } from './folder-list.ts';
import { kindOf } from './kinds.ts';
import type { ReadFile } from './read-file.ts';

/** A file as it will be written. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
  /** What the second reader must find in its data. */
  readonly seen: readonly string[];
  /** What a second reader of Markdown must find below them; nothing where that is not known. */
  readonly body: string | undefined;
}

/**
 * Writes the file of a new entry like those beside it.
 *
 * @param index where it will be among the files
 * @param stem what is in the place of the pattern's `*` in its path
 */
export function writeFile(
  list: FolderList,
  values: EntryValues,
  { path, stem, index }: { readonly path: string; readonly stem: string; readonly index: number },
): Result<WrittenFile> {
  const kind = kindOf(path);
  const near = nearestFirst({ entries: list.entries, elsewhere: [] }, index);
  const files = near.map(({ read }) => read).filter((read) => read.kind === kind);
  const data = dataListOf(list, kind);
  const at = data.entries.filter(({ place }) => (place.path ?? '') < path).length;
  const written = writeEntry(kind.syntax, data, dataValues(list, values, stem), at);
  if (!written.ok) return written;
  const above = frameOf(files.map(aboveData)) ?? kind.frame.above;
  const below = frameOf(files.map(belowData)) ?? kind.frame.below;
  const isMarkdown = kind.id === 'markdown';
  const body = isMarkdown ? bodyLike(list, values, files) : noBody;
  if (isMarkdown && !/\n---[ \t]*$/.test(below)) {
    return failure(problem('page-edit-unsafe', path, { reason: 'front matter' }));
  }
  const text = above + written.value.source + below + body.text;
  return success({
    path,
    text: withNewlines(text, files),
    seen: written.value.seen,
    body: body.written,
  });
}

/** The values of the data: what is below them is not theirs, and what follows from the others is, but no picture that does not exist. */
function dataValues(list: FolderList, values: EntryValues, stem: string): EntryValues {
  const following = [...computedKeys(list)].map(([name, write]) => [name, write(stem)] as const);
  const computed = Object.fromEntries(
    following.filter(
      ([, value]) => !pictureEnding.test(value) || fileName(value) === fileName(values.logo),
    ),
  );
  const typed = values.fields ?? {};
  const fields = Object.keys(typed).filter((name) => (ownValue(typed, name) ?? '') !== '');
  const given = Object.fromEntries(fields.map((name) => [name, ownValue(typed, name) ?? '']));
  return { ...values, ...(list.hasBody && { text: '' }), fields: { ...computed, ...given } };
}

function aboveData({ file: { text }, span }: ReadFile): string {
  return text.slice(0, span.start);
}

/** What ends the data: the rest of the last line, the end of the file, or the fence of a front matter. */
function belowData({ file: { text }, span, body }: ReadFile): string {
  return text.slice(span.end, body?.start ?? text.length);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What most of the nearest files have; what only one has is copied without its comments, which may speak of its company. */
function frameOf(nearest: readonly string[]): string | undefined {
  const plain = nearest.map((each) => each.replaceAll('\r\n', '\n'));
  const usual = usualOf(plain);
  if (usual === undefined) return undefined;
  const isShared = plain.filter((each) => each === usual).length > 1;
  return isShared ? usual : withoutComments(usual);
}

function withoutComments(frame: string): string {
  return frame.replace(/^\uFEFF|[ \t]+#.*$|^#.*\n/gm, '');
}

interface WrittenBody {
  readonly text: string;
  readonly written: string | undefined;
}

const noBody: WrittenBody = { text: '', written: undefined };

/** What is below the front matter: the entry's text, or what all others have there too. */
function bodyLike(list: FolderList, values: EntryValues, files: readonly ReadFile[]): WrittenBody {
  const bodies = files.flatMap(({ body, file }) => (body === undefined ? [] : [{ body, file }]));
  const tails = bodies.map(({ body, file }) =>
    file.text.slice(body.start).replaceAll('\r\n', '\n'),
  );
  if (!list.hasBody || values.text === '') {
    const usual = mostCommon(tails);
    const isShared = tails.filter((tail) => tail === usual).length > 1;
    const isPlain = usual !== undefined && usual.trim() === '';
    return { text: isPlain || isShared ? (usual ?? '\n') : '\n', written: undefined };
  }
  const filled = tails.filter((tail) => tail.trim() !== '');
  const above = usualOf(filled.map((tail) => /^\s*/.exec(tail)?.[0] ?? '')) ?? '\n\n';
  const below = usualOf(filled.map((tail) => /\s*$/.exec(tail)?.[0] ?? '')) ?? '\n';
  const written = writeBody(values.text, list.at.markup === 'inline', bodies.map(bodyOf));
  return { text: above + written + below, written };
}

function bodyOf({ body }: { readonly body: Body }): Body {
  return body;
}

function withNewlines(text: string, files: readonly ReadFile[]): string {
  const newline = usualOf(files.map(({ file }) => (file.text.includes('\r\n') ? '\r\n' : '\n')));
  return newline === '\r\n' ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}
