import { entryLink, fileAddress } from '../../text/addresses.ts';
import { ownValue } from '../../text/own-value.ts';
import { shorten } from '../../text/shorten.ts';
import { defuse, defuseAttribute } from '../defuse.ts';
import type { PreviewCell, PreviewField } from '../row-preview.ts';

/** An entry of a page, and where its picture is seen. */
export interface EntryShown {
  readonly cell: PreviewCell;
  /** What is said of it; may be empty. */
  readonly caption: string;
  /** As `https://github.com/apache/flink`; nothing where no picture is shown. */
  readonly repository?: string;
  readonly commit?: string;
}

/** An address that is longer is shown as its text, and a picture's not at all. */
const longestAddress = 1_000;

/** Of a logo in a list, in pixels. */
const pictureWidth = 120;

/** What an entry says in one field, as HTML on one line; empty for nothing. @param longest to which texts are cut */
export function fieldOf(
  { cell, repository, commit }: EntryShown,
  { name, role }: PreviewField,
  longest: number,
): string {
  switch (role) {
    case 'name':
      return defuse(shorten(cell.company, longest));
    case 'homepage':
      return homepages(cell)
        .map(({ text, url }) => linked(url, text || url, longest))
        .join(', ');
    case 'text':
      return defuse(shorten(cell.text, longest));
    case 'link':
      return linked(cell.link?.url, cell.link?.text ?? ownValue(cell.fields, name) ?? '', longest);
    case 'logo':
    case 'logo-dark': {
      const logo = role === 'logo' ? cell.logo : cell.darkLogo;
      const isShown = logo !== undefined && logo.length <= longestAddress;
      if (!isShown || repository === undefined || commit === undefined) return '';
      const source = `${fileAddress(repository, commit, logo)}?raw=true`;
      const company = defuseAttribute(shorten(cell.company, longest));
      return `<img src="${source}" width="${pictureWidth}" alt="${company}">`;
    }
    default:
      return defuse(shorten(ownValue(cell.fields, name) ?? '', longest));
  }
}

function homepages({ homepage = '', homepageLinks }: PreviewCell) {
  return homepageLinks ?? [{ text: '', url: homepage }];
}

/** The name of an entry, with the link that it is. */
export function nameOf({ cell }: EntryShown, longest: number): string {
  return linked(cell.homepage, cell.company, longest);
}

function linked(address: string | undefined, words: string, longest: number): string {
  const text = defuse(shorten(words, longest));
  const isShort = address !== undefined && address.length <= longestAddress;
  const target = isShort ? entryLink(address) : undefined;
  return target === undefined || text === '' ? text : `<a href="${target}">${text}</a>`;
}
