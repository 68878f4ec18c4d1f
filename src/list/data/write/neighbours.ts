import type { DataEntry, DataList } from '../data-list.ts';
import { type DataProperty, type DataValue, markIn } from '../data-value.ts';

/** What decides how an entry is written. */
export interface Neighbourhood {
  readonly list: DataList;
  /** The other entries, nearest first; before them the one that is changed, if there is one. */
  readonly neighbours: readonly DataEntry[];
  readonly changed?: DataEntry;
}

/** What a mark is on, as an anchor, is never copied. */
function isUnmarked({ value }: DataProperty): boolean {
  return markIn(value) === undefined;
}

/** The properties with one name, nearest first. */
export function likesOf({ neighbours }: Neighbourhood, name: string): readonly DataProperty[] {
  return neighbours.flatMap(
    ({ properties }) => properties.find((each) => each.name === name && isUnmarked(each)) ?? [],
  );
}

/** The same; those of other groups where the group has none. */
export function likesAnywhere(around: Neighbourhood, name: string): readonly DataProperty[] {
  const likes = likesOf(around, name);
  return likes.length > 0 ? likes : likesOf({ ...around, neighbours: around.list.elsewhere }, name);
}

/** The source of something in the file, its line ends as `\n`. */
export function sourceOf(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end).replaceAll('\r\n', '\n');
}

/** Whether nothing but blanks and what belongs to the format is there: no comment. */
export function isPlain(source: string): boolean {
  return /^[\s,:=[\]{}-]*$/.test(source);
}

/** The strings of a list beside a key's own, nearest first: not more than tell something. */
export function otherTexts({ neighbours }: Neighbourhood, name: string): readonly DataValue[] {
  return neighbours
    .slice(0, 50)
    .flatMap(({ properties }) =>
      properties.filter((each) => each.name !== name && isUnmarked(each)),
    )
    .flatMap(({ value }) => [value, ...value.items])
    .filter(({ kind }) => kind === 'text');
}
