import { withoutComments } from '../../text/without-comments.ts';
import { cleanText } from '../clean-text.ts';
import { limits } from '../limits.ts';
import { saysNothing, withoutMarks } from '../no-answer.ts';

/** What the entries of a list say, by the list's own names of its fields. What they say, a new one may say too. */
export type ListedAnswers = Readonly<Record<string, readonly string[]>>;

/**
 * Words for nothing, such as “Coming soon!”, as the entries of a list spell them: they are an answer where entries have them.
 *
 * @param listed what the entries have for the field
 * @returns nothing where the typed words are no such words, or no entry has them
 */
export function listedMark(typed = '', listed: readonly string[] = []): string | undefined {
  const cleaned = cleanText(withoutComments(typed));
  if (cleaned === '' || !saysNothing(cleaned)) return undefined;
  const wanted = withoutMarks(cleaned);
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
  /^((?:\.{0,2}\/)?(?:[\w.-]+\/)*)[\w-][\w.-]*(\.(?:mdx?|markdown|html?|rst|adoc|txt|pdf))$/i;

/** A single link may be a slip. */
const fewestLinks = 2;

/**
 * Whether an address is the path of a document in a folder from which a list links to such documents already, relative to its
 * file, so that it stays inside of the repository as these do.
 *
 * @param listed the addresses that the entries have for the field
 */
export function isListedDocument(typed: string, listed: readonly string[] = []): boolean {
  const kind = kindOf(typed);
  return kind !== undefined && listed.filter((each) => kindOf(each) === kind).length >= fewestLinks;
}

/** The folder and the ending of a document; nothing for other addresses. */
function kindOf(address: string): string | undefined {
  if (address.length > limits.link) return undefined;
  const [, folder, ending] = document.exec(address) ?? [];
  return folder === undefined ? undefined : `${folder} ${ending?.toLowerCase()}`;
}
