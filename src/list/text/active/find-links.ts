import { decodeAttribute } from '../decode-attribute.ts';
import { decodeText } from '../decode-text.ts';
import { readHtmlTags } from './html-tags.ts';
import { isScriptLink } from './script-link.ts';

/**
 * The addresses of a cell's links, as a browser gets them. Those that a shortcode makes, or that would run a program,
 * are left out: they are found as such.
 */
export function findLinks(markup: string, kind: 'markdown' | 'html'): readonly string[] {
  const addresses =
    kind === 'html'
      ? readHtmlTags(markup)
          .filter(({ name, isClosing }) => name === 'a' && !isClosing)
          .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'href'))
          .map(({ value }) => decodeAttribute(value))
      : Array.from(markup.matchAll(/\]\(\s*<?([^\s)>]*)/g), ([, address = '']) =>
          decodeText(address),
        );
  return addresses.filter((address) => !address.startsWith('{{') && !isScriptLink(address));
}
