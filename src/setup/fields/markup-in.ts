import type { FieldRole } from '../../config/configuration.ts';
import type { Entry, List } from '../../list/list.ts';

/** What markup a list's values hold, which says what its form may ask for. */
export interface FoundMarkup {
  /** Whether texts have links or code in them. */
  readonly isInline: boolean;
  /** The fields with links in them, by the list's own names. */
  readonly linked: ReadonlySet<string>;
  /** Those in which most entries have a picture and nothing else, as a badge. */
  readonly pictured: ReadonlySet<string>;
  /** Those whose links are called by the name, a fixed word or an address, now so and now so. */
  readonly varied: ReadonlySet<string>;
}

const none = new Set<string>();
export const noMarkup: FoundMarkup = {
  isInline: false,
  linked: none,
  pictured: none,
  varied: none,
};

/** So much of a list has to have markup in its texts: one entry may be a slip. */
const leastShare = 0.05;

/** What strangers' own words are in; links of others are written as the list has them. */
const ofWords: readonly FieldRole[] = ['text', 'contact', 'status', 'category', 'none'];

const picture = /!\[[^[\]]*\](?:\([^()\s]*\)|\[[^[\]]*\])|<img\s[^<>]*>/gi;
const link = /\[([^[\]]*)\](?:\(([^()\s]*)\)|\[[^[\]]*\])/;
/** The name of an entry that begins with it is no link in a text. */
const referenceLink = /(?<=[^*_])\[[^[\]]+\]\[[^[\]]*\]/;
const code = /`[^`\n]+`/;

/** Looks for links and code in the values of a list. */
export function markupIn(list: List): FoundMarkup {
  const linked = new Set<string>();
  /** By field, how many more entries have a picture alone than anything else. */
  const surplus = new Map<string, number>();
  const callings = new Map<string, string[]>();
  let marked = 0;
  // In a data file, an address is a value, and HTML in a text says nothing of Markdown.
  const isMarkedUp = list.format.look === 'records' ? holdsMarkdown : holdsMarkup;
  const roles = new Map(list.fields.map(({ name, role }) => [name, role]));
  for (const entry of list.entries) {
    const parts = list.format.parts(list, entry);
    for (const { field, markup } of parts) {
      if (field === undefined || markup === '') continue;
      const rest = withoutPictures(markup);
      if (link.test(rest)) {
        linked.add(field);
        callings.set(field, [...(callings.get(field) ?? []), callingOf(rest, entry)]);
      }
      surplus.set(field, (surplus.get(field) ?? 0) + (rest.trim() === '' ? 1 : -1));
    }
    const isMarked = parts.some(({ field, markup }) => {
      const role = field === undefined ? 'text' : roles.get(field);
      // Where name and words are one, the link of the name is no markup in the words.
      const words = field === undefined ? markup.replace(`](${entry.homepage})`, ']') : markup;
      return role !== undefined && ofWords.includes(role) && isMarkedUp(words);
    });
    if (isMarked) marked += 1;
  }
  const pictured = new Set([...surplus].flatMap(([name, more]) => (more > 0 ? [name] : [])));
  const varied = new Set([...callings].flatMap(([name, each]) => (vary(each) ? [name] : [])));
  const isInline = marked > 0 && marked >= list.entries.length * leastShare;
  return { isInline, linked, pictured, varied };
}

/** What the first link in a piece of Markdown is called by: the organization's name, its own address, or a word. */
function callingOf(markup: string, { company }: Entry): string {
  const [, words = '', address = ''] = link.exec(markup) ?? [];
  if (words === company) return 'name';
  return address.includes(words) ? 'address' : `“${words}”`;
}

/** Where one way has so many of the links, others are slips, and one alone may be one anyway. */
const mostAlike = 0.8;
const fewestOthers = 2;

/** Whether links are called in several ways. */
function vary(callings: readonly string[]): boolean {
  const ways = [...Map.groupBy(callings, (each) => each).values()];
  const usual = Math.max(...ways.map(({ length }) => length));
  return usual < callings.length * mostAlike && usual + fewestOthers <= callings.length;
}

/** A badge is no link, and its address none that a text has. */
function withoutPictures(markup: string): string {
  return markup.replace(picture, '');
}

/** Whether words hold code, or addresses other than those of people on GitHub. */
function holdsMarkup(words: string): boolean {
  const others = withoutPictures(words).replaceAll(/\[@[\w-]+\]\([^()\s]*\)/g, '');
  return code.test(others) || /https?:\/\//i.test(others) || referenceLink.test(others);
}

function holdsMarkdown(words: string): boolean {
  return code.test(words) || link.test(words);
}
