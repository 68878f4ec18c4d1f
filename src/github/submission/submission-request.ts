import type { Configuration } from '../../config/configuration.ts';
import { patternOf } from '../../config/folder-pattern.ts';
import { logoFolder } from '../../config/logo-place.ts';
import { formPath } from '../../form/write-form.ts';
import { attributesPaths } from '../../proposal/lfs/git-attributes.ts';
import type { RepositoryName } from '../repository-name.ts';
import type { BlobTexts } from '../tree/blob-texts.ts';
import { refPrefixOf } from './own-branches.ts';
import {
  attributesAlias,
  type PageKind,
  pageAlias,
  type SubmissionVariables,
} from './submission-document.ts';

/** What is to be read. */
export interface SubmissionRequest {
  readonly repository: RepositoryName;
  /** Of the issue. */
  readonly number: number;
  readonly branch: string;
  readonly temporaryBranch: string;
  /** What the names of our branches begin with. */
  readonly branchPrefix: string;
  readonly configuration: Configuration;
  /** Where texts of files are remembered. */
  readonly texts: BlobTexts;
  /** Whether our other pull requests are asked for, too. */
  readonly others: boolean;
}

/** What is asked for of each page, in the order of the locales. */
export function pageKinds(configuration: Configuration): readonly PageKind[] {
  return configuration.locales.map((locale) => {
    const pattern = patternOf(configuration, locale);
    if (pattern === undefined) return 'file';
    return pattern.below === '' ? 'folder' : 'nestedFolder';
  });
}

/** The variables of the query. @param configurationPath where the repository keeps its configuration */
export function submissionVariables(
  request: SubmissionRequest,
  configurationPath: string,
): SubmissionVariables {
  const { configuration, repository, number, others } = request;
  const { branch, temporaryBranch, branchPrefix } = request;
  const { locales, pages, label, logo } = configuration;
  return {
    ...repository,
    number,
    others,
    label,
    branch,
    branchRef: `refs/heads/${branch}`,
    temporaryRef: `refs/heads/${temporaryBranch}`,
    refPrefix: refPrefixOf(branchPrefix),
    configuration: configurationPath,
    form: formPath,
    logos: logoFolder(logo),
    ...Object.fromEntries(
      locales.map((locale, index) => {
        const path = pages[locale] ?? '';
        return [pageAlias(index), patternOf(configuration, locale)?.folder ?? path];
      }),
    ),
    ...Object.fromEntries(
      attributesPaths(logoFolder(logo)).map((path, index) => [attributesAlias(index), path]),
    ),
  };
}
