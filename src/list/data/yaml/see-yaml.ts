import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { rememberLast } from '../../../text/remember-last.ts';
import type { TextFile } from '../../format.ts';
import type { SeenList } from '../../sequence/sequence.ts';
import type { DataArray } from '../data-list.ts';
import { seeData } from '../see-data.ts';

/** A list as another parser of YAML sees it; nothing where that finds no YAML. */
export function seeYaml({ text }: TextFile, path: DataArray['path']): SeenList | undefined {
  const file = loadLast(text);
  return file && seeData(file.data, path, () => loadYaml(text)?.data);
}

const loadLast = rememberLast(loadYaml);

/** What a file holds, as another parser of YAML sees it; nothing where that finds no YAML. */
export function loadYaml(text: string): { readonly data: unknown } | undefined {
  try {
    return { data: load(text, { schema: CORE_SCHEMA }) };
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}
