import * as z from 'zod';
import {
  configurationPath,
  misnamedConfigurationPath,
  setupBranch,
} from '../../config/configuration.ts';
import { formPath } from '../../form/write-form.ts';
import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';
import type { FileFragment } from '../generated/operations.ts';
import { fileFields, readText } from '../nodes/file-node.ts';
import { branchFields, isByUs } from '../nodes/own-commit.ts';
import type { RepositoryName } from '../repository-name.ts';

/** How far a repository is set up. */
export interface SetupState {
  readonly id: string;
  readonly nameWithOwner: string;
  /** The newest commit of the default branch. */
  readonly base: { readonly branch: string; readonly oid: string };
  /** Whether it has a configuration there, or a file with nearly its name. */
  readonly isConfigured: boolean;
  /** The branch that sets it up. */
  readonly branch: SetupBranch | undefined;
  /** The newest pull request for that branch, whoever opened it. */
  readonly pull: SetupPull | undefined;
}

/** The branch that sets up a repository. */
export interface SetupBranch {
  readonly oid: string;
  /** Whether its newest commit is ours. */
  readonly isOurs: boolean;
  /** The texts of the configuration and the form there, by path. */
  readonly texts: Readonly<Record<string, string | undefined>>;
}

/** The pull request that sets up a repository. */
export interface SetupPull {
  readonly id: string;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly headOid: string;
}

/** @internal */
export const setupStateDocument = typedDocument(`query SetupState(
  $owner: String!, $name: String!, $branchRef: String!, $configuration: String!, $misnamed: String!, $form: String!
) {
  viewer { login }
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    id nameWithOwner url isArchived
    defaultBranchRef {
      name
      target { oid ... on Commit { configuration: file(path: $configuration) { oid } misnamed: file(path: $misnamed) { oid } } }
    }
    branch: ref(qualifiedName: $branchRef) { ...branch ...setupFiles }
  }
}
fragment setupFiles on Ref {
  target { ... on Commit { configuration: file(path: $configuration) { ...file } form: file(path: $form) { ...file } } }
}
${branchFields}
${fileFields}`);

/** REST filters by the head's owner, so that pull requests from forks with a branch of this name are left out. */
const pulls = z.array(
  z.object({
    node_id: z.string(),
    state: z.string(),
    merged_at: z.string().nullable(),
    head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  }),
);

/**
 * Reads how far a repository is set up.
 *
 * @returns undefined where we cannot see such a repository (anymore), or it is archived or empty
 * @throws RequestFailed
 */
export async function readSetupState(
  client: GithubClient,
  repository: RepositoryName,
): Promise<SetupState | undefined> {
  const { data } = await client.query(setupStateDocument, {
    ...repository,
    branchRef: `refs/heads/${setupBranch}`,
    configuration: configurationPath,
    misnamed: misnamedConfigurationPath,
    form: formPath,
  });
  const node = data.repository;
  const { name: branch, target } = node?.defaultBranchRef ?? {};
  if (!node || node.isArchived || branch === undefined || !target) return undefined;
  const us = {
    login: undefined,
    bot: data.viewer.login.replace(/\[bot\]$/, ''),
    host: new URL(node.url).hostname,
  };
  const head = node.branch?.target;
  const textOf = (file: FileFragment | null) =>
    file ? readText(client, repository, file) : undefined;
  return {
    id: node.id,
    nameWithOwner: node.nameWithOwner,
    base: { branch, oid: target.oid },
    isConfigured: Boolean(
      'configuration' in target && (target.configuration?.oid || target.misnamed?.oid),
    ),
    branch:
      head?.__typename === 'Commit'
        ? {
            oid: head.oid,
            isOurs: isByUs(head, us),
            texts: {
              [configurationPath]: await textOf(head.configuration),
              [formPath]: await textOf(head.form),
            },
          }
        : undefined,
    pull: await readPull(client, repository, node.nameWithOwner),
  };
}

async function readPull(
  client: GithubClient,
  { owner, name }: RepositoryName,
  nameWithOwner: string,
): Promise<SetupPull | undefined> {
  const [actualOwner = owner] = nameWithOwner.split('/');
  const { data } = await client.rest('GET /repos/{owner}/{repo}/pulls', {
    owner,
    repo: name,
    head: `${actualOwner}:${setupBranch}`,
    state: 'all',
    direction: 'desc',
    per_page: 100,
  });
  const own = pulls.parse(data).filter(({ head }) => head.repo?.full_name === nameWithOwner);
  const newest = own.find(({ state }) => state === 'open') ?? own[0];
  if (!newest) return undefined;
  const { node_id: id, state, merged_at: mergedAt, head } = newest;
  return { id, isOpen: state === 'open', isMerged: mergedAt !== null, headOid: head.sha };
}
