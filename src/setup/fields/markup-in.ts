import type { FieldRole } from '../../config/configuration.ts';
import type { List } from '../../list/list.ts';

/** What markup a list's values hold, which says what its form may ask for. */
export interface FoundMarkup {
  /** Whether texts have links or code in them. */
  readonly isInline: boolean;
  /** The fields with links in them, by the list's own names. */
  readonly linked: ReadonlySet<string>;
}

export const noMarkup: FoundMarkup = { isInline: false, linked: new Set() };

/** So much of a list has to have markup in its texts: one entry may be a slip. */
const leastShare = 0.05;

/** What strangers' own words are in; links of others are written as the list has them. */
const ofWords: readonly FieldRole[] = ['text', 'status', 'category', 'none'];

const link = /\[[^[\]]*\](?:\([^()\s]*\)|\[[^[\]]*\])/;
const code = /`[^`\n]+`/;

/** Looks for links and code in the values of a list. */
export function markupIn(list: List): FoundMarkup {
  const linked = new Set<string>();
  let marked = 0;
  // In a data file, an address is a value, and HTML in a text says nothing of Markdown.
  const isMarkedUp = list.format.look === 'records' ? holdsMarkdown : holdsMarkup;
  const roles = new Map(list.fields.map(({ name, role }) => [name, role]));
  for (const entry of list.entries) {
    const parts = list.format.parts(list, entry);
    for (const { field, markup } of parts) {
      if (field !== undefined && link.test(markup)) linked.add(field);
    }
    const isMarked = parts.some(({ field, markup }) => {
      const role = field === undefined ? 'text' : roles.get(field);
      // Where name and words are one, the link of the name is no markup in the words.
      const words = field === undefined ? markup.replace(`](${entry.homepage})`, ']') : markup;
      return role !== undefined && ofWords.includes(role) && isMarkedUp(words);
    });
    if (isMarked) marked += 1;
  }
  return { isInline: marked > 0 && marked >= list.entries.length * leastShare, linked };
}

/** Whether words hold code, or addresses other than those of people on GitHub. */
function holdsMarkup(words: string): boolean {
  const others = words.replaceAll(/\[@[\w-]+\]\([^()\s]*\)/g, '');
  return code.test(others) || /https?:\/\//i.test(others);
}

function holdsMarkdown(words: string): boolean {
  return code.test(words) || link.test(words);
}
