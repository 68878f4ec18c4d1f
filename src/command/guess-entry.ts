import { findAttachments } from '../form/find-attachments.ts';
import { type AskedSettings, askedFields } from '../submission/asked-fields.ts';
import { fieldIds } from '../submission/field-ids.ts';
import { descriptionLimit, limits } from '../submission/limits.ts';
import { saysNothing } from '../submission/no-answer.ts';
import { shorten } from '../text/shorten.ts';
import { beforeMail } from './grammar/before-mail.ts';
import { isPictureLine, readFieldLine } from './grammar/field-line.ts';
import { guessedKeys } from './grammar/guessed-keys.ts';
import { ownLines } from './grammar/own-lines.ts';
import { withoutQuotes } from './grammar/without-quotes.ts';

/** What could be read of a request in free words: a help for whoever fills in the form, never published as it is. */
export interface GuessedEntry {
  readonly company?: string;
  readonly description?: string;
  /** The address of a page. */
  readonly link?: string;
  /** What lines say of a list's own fields, by the ids of the form's. */
  readonly others?: Readonly<Record<string, string>>;
  /** Whether it seems to ask for more than one company. */
  readonly hasSeveral: boolean;
}

/** Reads what an issue without the form says of a company: its title, lines such as `Company: …`, and sentences. */
export function guessEntry(title: string, body: string, settings: AskedSettings): GuessedEntry {
  const lines = beforeMail(ownLines(body)).map(plainLine);
  const given = fieldsIn(lines, settings);
  const prose = paragraphsIn(lines, settings);
  const companies = given.get(fieldIds.company) ?? [];
  const company = [companies[0], companyInTitle(title), companyIn(prose)].find(isName);
  const description = [given.get(fieldIds.description)?.[0], prose.find(isAboutUse)].find(Boolean);
  const addresses = [fieldIds.link, fieldIds.homepage].map((id) => given.get(id)?.[0]);
  const link = [...addresses, body].flatMap((text = '') => pagesIn(text))[0];
  const others = askedFields(settings).flatMap(({ kind, id }) => {
    const [value] = kind === 'own' || kind === 'group' ? (given.get(id) ?? []) : [];
    return value === undefined ? [] : [[id, shorten(value, limits.words)]];
  });
  return {
    ...(company && { company: shorten(company, limits.company) }),
    ...(description && { description: shorten(description, descriptionLimit(settings.format)) }),
    ...(link && link.length <= limits.link && { link }),
    ...(others.length > 0 && { others: Object.fromEntries(others) }),
    hasSeveral: new Set(companies.map((each) => each.toLowerCase())).size > 1 || listsNames(lines),
  };
}

