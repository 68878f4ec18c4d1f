import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { foldLine } from '../../../text/single-line.ts';
import { rewriteEntry } from '../../data/write/rewrite-entry.ts';
import type { EntryValues } from '../../format.ts';
import { lineNumber } from '../../lines.ts';
import { applySplices } from '../../splice.ts';
import { writeBody } from './body.ts';
import { dataListOf, type FolderEntry, type FolderList } from './folder-list.ts';
import { markedEntry } from './read-folder.ts';
import type { WrittenFile } from './write-file.ts';

/** Changes what a file says of its organization; what is not given, or not new, stays byte for byte. */
export function rewriteFile(
  list: FolderList,
  entry: FolderEntry,
  values: Partial<EntryValues>,
): Result<WrittenFile> {
  const { file, kind, span, body, seen } = entry.read;
  const { text: typed, ...others } = values;
  const data = dataListOf(list, kind);
  const own = data.entries.find(({ place }) => place.path === file.path);
  const marked = markedEntry(entry);
  if (marked !== undefined) return failure(marked);
  const given = list.hasBody ? others : values;
  const written = own && rewriteEntry(kind.syntax, data, own, given);
  if (written !== undefined && !written.ok) return written;
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const withNewlines = (text: string) => text.replaceAll(/\r?\n/g, newline);
  const splices = written
    ? [{ start: span.start, end: span.end, text: withNewlines(written.value.source) }]
    : [];
  const isNewText = list.hasBody && typed !== undefined && foldLine(typed) !== entry.text;
  if (!isNewText || body === undefined) {
    const text = applySplices(file.text, splices);
    return success({ path: file.path, text, seen: written?.value.seen ?? seen, body: undefined });
  }
  if (body.text === undefined) {
    const line = lineNumber(file.text, body.start);
    return failure(problem('entry-body-not-text', file.path, { line }));
  }
  const paragraphs = writeBody(typed, list.at.markup === 'inline', [body]);
  const isEmpty = body.source === '';
  const start = body.start + (isEmpty ? 0 : file.text.slice(body.start).search(/\S/));
  const end = isEmpty ? body.end : start + body.source.length;
  const replaced = isEmpty ? `\n\n${paragraphs}\n` : paragraphs;
  const text = applySplices(file.text, [...splices, { start, end, text: withNewlines(replaced) }]);
  return success({
    path: file.path,
    text,
    seen: written?.value.seen ?? seen,
    body: paragraphs,
  });
}
