import type { Configuration } from '../../config/configuration.ts';
import { patternOf } from '../../config/folder-pattern.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import { formPath } from '../../form/write-form.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { oidsOf, toPageFolder } from '../../github/nodes/folder-entries.ts';
import {
  type Revision,
  type Revisions,
  readRevisions,
} from '../../github/pull-check/read-revisions.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { readBlobTexts } from '../../github/tree/read-blob-texts.ts';
import { problem } from '../../problem/problem.ts';
import { failure, type Result } from '../../problem/result.ts';
import type { Snapshot } from '../../proposal/snapshot.ts';
import { entriesOf } from './entries-of.ts';
import { misnamedPaths, settingsPaths } from './settings-paths.ts';
import { hasTooManyPages, largeFile, largestOfTooMuch, type TooLarge } from './too-large.ts';

/** A pull request's files before and after it, as far as they concern us. */
export interface Side {
  /** Undefined where there is none. */
  readonly configuration: Result<Configuration> | undefined;
  /** Undefined where there is none, or no text. */
  readonly form: string | undefined;
  /** What a configuration names, which may be the other side's. */
  snapshotFor(configuration: Configuration): Snapshot;
}

/** Both sides, and whether they differ. */
export interface Sides extends Revisions<Side> {
  readonly isTouched: boolean;
  /** Whether the configuration is the same file. */
  readonly isConfiguredAlike: boolean;
}

/** Files with an entry each are small, and so many are read with one query. */
const mostSmall = 100;

/**
 * Reads the configuration, the form and the lists before and after a pull request. What is after it may be a stranger's: it is
 * only read, and only so much of it.
 *
 * @throws RequestFailed
 */
export async function readSides(
  client: GithubClient,
  repository: RepositoryName,
  commits: Revisions<string>,
): Promise<Sides | TooLarge> {
  const { configurationPath: path } = client;
  const ownPaths = settingsPaths(path);
  const settings = await readRevisions(client, repository, commits, ownPaths);
  const both = [settings.before, settings.after];
  const large = both.map((side) => largeFile(side, ownPaths)).find((path) => path !== undefined);
  if (large !== undefined) return { tooLarge: large };
  const texts = await readBlobTexts(client, repository, oidsIn(both));
  const [before, after] = [settings.before, settings.after].map((side) =>
    configurationIn(side, path, texts),
  );
  const configurations = [before, after].flatMap((each) => (each?.ok ? [each.value] : []));
  if (configurations.some(hasTooManyPages)) {
    return { tooLarge: path };
  }
  const patterns = configurations.flatMap((each) =>
    each.locales.flatMap((locale) => patternOf(each, locale) ?? []),
  );
  const pages = configurations.flatMap(pathsOfPages);
  const folders = configurations.flatMap(({ logo }) =>
    logo.need === 'none' ? [] : [logo.directory],
  );
  const paths = [...new Set([...pages, ...folders])];
  const lists =
    paths.length === 0
      ? settings
      : await readRevisions(
          client,
          repository,
          commits,
          paths,
          patterns.some(({ below }) => below !== ''),
        );
  const largeList = [lists.before, lists.after]
    .map((side) => largeFile(side, pages))
    .find((path) => path !== undefined);
  if (largeList !== undefined) return { tooLarge: largeList };
  const sides = [lists.before, lists.after];
  // Those before are read by both configurations.
  const [largest] = configurations.flatMap((each) =>
    sides.flatMap((side) => largestOfTooMuch(each, side) ?? []),
  );
  if (largest !== undefined) return { tooLarge: largest };
  const pageTexts = await readBlobTexts(client, repository, oidsIn(sides, pages));
  const ofEntries = configurations.flatMap((each) => oidsOfEntries(each, sides));
  const entryTexts = await readBlobTexts(client, repository, [...new Set(ofEntries)], mostSmall);
  const allTexts = new Map([...pageTexts, ...entryTexts]);
  const side = (
    configuration: Side['configuration'],
    ofSettings: Revision,
    ofLists: Revision,
  ): Side => ({
    configuration,
    form: texts.get(ofSettings.files.get(formPath)?.oid ?? ''),
    snapshotFor: (wanted) => snapshotOf(wanted, ofLists, allTexts),
  });
  return {
    before: side(before, settings.before, lists.before),
    after: side(after, settings.after, lists.after),
    isTouched: differ(settings, ownPaths) || differ(lists, paths),
    isConfiguredAlike: !differ(settings, [path]),
  };
}

function oidsIn(revisions: readonly Revision[], paths?: readonly string[]): readonly string[] {
  const found = revisions.flatMap(({ files }) =>
    [...files].filter(([path]) => paths?.includes(path) ?? true).map(([, { oid }]) => oid),
  );
  return [...new Set(found)];
}

function configurationIn(
  { files }: Revision,
  configurationPath: string,
  texts: ReadonlyMap<string, string>,
): Side['configuration'] {
  const file = files.get(configurationPath);
  // What is no text is no YAML either, and the reader of configurations says so.
  if (file) return readConfiguration(texts.get(file.oid) ?? '\0');
  const misnamed = misnamedPaths(configurationPath).find((path) => files.has(path));
  return misnamed === undefined
    ? undefined
    : failure(problem('configuration-misnamed', '', { path: misnamed }));
}

/** The paths of pages; of a list with a file for each entry, of the folder. */
function pathsOfPages(configuration: Configuration): readonly string[] {
  const { locales, pages } = configuration;
  return locales.map((locale) => patternOf(configuration, locale)?.folder ?? pages[locale] ?? '');
}

function oidsOfEntries(
  configuration: Configuration,
  sides: readonly Revision[],
): readonly string[] {
  const entries = configuration.locales.flatMap((locale) =>
    sides.flatMap((side) => entriesOf(configuration, locale, side) ?? []),
  );
  return entries.flatMap(oidsOf);
}

function snapshotOf(
  configuration: Configuration,
  revision: Revision,
  texts: ReadonlyMap<string, string>,
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
  return {
    pages: Object.fromEntries(read),
    logos: names.map((name) => `${logo.directory}/${name}`).sort(),
  };
}

function differ({ before, after }: Revisions<Revision>, paths: readonly string[]): boolean {
  const oidOf = ({ files, folders }: Revision, path: string) =>
    (files.get(path) ?? folders.get(path))?.oid;
  return paths.some((path) => oidOf(before, path) !== oidOf(after, path));
}
