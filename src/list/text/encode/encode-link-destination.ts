import { emojiStart } from '../special/emoji-name.ts';
import { letterInToken } from '../special/hugo-tokens.ts';
import { rewrittenSlash } from '../special/rewritten-address.ts';

/** What a URL is made of (RFC 3986), without the parentheses, which could end the link early. */
const notInDestination = /[^A-Za-z0-9\-._~:/?#[\]@!$&'*+,;=%]/gu;

const schemeThatMayAct = /^(?!https?:|mailto:)([^/?#:]*):/i;

/** Markdown resolves references in a destination: their semicolon is escaped, for `&copy;` would become `©`. */
const endOfReference = /(?<=&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+));/g;

const origin = /^[a-z]+:\/\/[^/?#]*/i;

/**
 * A URL as it is written between the parentheses of a link. What Markdown or Hugo could take for its own is
 * percent-encoded, so the result is itself a URL, the same one, and encoding it again changes nothing.
 *
 * @param url as `URL` prints it; a scheme other than `http:`, `https:` and `mailto:` loses its colon
 */
export function encodeLinkDestination(url: string): string {
  const encoded = url
    .toWellFormed()
    .replace(schemeThatMayAct, '$1%3A')
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(notInDestination, percentEncode)
    .replace(endOfReference, '%3B');
  const start = origin.exec(encoded)?.[0] ?? '';
  const path = [letterInToken, emojiStart, rewrittenSlash].reduce(
    (rest, pattern) => rest.replace(pattern, percentEncode),
    encoded.slice(start.length),
  );
  return start + path;
}

function percentEncode(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
