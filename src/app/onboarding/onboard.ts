import { configurationPath, setupBranch } from '../../config/configuration.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import { defaultLanguage } from '../../config/reply-languages.ts';
import { formPath } from '../../form/write-form.ts';
import {
  type Change,
  type Commit,
  deleteBranch,
  type PullText,
} from '../../github/changes/change.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { readSetupState, type SetupState } from '../../github/repository/read-setup-state.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { GithubTree } from '../../github/tree/github-tree.ts';
import type { FileChange } from '../../proposal/file-change.ts';
import { describeSetup } from '../../setup/describe-setup.ts';
import { setUp } from '../../setup/set-up.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { loadTemplates, templatesFor } from '../../templates.ts';
import { writeSetupPull } from '../../words/pull-request.ts';
import { readSetupTemplates } from '../../written-form.ts';
import type { OnboardingJob } from './onboarding-job.ts';

const paths = { configuration: configurationPath, form: formPath };

/** What is to be on the branch, and said of it. */
interface Proposed {
  readonly files: readonly FileChange[];
  readonly pull: PullText;
}

/**
 * Looks at a repository, and does what is missing: opens the pull request that proposes a configuration, updates it while
 * nobody else pushed to its branch, and clears it away where it is no longer needed. One that is closed stays closed.
 *
 * @returns whether there is nothing to look after until the app is installed again
 * @throws RequestFailed, Limited
 */
export async function onboard(
  job: OnboardingJob,
  client: GithubClient,
  logger: Logger,
): Promise<boolean> {
  const { owner, name, mayOpen } = job;
  const repository = { owner, name };
  const state = await readSetupState(client, repository);
  if (!state) return true;
  const changes = isOver(state)
    ? clearAway(state)
    : await nextChanges(state, mayOpen, { client, repository });
  const isOpen = state.pull?.isOpen === true && !state.isConfigured;
  if (changes.length === 0) return !isOpen;
  const results = await client.apply(changes);
  const failed = results.find((result) => result.kind === 'failed');
  if (!failed) return isOver(state);
  // GitHub refuses, or somebody was faster: the next job looks again.
  logger.info('A configuration could not be proposed', { owner, name, error: failed.error });
  const isCreated = results.some(
    ({ kind }, index) => kind === 'done' && changes[index]?.kind === 'create-branch',
  );
  if (!isCreated || results.some(({ kind }) => kind === 'pull-request-opened')) return false;
  const committed = results.find((result) => result.kind === 'committed');
  await client.apply([deleteBranch(state.id, setupBranch, committed?.oid ?? state.base.oid)]);
  return false;
}

/** Whether there is nothing to propose (anymore). */
function isOver({ isConfigured, pull }: SetupState): boolean {
  return isConfigured || (pull !== undefined && !pull.isOpen);
}

/** Deletes our branch once its pull request is merged, and closes the pull request where somebody else configured us. */
function clearAway({ id, isConfigured, branch, pull }: SetupState): readonly Change[] {
  if (!branch || !pull || branch.oid !== pull.headOid) return [];
  const deletion = deleteBranch(id, setupBranch, branch.oid);
  if (pull.isMerged) return [deletion];
  if (!isConfigured || !pull.isOpen || !branch.isOurs) return [];
  return [{ kind: 'close-pull-request', pullRequestId: pull.id }, deletion];
}

async function nextChanges(
  state: SetupState,
  mayOpen: boolean,
  place: { readonly client: GithubClient; readonly repository: RepositoryName },
): Promise<readonly Change[]> {
  const { id: repositoryId, base, branch, pull } = state;
  if (!pull && !mayOpen) return [];
  // Ours, or without a commit of its own: a job was broken off.
  const mayWrite = !branch || branch.isOurs || (!pull && branch.oid === base.oid);
  if (!mayWrite) return [];
  const proposed = await propose(base.oid, place);
  if (proposed === 'no list') return withdraw(state);
  if (!proposed) return [];
  const { files, pull: text } = proposed;
  const isSame = branch && files.every(({ path, content }) => branch.texts[path] === content);
  if (isSame && pull) return [];
  const commit: Commit = {
    kind: 'commit',
    nameWithOwner: state.nameWithOwner,
    branch: setupBranch,
    expectedHead: branch?.oid ?? base.oid,
    headline: text.title,
    body: '',
    files,
  };
  return [
    ...(branch
      ? []
      : [{ kind: 'create-branch', repositoryId, branch: setupBranch, oid: base.oid } as const]),
    ...(isSame ? [] : [commit]),
    pull
      ? { kind: 'update-pull-request', pullRequestId: pull.id, ...text }
      : {
          kind: 'open-pull-request',
          repositoryId,
          branch: setupBranch,
          base: base.branch,
          ...text,
        },
  ];
}

/** Closes the pull request of a list that was deleted, says so there, and deletes its branch. */
function withdraw({ id, branch, pull }: SetupState): readonly Change[] {
  if (!branch || !pull) return [];
  const read = readConfiguration(branch.texts[configurationPath] ?? '');
  const words = loadTemplates(read.ok ? read.value.language : defaultLanguage);
  const body = words['setup-pull-request'].gone;
  return [
    { kind: 'close-pull-request', pullRequestId: pull.id },
    { kind: 'add-comment', subjectId: pull.id, body },
    deleteBranch(id, setupBranch, branch.oid),
  ];
}

/** @returns nothing where what is found cannot be edited, perhaps only at the moment */
async function propose(
  commit: string,
  { client, repository }: { readonly client: GithubClient; readonly repository: RepositoryName },
): Promise<Proposed | 'no list' | undefined> {
  const tree = await GithubTree.read(client, repository, commit);
  const report = await setUp(tree, {
    force: false,
    takeFirst: true,
    templates: readSetupTemplates(),
  });
  if (!report.ok) {
    return report.problems.every(({ code }) => code === 'setup-no-page') ? 'no list' : undefined;
  }
  const { configuration, changes: files } = report.value;
  const templates = templatesFor(configuration);
  const pull = writeSetupPull(describeSetup(report.value, templates), paths, templates);
  return { files, pull };
}
