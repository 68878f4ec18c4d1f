import {
  type Configuration,
  configurationPath,
  misnamedConfigurationPath,
} from '../../config/configuration.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import { formPath } from '../../form/write-form.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import {
  type Revision,
  type Revisions,
  readRevisions,
} from '../../github/pull-check/read-revisions.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { readBlobTexts } from '../../github/tree/read-blob-texts.ts';
import { problem } from '../../problem/problem.ts';
import { failure, type Result } from '../../problem/result.ts';
import type { PageText, Snapshot } from '../../proposal/snapshot.ts';

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
}

/** What is not read, because anybody could send more than can be checked: the first such path. */
export interface TooLarge {
  readonly tooLarge: string;
}

/** The name that is nearly the configuration's; none where somebody named that file themselves. */
export function misnamedPaths(path: string): readonly string[] {
  return path === configurationPath ? [misnamedConfigurationPath] : [];
}

/** Larger than any list, in bytes: GraphQL cuts longer texts. */
const longestText = 500_000;
/** More pages than any project has locales. */
const mostPages = 50;

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
  const settingsPaths = [path, ...misnamedPaths(path), formPath];
  const settings = await readRevisions(client, repository, commits, settingsPaths);
  const both = [settings.before, settings.after];
  const large = both
    .map((side) => largeFile(side, settingsPaths))
    .find((path) => path !== undefined);
  if (large !== undefined) return { tooLarge: large };
  const texts = await readBlobTexts(client, repository, oidsIn(both));
  const [before, after] = [settings.before, settings.after].map((side) =>
    configurationIn(side, path, texts),
  );
  const configurations = [before, after].flatMap((each) => (each?.ok ? [each.value] : []));
  if (configurations.some(({ locales }) => locales.length > mostPages)) {
    return { tooLarge: path };
  }
  const pages = configurations.flatMap((each) => Object.values(each.pages));
  const folders = configurations.flatMap(({ logo }) =>
    logo.need === 'none' ? [] : [logo.directory],
  );
  const paths = [...new Set([...pages, ...folders])];
  const lists =
    paths.length === 0 ? settings : await readRevisions(client, repository, commits, paths);
  const largeList = [lists.before, lists.after]
    .map((side) => largeFile(side, pages))
    .find((path) => path !== undefined);
  if (largeList !== undefined) return { tooLarge: largeList };
  const pageTexts = await readBlobTexts(
    client,
    repository,
    oidsIn([lists.before, lists.after], pages),
  );
  const side = (
    configuration: Side['configuration'],
    ofSettings: Revision,
    ofLists: Revision,
  ): Side => ({
    configuration,
    form: texts.get(ofSettings.files.get(formPath)?.oid ?? ''),
    snapshotFor: (wanted) => snapshotOf(wanted, ofLists, pageTexts),
  });
  return {
    before: side(before, settings.before, lists.before),
    after: side(after, settings.after, lists.after),
    isTouched: differ(settings, settingsPaths) || differ(lists, paths),
  };
}

function largeFile({ files }: Revision, paths: readonly string[]): string | undefined {
  return paths.find((path) => (files.get(path)?.byteSize ?? 0) > longestText);
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

function snapshotOf(
  { locales, pages, logo }: Configuration,
  { files, folders }: Revision,
  texts: ReadonlyMap<string, string>,
): Snapshot {
  const read = locales.map((locale): [string, PageText | undefined] => {
    const file = files.get(pages[locale] ?? '');
    const text = file && texts.get(file.oid);
    return [locale, text === undefined ? file && 'not-utf8' : { text }];
  });
  const names = folders.get(logo.directory)?.names ?? [];
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
