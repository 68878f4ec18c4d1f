import type { FormatId } from '../config/configuration.ts';
import type { ListFormat } from './format.ts';
import { frontMatterTable } from './formats/front-matter-table/front-matter-table.ts';

/** The format of a configuration that names none. */
export const usualFormat: ListFormat = frontMatterTable;

/** Each format is loaded when a configuration names it: their parsers take longer to load than most commands to run. */
const loaders: Readonly<Record<FormatId, () => ListFormat | Promise<ListFormat>>> = {
  'front-matter-table': () => frontMatterTable,
  'markdown-table': async () => {
    const { markdownTable } = await import('./formats/markdown-table/markdown-table.ts');
    return markdownTable;
  },
  'markdown-list': async () => {
    const { markdownList } = await import('./formats/markdown-list/markdown-list.ts');
    return markdownList;
  },
  'markdown-sections': async () => {
    const { markdownSections } = await import('./formats/markdown-sections/markdown-sections.ts');
    return markdownSections;
  },
  'yaml-list': async () => {
    const { yamlList } = await import('./formats/yaml-list/yaml-list.ts');
    return yamlList;
  },
  'json-array': async () => {
    const { jsonArray } = await import('./formats/json-array/json-array.ts');
    return jsonArray;
  },
  'js-array': async () => {
    const { jsArray } = await import('./formats/js-array/js-array.ts');
    return jsArray;
  },
  'entry-files': async () => {
    const { entryFiles } = await import('./formats/entry-files/entry-files.ts');
    return entryFiles;
  },
};

/** A format by its name in the configuration. */
export async function loadFormat(id: FormatId): Promise<ListFormat> {
  return loaders[id]();
}
