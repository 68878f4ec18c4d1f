import { posix } from 'node:path';
import type { Entry, Field } from '../../list/list.ts';
import { logoPathOf } from '../../proposal/logo-file.ts';
import { escapeHtml, sanitize } from '../web/markdown/sanitize.ts';
import { entryMark } from './mark-entry.ts';
import type { SmallPage } from './small-page.ts';
import { ownPage } from './small-page.ts';

/** Shows the entries of a data file: what each of its keys says. */
export function renderRecordsPage(page: SmallPage): string {
  const { list, locale } = page;
  const groups = list.groups.length === 0 ? [undefined] : list.groups;
  const parts = groups.map((group) => {
    const entries = list.entries.filter((entry) => group === undefined || entry.group === group);
    const heading = group === undefined ? '' : `<h2>${escapeHtml(group)}</h2>`;
    return `${heading}<ul class="records">${entries.map((entry) => record(entry, page)).join('\n')}</ul>`;
  });
  const name = list.folder ? list.path : posix.basename(list.path);
  return ownPage(name, locale, `<h1><code>${escapeHtml(name)}</code></h1>${parts.join('\n')}`);
}

function record(entry: Entry, page: SmallPage): string {
  const rows = page.list.fields.flatMap((field) => {
    const value = shownValue(entry, field, page);
    return value === '' ? [] : [`<dt>${escapeHtml(field.name)}</dt><dd>${value}</dd>`];
  });
  const mark = entry === page.marked ? ` id="${entryMark}"` : '';
  return `<li${mark}><dl>${rows.join('')}</dl></li>`;
}

/** What a field says of an organization, as HTML; empty where it says nothing. */
function shownValue(entry: Entry, { name, role }: Field, page: SmallPage): string {
  const { homepage = '', link, fields = {} } = entry;
  switch (role) {
    case 'name':
      return `<strong>${escapeHtml(entry.company)}</strong>`;
    case 'text':
      return escapeHtml(entry.text);
    case 'homepage':
      return linked(homepage);
    case 'link':
      return linked(link?.url ?? fields[name] ?? '');
    case 'logo':
      return pictured(entry, page);
    default:
      return escapeHtml(fields[name] ?? '');
  }
}

function linked(address: string): string {
  const text = escapeHtml(address);
  return sanitize(`<a href="${text}">${text}</a>`, () => undefined);
}

/** A logo that is in the repository, and what the list calls it. */
function pictured({ logo }: Entry, { configuration, addressOf }: SmallPage): string {
  const path = logoPathOf(logo, configuration);
  const image =
    path === undefined ? '' : `<img src="${escapeHtml(addressOf(path, 'bytes'))}" alt="">`;
  return image + (logo === '' ? '' : `<code>${escapeHtml(logo)}</code>`);
}