/** A line without the marks of headings, lists and tables: `| Company | Acme |` says the same as `Company: Acme`. */
function plainLine(line: string): string {
  const cells = /^\s*\|(.+)\|\s*$/
    .exec(line)?.[1]
    ?.split('|')
    .map((cell) => cell.trim());
  if (cells?.length === 2 && !/^:?-+:?$/.test(cells[0] ?? '')) return `${cells[0]}: ${cells[1]}`;
  if (cells) return '';
  return line
    .replace(/^\s*(?:#{1,6}\s+|\d+[.)]\s+)/, '')
    .replace(/\p{Extended_Pictographic}/gu, '');
}

/** The values of fields by id: behind a colon, or below a line that is a field's name alone. */
function fieldsIn(
  lines: readonly string[],
  settings: AskedSettings,
): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  const take = (id: string, value: string) => {
    const text = withoutQuotes(plainText(value));
    if (text !== '' && !saysNothing(text)) found.set(id, [...(found.get(id) ?? []), text]);
  };
  lines.forEach((line, index) => {
    const field = readFieldLine(line, settings) ?? guessedKeys(line);
    if (!field) return;
    const below = lines.slice(index + 1).find((each) => each.trim() !== '') ?? '';
    take(field.id, field.value || (isFieldLine(below, settings) ? '' : below));
  });
  return found;
}

function isFieldLine(line: string, settings: AskedSettings): boolean {
  return (readFieldLine(line, settings) ?? guessedKeys(line)) !== undefined;
}

/** Runs of lines that are sentences. */
function paragraphsIn(lines: readonly string[], settings: AskedSettings): readonly string[] {
  const isProse = (line: string) => !isFieldLine(line, settings) && !isPictureLine(line);
  const text = lines.map((line) => (isProse(line) ? line : '')).join('\n');
  return text
    .split(/\n\s*\n/)
    .map(plainText)
    .filter((each) => each !== '');
}

/** Without pictures, addresses and marks of emphasis. */
function plainText(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<?\bhttps?:\/\/[^\s>]*>?/g, '')
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}(?=\s|[.,;:!?)]|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A sentence on what is done with the project: long enough, and without a mail address. */
function isAboutUse(text: string): boolean {
  const isSentence = text.split(' ').length >= 6 || /\p{Script=Han}{10}/u.test(text);
  const isAboutIt =
    /\b(?:us(?:e|es|ed|ing)|runs?|running|built|builds?|rely|relies|powers?)\b|使用|采用|用于|基于/iu;
  return isSentence && isAboutIt.test(text) && !/\S@\S+\.\S/.test(text);
}

function isName(name: string | undefined): name is string {
  const noNames =
    /^(?:us|me|we|our (?:company|logo|organi[sz]ation)|my company|a? ?new (?:company|user|adopter)|logo|company|\[.*\]|我们|公司|本公司|我司)$/iu;
  return name !== undefined && name !== '' && !saysNothing(name, true) && !noNames.test(name);
}

function companyInTitle(title: string): string | undefined {
  const asked =
    /^(?:\[[^\]]*\]\s*)?(?:please\s+)?(?:add|list|include|adding|new (?:user|adopter|company):?)\s+(.+?)(?:['’]s? logo)?\s+(?:to|on|in|as|into)\b/iu.exec(
      title,
    )?.[1] ??
    /^(?:\[[^\]]*\]\s*)?(.+?)\s+(?:uses|is using|adopts|joins)\b/iu.exec(title)?.[1] ??
    /(?:添加|新增|增加|收录|请加上)\s*[:：]?\s*(.+?)\s*(?:到|至|为|$)/u.exec(title)?.[1];
  return asked && withoutQuotes(plainText(asked));
}

function companyIn(prose: readonly string[]): string | undefined {
  const named =
    /\b(?:[Ww]e at|[Hh]ere at|from|I work (?:at|for)|[Oo]n behalf of|[Oo]ur company,?|[Mm]y company,?)\s+(\p{Lu}[\p{L}\p{N}&.-]*(?:\s\p{Lu}[\p{L}\p{N}&.-]*){0,3})/u;
  const found = prose.map((text) => named.exec(text)?.[1]).find(Boolean);
  return found?.replace(/[.,]$/, '');
}

/** Addresses of pages: no pictures, nothing that is attached. */
function pagesIn(text: string): readonly string[] {
  // As in [https://a.example](url), where a placeholder is left.
  const typed = text.replace(/\]\((?!https?:)[^()]*\)/g, '] ');
  return findAttachments(typed).filter((address) => {
    const { hostname, pathname } = new URL(address);
    const isPicture = /\.(?:png|jpe?g|gif|svg|webp|zip|pdf|ai|eps)$/i.test(pathname);
    return !isPicture && !/(?:^|\.)(?:github\.com|githubusercontent\.com)$/.test(hostname);
  });
}

/** Whether a numbered list names companies: several items that begin with a name and go on. */
function listsNames(lines: readonly string[]): boolean {
  const named = lines.filter((line) =>
    /^\s*(?:[-*+]\s+)?\p{Lu}[\p{L}\p{N}&. ]{1,40}\s+[–—-]\s+\S/u.test(line),
  );
  return named.length > 1;
}
