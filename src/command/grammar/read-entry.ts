import { findAttachments } from '../../form/find-attachments.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { remark } from '../../problem/remark.ts';
import { type AskedSettings, askedFields } from '../../submission/asked-fields.ts';
import { descriptionId, fieldIds } from '../../submission/field-ids.ts';
import { typedFields } from '../../submission/typed-fields.ts';
import { shorten } from '../../text/shorten.ts';
import type { CommentEntry } from '../command.ts';
import { lineKeys } from '../line-keys.ts';
import { isPictureLine, likelyField, readFieldLine, unknownKey } from './field-line.ts';
import { withoutQuotes } from './without-quotes.ts';
import { mostTyped } from './words.ts';

/** Of the keys that are no field's. */
const mostNamed = 10;

/** The lines of a comment, each given to the field that it belongs to. */
interface SortedLines {
  /** Field id to its lines. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** The ids of fields that are given more than once. */
  readonly repeated: ReadonlySet<string>;
  /** Lines that belong to no field: talk, and the logo. */
  readonly others: readonly string[];
  /** The keys of lines that look like fields and are none. */
  readonly unknown: readonly string[];
}

/**
 * Reads an entry out of a comment's lines, each `ID: value` with an id of the issue form. Only a description goes on over the
 * lines below it, up to a blank one, the next key or a picture. The logo is what `logo:` names, or else the one address
 * in the lines of no field. Other lines say nothing; keys that are no field's are named in a remark.
 *
 * @returns undefined where no line gives a field; otherwise what was typed, as a form's answers would be, and what is
 *   wrong with the lines; each `field` is a form field's id.
 */
export function readEntry(
  lines: readonly string[],
  settings: AskedSettings,
): CommentEntry | undefined {
  const { given, repeated, others, unknown } = sortLines(lines, settings);
  if (given.size === 0) return undefined;
  const answer = (id: string) => {
    const answered = given.get(id);
    return answered && withoutQuotes(answered.join('\n'));
  };
  const keys = new Map(lineKeys(settings).map(({ id, key }) => [id, key]));
  const pictured = askedFields(settings).find(({ kind }) => kind === 'logo');
  const logos = pictured ? findLogos(answer(fieldIds.logo) ?? '', others) : [];
  const darkLogos = findAttachments(answer(fieldIds.darkLogo) ?? '');
  const [[logo], [darkLogo]] = [logos, darkLogos];
  const answers = Object.fromEntries([...given.keys()].map((id) => [id, answer(id)]));
  return {
    fields: {
      ...typedFields(answers, settings),
      descriptions: descriptionsOf(given, settings.sourceLocale),
    },
    ...(logo !== undefined && logos.length === 1 ? { logo } : {}),
    ...(darkLogo !== undefined && darkLogos.length === 1 ? { darkLogo } : {}),
    problems: [
      ...Array.from(repeated, (id) =>
        problem('command-field-twice', id, { id: keys.get(id) ?? id }),
      ),
      ...misspelt(lines, given, settings),
      ...logoProblems(fieldIds.logo, logos.length, pictured?.required ?? false),
      ...logoProblems(fieldIds.darkLogo, darkLogos.length, false),
    ],
    remarks:
      unknown.length === 0 ? [] : [remark('comment-lines-left-out', { keys: unknown.join(', ') })],
  };
}

function sortLines(lines: readonly string[], settings: AskedSettings): SortedLines {
  const given = new Map<string, string[]>();
  const repeated = new Set<string>();
  const others: string[] = [];
  const unknown = new Set<string>();
  let open = others;
  for (const line of lines) {
    const field = readFieldLine(line, settings);
    if (field === undefined) {
      const key = unknownKey(line, settings);
      if (key !== undefined && !likelyField(line, settings)) unknown.add(shorten(key, mostTyped));
      if (line.trim() === '' || isPictureLine(line) || key !== undefined) open = others;
      open.push(line.trim());
      continue;
    }
    const { id, value } = field;
    const answer = [value];
    if (given.has(id)) repeated.add(id);
    else given.set(id, answer);
    open = isDescription(id) ? answer : others;
  }
  return { given, repeated, others, unknown: [...unknown].slice(0, mostNamed) };
}

function isDescription(id: string): boolean {
  return id === fieldIds.description || id.startsWith(`${fieldIds.description}-`);
}

function descriptionsOf(
  given: SortedLines['given'],
  sourceLocale: string,
): Readonly<Record<string, string>> {
  const ids = [...given.keys()].filter(isDescription);
  const prefix = `${fieldIds.description}-`;
  return Object.fromEntries(
    ids.map((id) => {
      const locale =
        id === descriptionId(sourceLocale, sourceLocale) ? sourceLocale : id.slice(prefix.length);
      return [locale, withoutQuotes((given.get(id) ?? []).join('\n'))];
    }),
  );
}

/** A field that is missing while there is a line nearly like it. */
function misspelt(
  lines: readonly string[],
  given: SortedLines['given'],
  settings: AskedSettings,
): readonly Problem[] {
  return lines.flatMap((line) => {
    const likely = likelyField(line, settings);
    if (likely === undefined || given.has(likely.id)) return [];
    const { key, id, name } = likely;
    return [problem('command-field-misspelt', id, { key, id: name })];
  });
}

/** The address of the only picture in some lines, or of the only file that is attached there; other links are talk. */
export function attachmentAlone(lines: readonly string[]): string | undefined {
  const text = lines.join('\n');
  const isPicture = /!\[|<img\b/i.test(text);
  const found = findAttachments(text);
  const attached = found.filter((address) => address.includes('/user-attachments/'));
  const pictures = attached.length > 0 || !isPicture ? attached : found;
  return pictures.length === 1 ? pictures[0] : undefined;
}

function findLogos(answer: string, others: readonly string[]): readonly string[] {
  const named = findAttachments(answer);
  return named.length > 0 ? named : findAttachments(others.join('\n'));
}

function logoProblems(id: string, count: number, isNeeded: boolean): readonly Problem[] {
  if (count > 1) return [problem('command-logo-several', id, { count })];
  return count === 0 && isNeeded ? [problem('command-logo-missing', id)] : [];
}
