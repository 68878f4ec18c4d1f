import { withoutComments } from '../../text/without-comments.ts';
import { cleanText } from '../clean-text.ts';
import { limits } from '../limits.ts';
import { saysNothing, withoutMarks } from '../no-answer.ts';

/** What the entries of a list say, by the list's own names of its fields. What they say, a new one may say too. */
export type ListedAnswers = Readonly<Record<string, readonly string[]>>;

/**
 * Words for nothing, such as “Coming soon!”, as the entries of a list spell them: they are an answer where entries have them,
 * and so is “No” where others say “Yes”.
 *
 * @param listed what the entries have for the field
 * @returns nothing where the typed words are no such words, or no entry has them
 */
export function listedMark(typed = '', listed: readonly string[] = []): string | undefined {
  const cleaned = cleanText(withoutComments(typed));
  if (cleaned === '' || !saysNothing(cleaned)) return undefined;
  const wanted = withoutMarks(cleaned);
  // “No” answers what others answered with “Yes”.
  if (wanted === 'no' && listed.some((value) => /^yes\b/i.test(value))) return cleaned;
  return listed.find((value) => saysNothing(value) && withoutMarks(value) === wanted);
}

/**
 * The same of words that formats write as the entries nearby spell them: where only capitals are others, those that were typed.
 */
export function listedWords(typed = '', listed: readonly string[] = []): string | undefined {
  const mark = listedMark(typed, listed);
  const cleaned = cleanText(withoutComments(typed));
  return mark?.toLowerCase() === cleaned.toLowerCase() ? cleaned : mark;
}

/** A link that somebody follows to a document in the repository, and not to a host: `adopters/juniper.md`. */
const document =
  /^((?:\.{0,2}\/)?(?:[\w.-]+\/)*?)([\w-][\w.-]*\/)?([\w-][\w.-]*(\.(?:mdx?|markdown|html?|rst|adoc|txt|pdf)))$/i;

/** A single link may be a slip. */
const fewestLinks = 2;

/**
 * Whether an address is the path of a document in a folder from which a list links to such documents already, or of one that is
 * called as these are and has a folder of its own beside theirs (`adopters/juniper/README.md`), relative to the list's file, so
 * that it stays inside of the repository as these do.
 *
 * @param listed the addresses that the entries have for the field
 */
export function isListedDocument(typed: string, listed: readonly string[] = []): boolean {
  const others = listed.map((each) => kindsOf(each));
  return kindsOf(typed).some(
    (kind) => others.filter((kinds) => kinds.includes(kind)).length >= fewestLinks,
  );
}

/** Where a document is: its folder and its ending, and its name without its own folder; nothing of other addresses. */
function kindsOf(address: string): readonly string[] {
  const found = address.length > limits.link ? null : document.exec(address);
  if (found === null) return [];
  const [, above = '', folder = '', name = '', ending = ''] = found;
  const inFolder = `${above}${folder} ${ending.toLowerCase()}`;
  return folder === '' ? [inFolder] : [inFolder, `${above}*/${name}`];
}
