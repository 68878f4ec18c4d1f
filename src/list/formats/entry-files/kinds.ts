import type { Result } from '../../../problem/result.ts';
import type { DataSyntax } from '../../data/data-syntax.ts';
import type { DataValue } from '../../data/data-value.ts';
import { jsonSyntax } from '../../data/json/json-syntax.ts';
import { readJsonValue } from '../../data/json/read-json.ts';
import { loadJson } from '../../data/json/see-json.ts';
import { readYamlValue } from '../../data/yaml/read-yaml.ts';
import { loadYaml } from '../../data/yaml/see-yaml.ts';
import { yamlSyntax } from '../../data/yaml/yaml-syntax.ts';
import type { TextFile } from '../../format.ts';

/** How the data of an entry's file are written. */
export interface FileKind {
  readonly id: 'yaml' | 'json' | 'markdown';
  readonly syntax: DataSyntax;
  /** What the data are, with offsets. */
  read(data: TextFile): Result<DataValue>;
  /** The same by a second reader, independent of the first; nothing where it cannot read them. */
  load(data: string): { readonly data: unknown } | undefined;
  /** What a file is made of whose data stand alone, around the data. */
  readonly frame: { readonly above: string; readonly below: string };
}

const yaml: FileKind = {
  id: 'yaml',
  syntax: { ...yamlSyntax, layout: () => ({ open: '', between: '\n', close: '' }) },
  read: readYamlValue,
  load: loadYaml,
  frame: { above: '', below: '\n' },
};

const json: FileKind = {
  id: 'json',
  syntax: { ...jsonSyntax, layout: () => ({ open: '{\n  ', between: ',\n  ', close: '\n}' }) },
  read: readJsonValue,
  load: loadJson,
  frame: { above: '', below: '\n' },
};

const markdown: FileKind = { ...yaml, id: 'markdown', frame: { above: '---\n', below: '\n---' } };

/** The kind of a file by its name's ending. */
export function kindOf(path: string): FileKind {
  if (/\.json$/i.test(path)) return json;
  return /\.ya?ml$/i.test(path) ? yaml : markdown;
}
