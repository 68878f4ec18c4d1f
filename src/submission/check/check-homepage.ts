import type { Configuration } from '../../config/configuration.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { shorten } from '../../text/shorten.ts';
import { type AskedField, takesSeveralLinks } from '../asked-fields.ts';
import { lengthOf, limits } from '../limits.ts';
import type { Submission, SubmittedLink } from '../submission.ts';
import { tooLong } from './check-company.ts';
import { checkAddress, checkLink, optional, problemOf, withoutScheme } from './check-link.ts';
import type { Checked } from './checked.ts';
import { cleanAnswer } from './clean-answer.ts';

/** More is no answer. It also bounds the work. */
const mostCharacters = (limits.link + limits.linkText) * limits.homepageLinks;

/** What a submission says of homepages. */
type Homepages = Pick<Submission, 'homepage' | 'homepageLinks' | 'completed'>;

/** Checks an answer that is the address of a homepage, or several links where the configuration says so. */
export function checkHomepage(
  typed: string | undefined,
  field: AskedField,
  isNew: boolean,
  configuration: Pick<Configuration, 'httpLinks' | 'format' | 'fields'>,
): Checked<Homepages> {
  if (takesSeveralLinks(field, configuration)) {
    const { value: links, problems } = checkLinks(typed, field, isNew, configuration);
    return { value: homepagesOf(links), problems };
  }
  const { value: homepage, problems } = checkAddress(typed, field, isNew, configuration);
  return {
    value: homepagesOf(homepage === '' ? [] : [linkTo(homepage, cleanAnswer(typed))]),
    problems,
  };
}

/** Of a single link without words, its address says all. */
function homepagesOf(links: readonly CheckedLink[]): Homepages {
  const [first, ...others] = links;
  if (first === undefined) return {};
  const isBare = first.text === '' && others.length === 0;
  const completed = links.filter(({ isCompleted }) => isCompleted).map(({ url }) => url);
  return {
    homepage: first.url,
    ...(!isBare && { homepageLinks: links.map(({ text, url }) => ({ text, url })) }),
    ...(completed.length > 0 && { completed }),
  };
}

/** A link, and whether its address was typed without its scheme. */
interface CheckedLink extends SubmittedLink {
  readonly isCompleted: boolean;
}

function linkTo(url: string, typed: string, text = ''): CheckedLink {
  return { text, url, isCompleted: withoutScheme.test(typed) };
}

/**
 * Checks an answer that may be several addresses, with blanks, commas, “&”, “and” or lines between them, each perhaps with what
 * it is called: `[Blog](https://…)` or `Blog: https://…`.
 *
 * @returns the links in their order, each address once; nothing where there is none, or a problem
 */
function checkLinks(
  typed: string | undefined,
  field: AskedField,
  isNew: boolean,
  configuration: Pick<Configuration, 'httpLinks'>,
): Checked<readonly CheckedLink[]> {
  const cleaned = cleanAnswer(typed);
  const { id, label, name } = field;
  const length = lengthOf(cleaned);
  if (length > mostCharacters) {
    const values = { name: label ?? name ?? id, length, limit: mostCharacters };
    return refused(problem('field-too-long', id, values));
  }
  const found = linksIn(cleaned);
  const [first, ...others] = found ?? [];
  if (first === undefined ? found !== undefined : first.text === '' && others.length === 0) {
    const { value, problems } = checkAddress(typed, field, isNew, configuration);
    return { value: value === '' ? [] : [linkTo(value, cleaned)], problems };
  }
  const unclear = problem('links-not-addresses', id, {
    link: shorten(cleaned, limits.link),
    optional,
  });
  if (found === undefined) return refused(problemOf(field, unclear));
  const links = new Map<string, CheckedLink>();
  const problems: Problem[] = [];
  for (const { text, url } of found) {
    problems.push(...tooLong('link-text-too-long', id, text, limits.linkText));
    const checked = checkLink(url, configuration.httpLinks);
    if (!checked.ok) problems.push(...checked.problems.map((each) => problemOf(field, each)));
    else if (!links.has(checked.value)) links.set(checked.value, linkTo(checked.value, url, text));
  }
  // Of words that are no address, the whole answer tells more.
  if (problems.some(({ code }) => code === 'link-not-a-url')) {
    return refused(problemOf(field, unclear));
  }
  const [count, limit] = [links.size, limits.homepageLinks];
  if (count > limit) problems.push(problem('links-too-many', id, { count, limit }));
  return problems.length > 0 ? refused(...problems) : { value: [...links.values()], problems };
}

function refused(...problems: readonly Problem[]): Checked<readonly CheckedLink[]> {
  return { value: [], problems };
}

const joint = /^(?:[\s,;&+/|·•，；、]|<br ?\/?>|(?:and|和|与|以及)(?=[\s[<]|https?:))+/i;
const inMarkdown = /^\[([^[\]]+)\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?\s*\)/;
const inBrackets = /^()<([^\s<>]+)>/;
const label =
  /^([^\s,;，；、:：/<>[\]()|][^,;，；、:：/<>[\]()|]*)(?:：\s*|:\s+|:(?=https?:\/\/))/i;
const bare = /^[^\s，；、]+/;

/** The links that somebody typed, not yet checked; nothing where something in it is none. */
function linksIn(typed: string): readonly SubmittedLink[] | undefined {
  const links: SubmittedLink[] = [];
  let rest = typed.replace(joint, '');
  while (rest !== '') {
    const [labelled = '', word = ''] = label.exec(rest) ?? [];
    const behind = rest.slice(labelled.length);
    const [whole = '', text = '', url = ''] =
      inMarkdown.exec(rest) ?? inBrackets.exec(behind) ?? bareAddress(behind);
    if (url === '') return undefined;
    links.push({ text: cleanAnswer(text || word), url });
    rest = (text === '' ? behind : rest).slice(whole.length);
    const next = rest.replace(joint, '');
    if (next !== '' && next === rest) return undefined;
    rest = next;
  }
  return links;
}

function bareAddress(text: string): readonly [whole: string, text: string, url: string] {
  const [address = ''] = bare.exec(text) ?? [];
  const [first = ''] = address.split(/,(?=https?:\/\/|[[<])|<br/i);
  const url = first.replace(/[,;]+$/, '');
  return [url, '', url];
}
