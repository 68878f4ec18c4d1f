import type { DataArray } from './data-list.ts';
import type { DataValue } from './data-value.ts';

/** By what the items of a list of groups are called. */
const titles = /^(?:title|name|category|group|label|heading)$/i;

/** All lists in a value that hold objects, those that hold nothing, and those of code, which may make such objects. */
export function arraysIn(
  value: DataValue,
  path: DataArray['path'] = [],
  words: DataArray['words'] = [],
): readonly DataArray[] {
  switch (value.kind) {
    case 'object':
      return value.properties.flatMap(({ name, value: inner }) =>
        arraysIn(inner, [...path, name], [...words, name]),
      );
    case 'empty':
      // A list that is not written at all, as YAML has it.
      return path.length > 0 && value.start === value.end ? [{ value, path, words }] : [];
    case 'array': {
      const isList =
        value.items.some(({ kind }) => kind === 'object') ||
        value.items.every(({ kind }) => kind === 'expression');
      const inner = value.items.flatMap((item, index) =>
        arraysOfGroup(item, [...path, index], words),
      );
      return isList ? [{ value, path, words }, ...inner] : inner;
    }
    default:
      return [];
  }
}

/** The lists in an item of a list: the item's title says more than the key, which all groups have. */
function arraysOfGroup(
  item: DataValue,
  path: DataArray['path'],
  words: DataArray['words'],
): readonly DataArray[] {
  const title = item.properties.find(
    ({ name, value }) => titles.test(name) && value.kind === 'text',
  )?.value.data;
  const group = [...words, typeof title === 'string' ? title : String(path.at(-1))];
  return item.properties.flatMap(({ name, value }) =>
    value.kind === 'array' ? arraysIn(value, [...path, name], group) : [],
  );
}
