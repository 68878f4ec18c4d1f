import { decodeAttribute } from '../decode-attribute.ts';
import { type ActiveMarkup, type ActiveMarkupKind, activeMarkup } from './active-markup.ts';
import { type HtmlTag, readHtmlTags } from './html-tags.ts';
import { isScriptLink } from './script-link.ts';

/** Elements that only format, and are no reason for a finding as long as they carry no attribute. */
const formatting = new Set(['br', 'b', 'i', 'em', 'strong', 'code', 'small', 'sup', 'sub']);

/** Elements that a logo's cell may hold besides, with attributes. */
const aroundLogos = new Set('img a picture source p div span center figure figcaption'.split(' '));

const addresses = new Set(
  'href src srcset xlink:href action formaction data poster background cite ping longdesc'.split(
    ' ',
  ),
);

/**
 * Finds what acts in raw HTML.
 *
 * @param markup HTML
 * @param place where the HTML stands: in a logo's cell pictures and links are expected, in a text none
 * @param base the markup's own offset in the source, added to each finding's
 */
export function findActiveHtml(
  markup: string,
  place: 'logo' | 'text',
  base = 0,
): readonly ActiveMarkup[] {
  return readHtmlTags(markup).flatMap((tag) => {
    const text = markup.slice(tag.start, tag.end);
    const kind = judge(tag, text, place);
    return kind === undefined ? [] : [activeMarkup(kind, text, base + tag.start)];
  });
}

function judge(tag: HtmlTag, markup: string, place: 'logo' | 'text'): ActiveMarkupKind | undefined {
  if (tag.attributes.some(({ name }) => name.startsWith('on'))) return 'event-handler';
  const hasScriptLink = tag.attributes.some(
    ({ name, value }) => addresses.has(name) && isScriptLink(decodeAttribute(value)),
  );
  if (hasScriptLink) return 'script-link';
  if (!tag.isFinished) return 'element';
  if (tag.name === '') return isComment(markup) ? undefined : 'element';
  if (place === 'logo' && aroundLogos.has(tag.name)) return undefined;
  return formatting.has(tag.name) && tag.attributes.length === 0 ? undefined : 'element';
}

/**
 * Whether all versions of Markdown and HTML agree that this is one comment. Where they do not, one of them takes its
 * inside for markup.
 */
function isComment(markup: string): boolean {
  return /^<!--(?!-?>)(?:[^-]|-(?!-))*-->$/.test(markup);
}
