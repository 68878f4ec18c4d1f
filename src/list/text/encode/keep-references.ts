import { fromMarkdown } from 'mdast-util-from-markdown';
import { resolveReference } from '../../../text/character-references.ts';

const beyondAscii = /[^\0-\x7F]/gu;
const beyondAsciiOrReference = /[^\0-\x7F]|&([A-Za-z]+);/gu;

/**
 * Writes characters that were typed as references so again; none where code, addresses or numbers hold some, so that they do
 * not pair up, nor where anything would be read in another way: a backslash before a reference takes its beginning away.
 *
 * @param line as it was typed
 * @param written the same as Markdown, without references to characters beyond ASCII
 */
export function keepReferences(line: string, written: string): string {
  const typed = [...line.matchAll(beyondAsciiOrReference)].flatMap(([source, name]) => {
    const character = name === undefined ? source : resolveReference(name);
    return character === undefined || character < '\x80' ? [] : [{ source, character }];
  });
  const found = written.match(beyondAscii) ?? [];
  const isSame =
    !line.includes('&#') &&
    found.length === typed.length &&
    typed.every(({ character }, index) => character === found[index]);
  if (!isSame) return written;
  let next = 0;
  const kept = written.replace(beyondAscii, (character) => typed[next++]?.source ?? character);
  return kept === written || contentOf(kept) === contentOf(written) ? kept : written;
}

/** What Markdown says, without where in its source. */
function contentOf(source: string): string {
  return JSON.stringify(fromMarkdown(source), (key, value) =>
    key === 'position' ? undefined : value,
  );
}
