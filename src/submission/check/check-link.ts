import type { Configuration } from '../../config/configuration.ts';
import type { ProblemCode } from '../../problem/codes.ts';
import { type Problem, type ProblemValues, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { AskedField } from '../asked-fields.ts';
import { fieldIds } from '../field-ids.ts';
import { lengthOf, limits } from '../limits.ts';
import type { Checked } from './checked.ts';
import { cleanAnswer } from './clean-answer.ts';
import { isListedDocument } from './listed-answers.ts';

/** What a problem says of an address that need not be given. */
export const optional = 'yes';

/** Ends of names that lead nowhere on the public internet (RFC 6761, RFC 6762, RFC 8375, and ICANN's `internal`). */
const privateDomains = ['localhost', 'local', 'internal', 'invalid', 'home.arpa'];

/**
 * Checks an answer that is an address.
 *
 * @param listed the addresses that the entries of the list have for it
 * @returns the address as `URL` prints it, without a slash that was not typed, `https:` with a public domain name; `http:` where the configuration allows it;
 *   or the path of a document in the repository, where the list links to such.
 */
export function checkAddress(
  typed: string | undefined,
  field: AskedField,
  isNew: boolean,
  { httpLinks }: Pick<Configuration, 'httpLinks'>,
  listed: readonly string[] = [],
): Checked {
  const { id, label, name, required } = field;
  const cleaned = cleanAnswer(typed);
  if (isListedDocument(cleaned, listed)) return { value: cleaned, problems: [] };
  if (cleaned !== '') {
    const checked = checkLink(cleaned, httpLinks);
    return checked.ok
      ? { value: checked.value, problems: [] }
      : { value: '', problems: checked.problems.map((each) => problemOf(field, each)) };
  }
  const isMissing = required && isNew;
  const isHomepage = field.kind === 'homepage' && label === undefined ? 'yes' : '';
  const values = { name: label ?? name ?? id, choices: '', isHomepage, isGroup: '' };
  const missing = problem('field-missing', id, values);
  return { value: '', problems: isMissing ? [missing] : [] };
}

/** What can only be a web address that lacks its scheme. */
export const withoutScheme = /^www\./i;

/** A problem of an address as that of a field: of one that is required, none says that it is optional. */
export function problemOf({ id, required }: AskedField, { code, values }: Problem): Problem {
  const isNeeded = required && 'optional' in values;
  return { code, field: id, values: isNeeded ? { ...values, optional: '' } : values };
}

/**
 * Checks an address.
 *
 * @param typed the cleaned text of the field, not empty.
 * @returns the address as `URL` prints it, without a slash that was not typed; each problem's `field` is the link's id.
 */
export function checkLink(typed: string, httpLinks = false): Result<string> {
  const length = lengthOf(typed);
  if (length > limits.link) return refuse('link-too-long', { length, limit: limits.link });
  if (withoutScheme.test(typed)) {
    const completed = checkUrl(`https://${typed}`);
    return completed.ok ? completed : refuse('link-not-a-url', { link: typed, optional });
  }
  const scheme = schemeOf(typed);
  if (scheme === 'https' || (scheme === 'http' && httpLinks)) return checkUrl(typed);
  if (scheme === undefined) {
    return refuseOrSuggest('link-without-scheme', typed, `https://${typed.replace(/^\/+/, '')}`);
  }
  if (scheme === 'http') {
    return refuseOrSuggest('link-not-https', typed, typed.replace(/^http:/i, 'https:'));
  }
  return refuse('link-scheme-unsupported', { link: typed, scheme, optional });
}

/** `acme.example:8080/x` has no scheme, though a URL parser sees one: what a port follows is a host. */
function schemeOf(typed: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i.exec(typed)?.[1]?.toLowerCase();
}

function checkUrl(typed: string): Result<string> {
  const url = typed.includes(' ') ? null : URL.parse(typed);
  if (url === null) return refuse('link-not-a-url', { link: typed, optional });
  const problems: Problem[] = [];
  if (url.username !== '' || url.password !== '') {
    problems.push(problem('link-has-credentials', fieldIds.link, { host: url.host }));
  }
  if (!isPublicDomain(url.hostname)) {
    problems.push(problem('link-to-private-host', fieldIds.link, { host: url.hostname, optional }));
  }
  return problems.length > 0 ? failure(...problems) : success(print(url, typed));
}

/** A bare domain has no slash behind it unless one was typed, neither before a query: lists are written so. */
function print(url: URL, typed: string): string {
  const isBare = url.pathname === '/' && !slashBehindHost.test(typed);
  return isBare ? url.origin + url.search + url.hash : url.href;
}

/** As `URL` reads it, which takes both slashes for the same. */
const slashBehindHost = /^[^:]*:[\\/]*[^\\/?#]+[\\/]/;

/** An address by number, or a name of one's own network, is nothing that a public page should send readers to. */
function isPublicDomain(hostname: string): boolean {
  const domain = hostname.replace(/\.$/, '');
  const labels = domain.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => /^[a-z0-9_-]+$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '') &&
    !privateDomains.some((end) => domain === end || domain.endsWith(`.${end}`))
  );
}

/** Names the address that was probably meant, if that one would be accepted. */
function refuseOrSuggest(
  code: 'link-without-scheme' | 'link-not-https',
  link: string,
  suggestion: string,
): Result<string> {
  return checkUrl(suggestion).ok
    ? refuse(code, { link, suggestion, optional })
    : refuse('link-not-a-url', { link, optional });
}

function refuse<Code extends ProblemCode>(code: Code, values: ProblemValues<Code>): Result<string> {
  return failure(problem(code, fieldIds.link, values));
}
