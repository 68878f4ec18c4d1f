import type { DataEntry, DataList } from '../data-list.ts';
import { type DataProperty, type DataValue, findProperty, markIn } from '../data-value.ts';

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
  return neighbours
    .flatMap(({ properties }) => findProperty(properties, name) ?? [])
    .filter(isUnmarked);
}

/** The same; those of other groups where the group has none. */
export function likesAnywhere(around: Neighbourhood, name: string): readonly DataProperty[] {
  const likes = likesOf(around, name);
  return likes.length > 0 ? likes : likesOf({ ...around, neighbours: around.list.elsewhere }, name);
}

/** The same entries as the objects that they have under a key, each from behind this key; those that have none are left out. */
export function insideOf(
  { list, neighbours, changed }: Neighbourhood,
  name: string,
): Neighbourhood {
  const into = (entry: DataEntry): readonly DataEntry[] => {
    const own = entry.properties.find((each) => each.name === name && isUnmarked(each));
    if (own === undefined || own.value.properties.length === 0) return [];
    const { keyEnd: start, value } = own;
    return [{ ...entry, start, end: value.end, properties: value.properties }];
  };
  const [own] = changed === undefined ? [] : into(changed);
  return {
    list: {
      ...list,
      entries: list.entries.flatMap(into),
      elsewhere: list.elsewhere.flatMap(into),
    },
    neighbours: neighbours.flatMap(into),
    ...(own && { changed: own }),
  };
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
