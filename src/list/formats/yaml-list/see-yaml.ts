import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { DataArray } from '../../data/data-list.ts';
import { seeData } from '../../data/see-data.ts';
import type { TextFile } from '../../format.ts';
import type { SeenList } from '../../sequence/sequence.ts';

/** A list as another parser of YAML sees it; nothing where that finds no YAML. */
export function seeYaml({ text }: TextFile, path: DataArray['path']): SeenList | undefined {
  try {
    return seeData(load(text, { schema: CORE_SCHEMA }), path);
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}
