import { isMap, isScalar } from 'yaml';
import { parseYaml } from '../config/read-yaml.ts';
import type { TextFile } from '../list/list.ts';

/** What a Hugo site says of itself, as far as set-up needs it. */
export interface SiteSettings {
  /** The site's folder, from the repository's root; empty for the root itself. */
  readonly folder: string;
  /** Where it was read. */
  readonly path: string;
  readonly title: string | undefined;
  /** The language of the pages whose paths name none. */
  readonly language: string | undefined;
}

const configuration = /^(?:(.*)\/)?(?:config\/_default\/)?(?:hugo|config)\.(?:toml|ya?ml|json)$/;

/** Whether a path is that of a Hugo site's configuration. */
export function isSiteConfiguration(path: string): boolean {
  return configuration.test(path);
}

/** Reads a site's configuration, tolerantly: what cannot be read is unknown. */
export function readSiteSettings({ path, text }: TextFile): SiteSettings {
  const folder = (configuration.exec(path)?.[1] ?? '').replace(/(?:^|\/)config\/_default$/, '');
  const values = path.endsWith('.toml') ? topLevelOfToml(text) : topLevelOfYaml(text);
  const language = values.get('defaultcontentlanguage');
  // A code such as en-us says more than the name of a locale needs.
  const code = values.get('languagecode')?.split(/[-_]/, 1)[0];
  return { folder, path, title: values.get('title'), language: language ?? code };
}

/** The settings of the site to which a path belongs: those of the nearest folder above it. */
export function siteOf(path: string, sites: readonly SiteSettings[]): SiteSettings | undefined {
  const above = sites.filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`));
  return above.toSorted((one, other) => other.folder.length - one.folder.length)[0];
}

/** Texts at the top level of YAML or JSON, by their keys in lower case, as Hugo reads them. */
function topLevelOfYaml(text: string): ReadonlyMap<string, string> {
  const file = parseYaml(text);
  if ('kind' in file || !isMap(file.document.contents)) return new Map();
  const scalarOf = (node: unknown) => (isScalar(node) ? node.value : undefined);
  return textsOf(
    file.document.contents.items.map(({ key, value }) => [String(scalarOf(key)), scalarOf(value)]),
  );
}

/** Texts above the first table of a TOML file, a line each. */
function topLevelOfToml(text: string): ReadonlyMap<string, string> {
  const [top = ''] = text.split(/^[ \t]*\[/m, 1);
  const lines = top.matchAll(
    /^[ \t]*"?([A-Za-z]+)"?[ \t]*=[ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)')/gm,
  );
  return textsOf(Array.from(lines, ([, key = '', double, single]) => [key, double ?? single]));
}

function textsOf(entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(([key, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[key.toLowerCase(), value.trim()]] : [],
    ),
  );
}
