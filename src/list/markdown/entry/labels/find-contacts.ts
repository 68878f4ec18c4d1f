import { shownText } from '../../shown-text.ts';
import type { RawPart } from '../entry.ts';

/**
 * The parts that say whom to ask: names on GitHub directly behind the name, and what is in the same brackets as these
 * do in other entries.
 */
export function findContacts(parts: readonly RawPart[]): ReadonlySet<RawPart> {
  const style = ({ before, after }: RawPart) => `${before} ${after}`;
  const named = parts.filter(isContact);
  const enclosed = new Set(named.filter(({ after }) => after !== '').map(style));
  return new Set([
    ...named,
    ...parts.filter((part) => part.isInline && part.after !== '' && enclosed.has(style(part))),
  ]);
}

/** A name on GitHub, or several. */
function isContact({ isInline, nodes, source }: RawPart): boolean {
  const isNamed = /^\[?@/.test(source);
  return isInline && isNamed && /^@[\w-]+(?:\s*[,;&]?\s*@[\w-]+)*$/.test(shownText(nodes));
}
