import { toReference } from '../../../text/character-references.ts';
import { usualOf } from '../../most-common.ts';
import { encodeInline } from '../../text/encode/encode-inline.ts';
import { linksIn, shownText } from '../shown-text.ts';
import { encodeWords } from './encode-words.ts';
import type { FieldContext } from './field-context.ts';
import type { Sample } from './sample.ts';
import { withMails } from './with-mails.ts';
import { writeAddress } from './write-address.ts';
import { sameWords } from './write-words.ts';

/**
 * Names on GitHub and mail addresses, each as most of the nearest of its kind are written.
 *
 * @param isEnclosed whether all of it stands in brackets, which others would end
 */
export function writeContacts(typed: string, context: FieldContext, isEnclosed = false): string {
  if (context.allowsMarkup && /\]\(/.test(typed)) return withMails(encodeInline(typed), context);
  const words = sameWords(typed, context, 'contact');
  if (words !== undefined) return words;
  const pieces = typed.split(/(\s*[,;&]\s+|\s+(?=\[?@))/);
  // Pieces that do nothing alone may do so together, as in “&colon; Acme”.
  const areApart = pieces.every((piece, index) => index % 2 === 1 || isHarmless(piece, context));
  return (areApart ? pieces : [typed])
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      const { written, isPlain } = writeContact(piece, context);
      return isPlain && isEnclosed ? written.replace(/[()]/g, toReference) : written;
    })
    .join('');
}

const plainPiece = /^[@\p{L}\p{N}\p{M} .+'’/:()-]*(?:[\w-]+@[\w.-]+)?$/u;
const handle = /^@[A-Za-z\d][A-Za-z\d-]*$/;
const profile = /^(?:https:\/\/github\.com\/[\w-]+\/?$|mailto:)/i;
const mail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** The address of a page, with nothing in it that acts in Markdown: GitHub makes a link of it. */
const page = /^https:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w.-]*)*$/i;

/** A name on GitHub or a mail address that was typed as the others stand in the file, as a link. */
const linkedContact =
  /^\[(@[A-Za-z\d][A-Za-z\d-]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\]\((https:\/\/github\.com\/[\w-]+\/?|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\)$/;

/** The same with a person's own words: letters, and nothing in them that acts or looks like another address. */
const namedContact =
  /^\[(?=[^\]]*\p{L})(?:[\p{L}\p{N}\p{M}'’-]|(?<=[^[ ])\.(?=[\] ])|(?<=[^[ ]) (?=[^\] ]))+\]\((?:https:\/\/github\.com\/[A-Za-z\d][A-Za-z\d-]*\/?|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\)$/u;

function isHarmless(piece: string, context: FieldContext): boolean {
  return (
    [plainPiece, linkedContact, page].some((each) => each.test(piece)) || isNamed(piece, context)
  );
}

/** Whether a contact is a link with a person's own words, and others are too. */
function isNamed(piece: string, { samples }: FieldContext): boolean {
  const links = () => samples.flatMap(({ nodes }) => linksIn(nodes));
  return (
    namedContact.test(piece) &&
    links().some(({ text }) => !/^$|^@|:\/\//.test(text) && !mail.test(text))
  );
}

function writeContact(
  typed: string,
  context: FieldContext,
): { readonly written: string; readonly isPlain: boolean } {
  if (isNamed(typed, context)) return { written: typed, isPlain: false };
  const [, contact = typed, url = contactAddress(contact)] = linkedContact.exec(typed) ?? [];
  const kind = [handle, mail].find((each) => each.test(contact));
  const styles = context.samples.flatMap((sample) => contactStyle(sample, kind) ?? []);
  const style = usualOf(styles);
  if (kind === undefined && page.test(contact)) {
    const written = writeAddress(contact, context) ?? contact;
    return { written, isPlain: written === contact };
  }
  if (style === 'code' && /^@[^`|\\]+$/.test(contact)) {
    return { written: `\`${contact}\``, isPlain: false };
  }
  return style === 'link' && kind !== undefined
    ? { written: `[${contact}](${url})`, isPlain: false }
    : { written: withMails(encodeWords(contact, context), context), isPlain: true };
}

/** How a sample writes contacts of a kind; nothing where it has none of that kind. */
function contactStyle(
  { nodes, source }: Sample,
  kind: RegExp | undefined,
): 'code' | 'link' | 'plain' | undefined {
  const [only] = nodes;
  // Who is named with a link to GitHub may be called anything.
  const isProfile =
    kind === handle && nodes.length === 1 && only?.type === 'link' && profile.test(only.url);
  if (isProfile && !only.url.startsWith('mailto:')) return 'link';
  if (nodes[0]?.type === 'inlineCode' && shownText(nodes).startsWith('@')) return 'code';
  const link = kind && linksIn(nodes).find(({ text }) => kind.test(text));
  if (link !== undefined && profile.test(link.url)) return 'link';
  return kind?.test(source) ? 'plain' : undefined;
}

function contactAddress(contact: string): string {
  return handle.test(contact) ? `https://github.com/${contact.slice(1)}` : `mailto:${contact}`;
}
