import { tokenOfHugo } from '../hugo-token.ts';
import { type ActiveMarkup, activeMarkup } from './active-markup.ts';

/** Finds the word that breaks Hugo's build wherever it stands on a finished page. */
export function findHugoTokens(source: string): readonly ActiveMarkup[] {
  return Array.from(source.matchAll(new RegExp(tokenOfHugo, 'g')), ({ index }) =>
    activeMarkup('shortcode', tokenOfHugo, index),
  );
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
