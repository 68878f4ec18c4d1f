import { decodeAttribute } from '../encode/decode-attribute.ts';
import { hugoToken, publishedToken } from '../special/hugo-tokens.ts';
import { type ActiveMarkup, activeMarkup } from './active-markup.ts';

/** Finds the words that Hugo looks for on finished pages; some also where references spell them. */
export function findHugoTokens(source: string): readonly ActiveMarkup[] {
  const found = Array.from(source.matchAll(hugoToken), ({ 0: token, index }) =>
    activeMarkup('shortcode', token, index),
  );
  const spelled = decodeAttribute(source).match(publishedToken) ?? [];
  return [
    ...found,
    ...spelled
      .filter((token) => !source.includes(token))
      .map((token) => activeMarkup('shortcode', token, 0)),
  ];
}

/**
 * Finds Hugo's shortcodes in Markdown source, in code too, for Hugo runs them before it reads any Markdown. A
 * shortcode that is commented out shows itself and runs nothing, where its comment is closed.
 */
export function findShortcodes(source: string): readonly ActiveMarkup[] {
  const found: ActiveMarkup[] = [];
  let read = 0;
  for (const { 0: opening, 1: kind, 2: comment, index } of source.matchAll(/\{\{([<%])(\/\*)?/g)) {
    if (index < read) continue;
    const closing = `${comment === undefined ? '' : '*/'}${kind === '<' ? '>' : '%'}}}`;
    const end = source.indexOf(closing, index + opening.length);
    read = end === -1 ? source.length : end + closing.length;
    const isInert = comment !== undefined && end !== -1;
    if (!isInert) found.push(activeMarkup('shortcode', source.slice(index, read), index));
  }
  return found;
}
