import type { Configuration } from '../../config/configuration.ts';
import { isOfList } from '../../config/page-paths.ts';
import { defaultLanguage, type Language } from '../../config/reply-languages.ts';
import { formPath } from '../../form/write-form.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import type { ChangedFiles } from '../../github/pull-check/read-changed-files.ts';
import { readMergeBase } from '../../github/pull-check/read-merge-base.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Result } from '../../problem/result.ts';
import { checkRepository } from '../check-repository.ts';
import { type Finding, isOwnFinding } from '../finding.ts';
import { checkForm } from '../form/check-form.ts';
import { problemFinding } from '../problem-finding.ts';
import { type ComparedFindings, compareFindings } from './compare-findings.ts';
import { readSides, type Sides } from './read-sides.ts';
import { settingsPaths } from './settings-paths.ts';
import type { Side } from './side.ts';

/** What a pull request does to the configuration, the form and the lists. */
export type PullReport = { readonly language: Language } & (
  | ({ readonly kind: 'checked' } & ComparedFindings)
  /** It removes the configuration. */
  | { readonly kind: 'unconfigured' }
  /** A file is larger than what is read. */
  | { readonly kind: 'too-large'; readonly path: string }
);

/** Whether a pull request may touch what is checked, by the names of its files. */
function mayTouch(
  { isForDefaultBranch, paths, mayBeMore }: ChangedFiles,
  configurationPath: string,
  configuration: Configuration | undefined,
): boolean {
  if (!isForDefaultBranch) return false;
  const settings = settingsPaths(configurationPath);
  const isOurs = (path: string) =>
    settings.includes(path) || (configuration !== undefined && isOfList(path, configuration));
  return mayBeMore || paths.some(isOurs);
}

/**
 * Checks the configuration, the form and the lists as they are at the head of a pull request, and tells what it brings from what was
 * there before. Pictures are not opened: they may be a stranger's.
 *
 * @param known the configuration of the default branch; undefined where there is none
 * @returns undefined where it does not touch any of these
 * @throws RequestFailed
 */
export async function checkPull(
  client: GithubClient,
  repository: RepositoryName,
  change: ChangedFiles,
  known: Result<Configuration> | undefined,
): Promise<PullReport | undefined> {
  const { configurationPath } = client;
  const { headOid: after, base } = change;
  if (!mayTouch(change, configurationPath, known?.ok ? known.value : undefined)) return undefined;
  const before = await readMergeBase(client, repository, base, after);
  const sides = await readSides(client, repository, { before, after });
  if ('tooLarge' in sides) {
    return { kind: 'too-large', path: sides.tooLarge, language: defaultLanguage };
  }
  if (!sides.isTouched) return undefined;
  const language = languageOf(sides.after) ?? languageOf(sides.before) ?? defaultLanguage;
  if (!sides.after.configuration) {
    return sides.before.configuration ? { kind: 'unconfigured', language } : undefined;
  }
  const found = await findingsOf(sides.after, configurationPath);
  const older = await knownBefore(sides, configurationPath);
  return { kind: 'checked', language, ...compareFindings(older, found) };
}

function languageOf({ configuration }: Side): Language | undefined {
  return configuration?.ok ? configuration.value.language : undefined;
}

async function findingsOf(
  side: Side,
  configurationPath: string,
  configuration = side.configuration,
): Promise<Finding[]> {
  if (!configuration) return [];
  const ofForm = checkForm(side.form, configuration.ok ? configuration.value : undefined);
  if (!configuration.ok) {
    const pathOf = ({ code, values }: Problem) =>
      code === 'configuration-misnamed' ? String(values['path']) : configurationPath;
    const ofSettings = configuration.problems.map((each) => problemFinding(each, pathOf(each)));
    return [...ofSettings, ...ofForm];
  }
  const ofLists = await checkRepository({
    configuration: configuration.value,
    snapshot: side.snapshotFor(configuration.value),
    reader: { read: async () => undefined, measure: async () => undefined },
  });
  return [...ofForm, ...ofLists];
}

/**
 * What was found before. Where the configuration is changed, or is the first one, entries that are no good by the new one are older than
 * it; that it names a list that is not there is not, nor that it does not agree with the form.
 */
async function knownBefore(
  { before, after, isConfiguredAlike }: Sides,
  configurationPath: string,
): Promise<Finding[]> {
  const found = await findingsOf(before, configurationPath);
  if (isConfiguredAlike) return found;
  const byNew = await findingsOf(before, configurationPath, after.configuration);
  const keys = new Set(found.map((each) => JSON.stringify(each)));
  const further = byNew.filter(
    (each) => isOwnFinding(each.code) && each.path !== formPath && !keys.has(JSON.stringify(each)),
  );
  return [...found, ...further];
}
