import { companyKey } from './same-company.ts';

/** What people write between several choices; GitHub itself writes a comma and a blank. */
const separator = /\s*[,，、;；\n]\s*(?:and\s+)?|\s*[/／&+]\s*|\s+and\s+|\s*[和与]\s*/gi;

/** More is free text. It also bounds the work. */
const mostCharacters = 600;

/**
 * The choices that somebody typed: one, or several with commas, slashes or “and” between, each as the list spells it. A choice
 * may contain these itself.
 *
 * @returns nothing if any part of it is not a choice
 */
export function choicesIn(
  typed: string,
  choices: readonly string[],
): readonly string[] | undefined {
  const known = new Map(choices.map((choice) => [companyKey(choice), choice]));
  const whole = known.get(companyKey(typed));
  if (whole !== undefined) return [whole];
  if (typed.length > mostCharacters) return undefined;
  const found = new Set<string>();
  for (let rest = typed; rest !== ''; ) {
    const ends = [...rest.matchAll(separator)].map(({ 0: mark, index }) => ({
      end: index,
      next: index + mark.length,
    }));
    const candidates = [...ends, { end: rest.length, next: rest.length }].toReversed();
    const start = rest;
    const longest = candidates.find(({ end }) => known.has(companyKey(start.slice(0, end))));
    if (longest === undefined) return undefined;
    found.add(known.get(companyKey(start.slice(0, longest.end))) ?? '');
    rest = start.slice(longest.next);
  }
  return found.size > 0 ? [...found] : undefined;
}
