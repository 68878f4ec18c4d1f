import { shorten } from '../../text/shorten.ts';
import { defuse } from '../defuse.ts';
import type { ListLook, PreviewField } from '../row-preview.ts';
import { type EntryShown, fieldOf, nameOf } from './entry-parts.ts';

/** Entries beside each other, as HTML without a blank line, so that GitHub reads all of it as HTML. */
export function writeLook(
  shown: readonly EntryShown[],
  { kind, fields }: ListLook,
  longest: number,
): string {
  switch (kind) {
    case 'rows':
      return writeRows(shown, fields, longest);
    case 'items':
      return writeItems(shown, fields, longest);
    case 'sections':
      return writeSections(shown, fields, longest);
    case 'records':
      return writeRecords(shown, fields, longest);
    default:
      return kind satisfies never;
  }
}

/** A table with a row for each entry. */
function writeRows(
  shown: readonly EntryShown[],
  fields: readonly PreviewField[],
  longest: number,
): string {
  const linksName = !fields.some(({ role }) => role === 'homepage');
  const hasCaption = shown.some(({ caption }) => caption !== '');
  const head = fields.map(({ name }) => `<th>${labelOf(name)}</th>`);
  const rows = shown.map((entry) => {
    const cells = fields.map((field) => {
      const isName = field.role === 'name' && linksName;
      return `<td>${isName ? nameOf(entry, longest) : fieldOf(entry, field, longest)}</td>`;
    });
    return `<tr>${hasCaption ? `<th>${entry.caption}</th>` : ''}${cells.join('')}</tr>`;
  });
  return [
    '<table>',
    `<thead><tr>${hasCaption ? '<th></th>' : ''}${head.join('')}</tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
  ].join('\n');
}

/** A list with an item for each entry. */
function writeItems(
  shown: readonly EntryShown[],
  fields: readonly PreviewField[],
  longest: number,
): string {
  const items = shown.map((entry) => {
    const parts = partsOf(entry, fields, longest).map(({ label, value }) =>
      label === '' ? ` – ${value}` : `<br>${label}: ${value}`,
    );
    const caption = entry.caption === '' ? '' : `${entry.caption} `;
    return `<li>${caption}${nameOf(entry, longest)}${parts.join('')}</li>`;
  });
  return ['<ul>', ...items, '</ul>'].join('\n');
}

/** A heading for each entry, with what is below it. */
function writeSections(
  shown: readonly EntryShown[],
  fields: readonly PreviewField[],
  longest: number,
): string {
  return shown
    .flatMap((entry) => [
      ...(entry.caption === '' ? [] : [`<p>${entry.caption}</p>`]),
      `<h4>${nameOf(entry, longest)}</h4>`,
      ...partsOf(entry, fields, longest).map(({ label, value }) =>
        label === '' ? `<p>${value}</p>` : `<p>${label}: ${value}</p>`,
      ),
    ])
    .join('\n');
}

/** A table of keys and values, with a column for each entry. */
function writeRecords(
  shown: readonly EntryShown[],
  fields: readonly PreviewField[],
  longest: number,
): string {
  const rows = fields.flatMap((field) => {
    const values = shown.map((entry) => fieldOf(entry, field, longest));
    if (values.every((value) => value === '')) return [];
    const cells = values.map((value) => `<td>${value}</td>`);
    return [`<tr><th align="left">${labelOf(field.name)}</th>${cells.join('')}</tr>`];
  });
  const captions = shown.map(({ caption }) => `<th>${caption}</th>`);
  const hasCaption = shown.some(({ caption }) => caption !== '');
  return [
    '<table>',
    ...(hasCaption ? [`<thead><tr><th></th>${captions.join('')}</tr></thead>`] : []),
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
  ].join('\n');
}

/** What lists call what stands there without a label. */
const unlabelled = ['logo', 'text', 'contact'];

/** What stands behind a name; the link that the name is, is no part. */
function partsOf(
  entry: EntryShown,
  fields: readonly PreviewField[],
  longest: number,
): readonly { readonly label: string; readonly value: string }[] {
  return fields.flatMap((field) => {
    const { name, role } = field;
    if (role === 'name' || (role === 'homepage' && name === 'homepage')) return [];
    const value = fieldOf(entry, field, longest);
    return value === '' ? [] : [{ label: unlabelled.includes(name) ? '' : labelOf(name), value }];
  });
}

const longestLabel = 80;

function labelOf(name: string): string {
  return defuse(shorten(name, longestLabel));
}
