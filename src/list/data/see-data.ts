import { isData } from '../../text/is-data.ts';
import type { SeenList } from '../sequence/sequence.ts';
import type { DataArray } from './data-list.ts';
import { describe, describeEntry } from './describe.ts';

/**
 * What a file's data holds in one list, and everywhere else.
 *
 * @param data as a reader made it
 * @param readAgain makes it once more, for the list is taken out of it
 */
export function seeData(
  data: unknown,
  path: DataArray['path'],
  readAgain: () => unknown,
): SeenList | undefined {
  const list = holderIn({ data }, path)?.list;
  if (!Array.isArray(list)) return undefined;
  return { entries: list.map(describeEntry), rest: () => describe(without(readAgain(), path)) };
}

function without(data: unknown, path: DataArray['path']): unknown {
  const box = { data };
  const holder = holderIn(box, path);
  if (holder !== undefined) Object.assign(holder.parent, { [holder.key]: null });
  return box;
}

/** What a list is in, and under which key; where nothing is under it, the list is empty. */
function holderIn(
  box: { readonly data: unknown },
  path: DataArray['path'],
): { readonly parent: object; readonly key: string; readonly list: unknown } | undefined {
  let parent: unknown = box;
  const keys = ['data', ...path];
  const last = String(keys.pop());
  for (const key of keys) {
    if (!isData(parent) || !Object.hasOwn(parent, key)) return undefined;
    parent = parent[key];
  }
  if (!isData(parent) || !Object.hasOwn(parent, last)) return undefined;
  return { parent, key: last, list: parent[last] ?? [] };
}
