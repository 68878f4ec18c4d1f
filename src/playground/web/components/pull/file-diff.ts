import { structuredPatch } from 'diff';
import { encodePath } from '../../../../text/addresses.ts';
import { homeOf, type Playground } from '../../../playground.ts';
import { pictureType } from '../../facts/picture-type.ts';
import type { ChangedFile } from '../../facts/pull-facts.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { typed } from '../text.ts';

/** A diff of more lines is not shown. */
const mostLines = 3000;

/** So many lines around a change are shown. */
const context = 4;

/** What a pull request changes in one file: its lines, or the picture before and after. */
export function fileDiff(file: ChangedFile, playground: Playground): Html {
  const { path, status, additions, deletions } = file;
  const name = { added: 'diff-added', modified: 'diff-modified', removed: 'diff-removed' } as const;
  const isPicture = pictureType(path) !== undefined;
  const counts = isPicture
    ? nothing
    : html`<span class="additions">+${additions}</span> <span class="deletions">−${deletions}</span>`;
  return html`<section class="file" aria-label="${path}"><h3 class="file-head">${icon(name[status], `icon-${status}`)}<span class="visually-hidden">${status}: </span><code>${typed(path)}</code><span class="file-counts">${counts}</span></h3>${isPicture ? pictures(file, playground) : lines(file)}</section>`;
}

function pictures({ path, before, after, commits }: ChangedFile, playground: Playground): Html {
  const home = homeOf(playground);
  const address = (oid: string) => `${home}/blob/${oid}/${encodePath(path)}?raw=true`;
  const figure = (words: string, bytes: Buffer, oid: string) =>
    html`<figure class="file-picture"><img src="${address(oid)}" alt="${path}, ${words.toLowerCase()}" width="220" height="220"><figcaption>${words} · ${kilobytes(bytes)}</figcaption></figure>`;
  return html`<div class="file-pictures">${before ? figure(after ? 'Before' : 'Removed', before, commits.before) : nothing}${after ? figure(before ? 'After' : 'Added', after, commits.after) : nothing}</div>`;
}

function kilobytes({ length }: Buffer): string {
  return `${(length / 1024).toFixed(1)} KB`;
}

function lines({ path, before, after }: ChangedFile): Html {
  if (isBinary(before) || isBinary(after))
    return html`<p class="blank-line">Binary file not shown.</p>`;
  const patch = structuredPatch(path, path, `${before ?? ''}`, `${after ?? ''}`, '', '', {
    context,
  });
  const count = patch.hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0);
  if (count > mostLines)
    return html`<p class="blank-line">This diff has ${count} lines, too many to show here.</p>`;
  return html`<div class="diff" tabindex="0" role="region" aria-label="Diff of ${path}"><table><caption class="visually-hidden">Changes in ${path}</caption><thead class="visually-hidden"><tr><th scope="col">Line before</th><th scope="col">Line after</th><th scope="col">Text</th></tr></thead><tbody>${patch.hunks.map(hunkRows)}</tbody></table></div>`;
}

function isBinary(bytes: Buffer | undefined): boolean {
  return bytes?.subarray(0, 8000).includes(0) ?? false;
}

function hunkRows(hunk: ReturnType<typeof structuredPatch>['hunks'][number]): Html {
  let before = hunk.oldStart;
  let after = hunk.newStart;
  const head = `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`;
  const rows = hunk.lines.map((line) => {
    const [sign] = line;
    const text = line.slice(1);
    if (sign === '+') return row('added', '', after++, '+', text);
    if (sign === '-') return row('removed', before++, '', '−', text);
    if (sign === '\\') return row('note', '', '', '', line.slice(2));
    return row('same', before++, after++, ' ', text);
  });
  return html`<tr class="diff-hunk"><td class="diff-number"></td><td class="diff-number"></td><td>${head}</td></tr>${rows}`;
}

function row(
  kind: string,
  before: number | '',
  after: number | '',
  sign: string,
  text: string,
): Html {
  return html`<tr class="diff-${kind}"><td class="diff-number">${before}</td><td class="diff-number">${after}</td><td class="diff-text"><span class="diff-sign">${sign}</span>${typed(text)}</td></tr>`;
}
