import type { Configuration } from '../../config/configuration.ts';
import { configurationPath } from '../../config/configuration.ts';
import { logoFolder } from '../../config/logo-place.ts';
import { listPlaces } from '../../config/page-paths.ts';
import { fieldsOf } from '../../form/issue-form.ts';
import { readIssueForm } from '../../form/read-issue-form.ts';
import { formPath } from '../../form/write-form.ts';
import { fillTemplate } from '../../words/fill-template.ts';

/** Where the workflow that runs the Action lies. */
export const workflowPath = '.github/workflows/powered-by.yml';

/** The Action as a workflow names it. */
export interface ActionReference {
  /** As `OWNER/REPOSITORY`. */
  readonly repository: string;
  /** Its full hash: unlike a tag, nobody can move it. */
  readonly commit: string;
  /** For people, as `v1.2.0`; nothing where the commit is none of a release. */
  readonly version: string | undefined;
}

/** Reads `OWNER/REPOSITORY@COMMIT`. @returns nothing for anything else: a tag can be moved */
export function readActionReference(text: string): ActionReference | undefined {
  const [, repository, commit] = /^([\w.-]+\/[\w.-]+)@([\da-f]{40})$/.exec(text.trim()) ?? [];
  return repository && commit ? { repository, commit, version: undefined } : undefined;
}

/**
 * Writes the workflow that runs the Action: when something happens that may concern a submission, and once an hour.
 *
 * @param template `templates/workflow.yml`
 * @param formText the repository's issue form, by whose first heading an issue is recognized that lacks the label
 */
export function writeWorkflow(
  template: string,
  configuration: Configuration,
  formText: string,
  { repository, commit, version }: ActionReference,
): string {
  const { label, logo, pullRequest } = configuration;
  const lists = listPlaces(configuration);
  const form = readIssueForm(formText);
  const heading = form.ok ? fieldsOf(form.value.form)[0]?.label : undefined;
  const logos = logo.need === 'none' ? [] : [logoFolder(logo)];
  const paths = [
    configurationPath,
    formPath,
    ...lists.files,
    ...[...new Set([...lists.folders, ...logos])].map((folder) => `${folder}/**`),
  ];
  return fillTemplate(template, {
    paths: paths.map((path) => JSON.stringify(globOf(path))).join(', '),
    prefix: quoted(pullRequest.branchPrefix),
    label: quoted(label),
    // An issue form's answers stand below headings of the third level.
    heading: quoted(`### ${heading ?? label}`),
    action: `${repository}@${commit}${version === undefined ? '' : ` # ${version}`}`,
  });
}

/** A path as a filter that fits nothing else; `**` at its end stays. */
function globOf(path: string): string {
  return path.replace(/[?+[\]!]|\*(?!\*?$)/g, '\\$&');
}

/** A text in an expression of GitHub's. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
