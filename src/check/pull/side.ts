import type { Configuration } from '../../config/configuration.ts';
import { isBesideEntry } from '../../config/logo-place.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import { formPath } from '../../form/write-form.ts';
import { toPageFolder } from '../../github/nodes/folder-entries.ts';
import type { Revision } from '../../github/pull-check/read-revisions.ts';
import { problem } from '../../problem/problem.ts';
import { failure, type Result } from '../../problem/result.ts';
import { logosBeside, type Snapshot } from '../../proposal/snapshot.ts';
import { entriesOf } from './entries-of.ts';
import { misnamedPaths } from './settings-paths.ts';

/** A pull request's files before or after it, as far as they concern us. */
export interface Side {
  /** Undefined where there is none. */
  readonly configuration: Result<Configuration> | undefined;
  /** Undefined where there is none, or no text. */
  readonly form: string | undefined;
  /** What a configuration names, which may be the other side's. */
  snapshotFor(configuration: Configuration): Snapshot;
}

/** Files' texts by object id; nothing for what is no text. */
type Texts = ReadonlyMap<string, string>;

/** Reads what a revision has for settings. @param configurationPath the path that counts */
export function readSettings(
  revision: Revision,
  configurationPath: string,
  texts: Texts,
): Pick<Side, 'configuration' | 'form'> {
  return {
    configuration: configurationIn(revision, configurationPath, texts),
    form: texts.get(revision.files.get(formPath)?.oid ?? ''),
  };
}

function configurationIn(
  { files }: Revision,
  configurationPath: string,
  texts: Texts,
): Side['configuration'] {
  const file = files.get(configurationPath);
  // What is no text is no YAML either, and the reader of configurations says so.
  if (file) return readConfiguration(texts.get(file.oid) ?? '\0', configurationPath);
  const misnamed = misnamedPaths(configurationPath).find((path) => files.has(path));
  return misnamed === undefined
    ? undefined
    : failure(problem('configuration-misnamed', '', { path: misnamed }));
}

/** The pages and logos that a configuration names, as they are at a revision. */
export function snapshotOf(
  configuration: Configuration,
  revision: Revision,
  texts: Texts,
): Snapshot {
  const { locales, pages, logo } = configuration;
  const { files, folders } = revision;
  const read = locales.map((locale): [string, Snapshot['pages'][string]] => {
    const entries = entriesOf(configuration, locale, revision);
    if (entries !== undefined) return [locale, toPageFolder(entries, texts)];
    const file = files.get(pages[locale] ?? '');
    const text = file && texts.get(file.oid);
    return [locale, text === undefined ? file && 'not-utf8' : { text }];
  });
  const items = folders.get(logo.directory)?.items ?? [];
  const names = items.filter(({ type }) => type !== 'tree').map(({ name }) => name);
  const logos = isBesideEntry(logo)
    ? logosBeside(read.map(([, page]) => page))
    : names.map((name) => `${logo.directory}/${name}`).sort();
  return { pages: Object.fromEntries(read), logos };
}
