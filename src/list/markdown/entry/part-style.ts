import { ownValue } from '../../../text/own-value.ts';
import { toSingleLine } from '../../../text/single-line.ts';
import type { EntryValues, Field } from '../../format.ts';
import { mostCommon } from '../../most-common.ts';
import type { Part, PartStyle } from './entry.ts';
import type { EntryContext } from './entry-context.ts';
import { canBeInBrackets } from './read-name.ts';

/** What an entry says in one field. */
export function valueIn(values: EntryValues, { name, role }: Field): string {
  switch (role) {
    case 'name':
      return '';
    case 'homepage':
      return values.homepage ?? '';
    case 'text':
      return toSingleLine(values.text).trim() === '' ? '' : values.text.trim();
    case 'link':
      return values.link?.url ?? '';
    case 'logo':
      return values.logo;
    default:
      return ownValue(values.fields, name)?.trim() ?? '';
  }
}

/** Nothing but what is between parts; a definition of a link may be there as well. */
const between = /^(?:\s|<br ?\/?>|[-–—|:：,([*+\\]|\d{1,9}[.)])*$/i;

/** What a part follows. */
export interface PlaceOfPart {
  /** The field of the part before it; nothing behind the name. */
  readonly previous: string | undefined;
  /** Whether the name is neither bold nor a link, so that only a dash or the like ends it. */
  readonly isPlainName: boolean;
}

/** How most neighbours put a part, of those that have the same before it. */
export function styleOf(
  field: Field,
  value: string,
  { previous, isPlainName }: PlaceOfPart,
  { neighbours, usualStyle, shift, allowsMarkup }: EntryContext,
): PartStyle {
  const all = neighbours.flatMap(({ name, parts }) =>
    parts.flatMap((part, index) => {
      const before = part.before.replaceAll('\r', '');
      if (part.field !== field.name || !between.test(before)) return [];
      const style: PartStyle = { before, label: part.label, after: part.after };
      const isJoined = /^[ \t]*$/.test(before) && !/[:：]\W*$/.test(name.source);
      const isEnclosed = part.after !== '';
      const opening =
        isBesideName(part) && !isWithName(parts, index) ? parts[0]?.before : undefined;
      return [{ style, isJoined, isEnclosed, opening, previous: parts[index - 1]?.field }];
    }),
  );
  // Words may go on from a name that has an end of its own, as “via its own package”; a sentence needs something between.
  const goesOn = !isPlainName && /^\p{Ll}/u.test(value);
  const fits = canBeInBrackets(value, isPlainName, allowsMarkup);
  const usable = all.filter(
    ({ isJoined, isEnclosed }) =>
      field.role !== 'text' || ((!isJoined || goesOn) && (!isEnclosed || fits)),
  );
  const alike = usable.filter((each) => each.previous === previous);
  const styles = (alike.length > 0 ? alike : usable).map(({ style, opening }) => {
    // What goes on in the paragraph of a part that is missing begins one of its own.
    const isFirst = alike.length === 0 && previous === undefined && opening !== undefined;
    return isFirst ? { ...style, before: opening.replaceAll('\r', '') } : style;
  });
  const keys = styles.map((style) => JSON.stringify(style));
  const found = styles[keys.indexOf(mostCommon(keys) ?? '')] ?? usualStyle(field);
  return { ...found, before: found.before.replace(/\n(?=[ \t])/g, `\n${' '.repeat(shift)}`) };
}

/** Whether another value can be where a part does, and be read as one again. */
export function canHold(
  part: Part,
  value: string,
  isPlainName: boolean,
  { allowsMarkup }: Pick<EntryContext, 'allowsMarkup'>,
): boolean {
  if (part.role !== 'text' || !isBesideName(part)) return true;
  const isJoined = /^\s+$/.test(part.before) && !part.before.includes('\n');
  const isEnclosed = part.after !== '';
  return (
    !(isPlainName && isJoined) &&
    !(isEnclosed && !canBeInBrackets(value, isPlainName, allowsMarkup))
  );
}

/** Whether most neighbours have a field in the name's own paragraph, or directly below a heading; where none has it, it goes as its style says. */
export function goesBesideName(
  field: Field,
  style: PartStyle,
  { neighbours }: Pick<EntryContext, 'neighbours'>,
): boolean {
  const all = neighbours.flatMap(({ parts }) => {
    const index = parts.findIndex((part) => part.field === field.name);
    return index === -1 ? [] : [isWithName(parts, index)];
  });
  return isBesideName(style) && (mostCommon(all) ?? true);
}

function isWithName(parts: readonly Part[], index: number): boolean {
  return parts.slice(0, index + 1).every(isBesideName);
}

/** Whether a part goes on in the paragraph that it follows, or directly below a heading. */
export function isBesideName({ before }: PartStyle): boolean {
  return !/\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(before.replaceAll('\r', ''));
}
