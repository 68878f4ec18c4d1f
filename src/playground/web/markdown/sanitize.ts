import sanitizeHtml from 'sanitize-html';
import { markChinese } from './chinese.ts';
import { taskPlace } from './task-lists.ts';

/** What GitHub lets be of the HTML in a text, as far as its documentation and its `html-pipeline` name it. */
const allowedTags = [
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'br',
    'b',
    'i',
    'strong',
    'em',
    'a',
    'pre',
    'code',
    'img',
  ],
  ...['tt', 'div', 'ins', 'del', 'sup', 'sub', 'p', 'ol', 'ul', 'table', 'thead', 'tbody', 'tfoot'],
  ...['blockquote', 'dl', 'dt', 'dd', 'kbd', 'q', 'samp', 'var', 'hr', 'tr', 'td', 'th', 's', 'li'],
  ...['strike', 'summary', 'details', 'caption', 'figure', 'figcaption', 'abbr', 'cite', 'dfn'],
  ...['mark', 'small', 'span', 'time', 'wbr', 'input', 'rp', 'rt', 'ruby'],
];

const allowedAttributes = {
  a: ['href', 'rel', 'target', 'title'],
  img: ['src', 'alt', 'width', 'height', 'title', 'align', 'loading'],
  ol: ['start'],
  li: ['class'],
  details: ['open'],
  td: ['align', 'colspan', 'rowspan', 'valign', 'width'],
  th: ['align', 'colspan', 'rowspan', 'scope', 'valign', 'width'],
  table: ['width', 'align', 'tabindex'],
  pre: ['tabindex'],
  code: ['class'],
  input: ['type', 'checked', 'disabled', 'aria-label', 'data-task'],
  // `data-mark` does nothing: whoever marks something finds it by that.
  '*': ['dir', 'lang', 'data-mark'],
};

/**
 * Lets of HTML are what GitHub lets be: nothing that acts. Pictures come from this machine only.
 *
 * @param ownAddress our own address for what is on this machine; a picture without one is named only
 */
export function sanitize(
  dirty: string,
  ownAddress: (address: string) => string | undefined,
): string {
  const clean = sanitizeHtml(dirty, {
    allowedTags,
    allowedAttributes,
    allowedClasses: {
      li: ['task'],
      code: [/^language-[\w-]+$/],
      div: ['alert', /^alert-[a-z]+$/],
      p: ['alert-title'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: 50,
    transformTags: {
      a: (tagName, attributes) => {
        const { target: _target, rel: _rel, href, ...kept } = attributes;
        if (href === undefined) return { tagName, attribs: kept };
        const own = ownAddress(href);
        if (own !== undefined) return { tagName, attribs: { ...kept, href: own } };
        const away = /^https?:/i.test(href)
          ? { target: '_blank', rel: 'nofollow noopener noreferrer' }
          : {};
        return { tagName, attribs: { ...kept, href, ...away } };
      },
      img: (_tagName, attributes) => {
        const source = ownAddress(attributes['src'] ?? '');
        if (source === undefined) {
          const text = `[picture elsewhere: ${attributes['alt'] || attributes['src'] || '?'}]`;
          return { tagName: 'span', attribs: {}, text };
        }
        const alt = attributes['alt'] ?? '';
        return { tagName: 'img', attribs: { ...attributes, src: source, alt, loading: 'lazy' } };
      },
      // What may be wider than its place can then be scrolled by keyboard.
      table: (tagName, attribs) => ({ tagName, attribs: { ...attribs, tabindex: '0' } }),
      pre: (tagName, attribs) => ({ tagName, attribs: { ...attribs, tabindex: '0' } }),
      // Boxes of task lists are all that is left of forms, and these do nothing by themselves.
      input: (tagName, attributes) => {
        if (attributes['type'] !== 'checkbox') return { tagName: 'span', attribs: {} };
        const place = taskPlace(attributes['data-task']);
        const attribs = {
          type: 'checkbox',
          disabled: '',
          'aria-label': attributes['aria-label'] ?? 'Task',
          ...('checked' in attributes && { checked: '' }),
          ...(place !== undefined && { 'data-task': place }),
        };
        return { tagName, attribs };
      },
    },
    textFilter: markChinese,
  });
  // A head without words heads nothing: screen readers would announce it all the same.
  return clean.replace(/<th( [^<>]*)?>\s*<\/th>/g, '<td$1></td>');
}

/** A text as it is between tags or in an attribute's double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
