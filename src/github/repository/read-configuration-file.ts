import { configurationPath, misnamedConfigurationPath } from '../../config/configuration.ts';
import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';
import { fileFields, readText } from '../nodes/file-node.ts';
import type { RepositoryName } from '../repository-name.ts';

/** A repository's configuration as it is on the default branch. */
export interface ConfigurationFile {
  /** Of the file's object; equal ids mean equal files. */
  readonly oid: string;
  readonly text: string;
}

/** There is none, but a file whose name is nearly that of one. */
export type MisnamedConfiguration = 'misnamed';

/** @internal */
export const configurationDocument =
  typedDocument(`query Configuration($owner: String!, $name: String!, $path: String!, $misnamed: String!) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { ... on Commit { file(path: $path) { ...file } misnamed: file(path: $misnamed) { oid } } } }
  }
}
${fileFields}`);

/**
 * Reads a repository's configuration from the default branch.
 *
 * @returns undefined where there is none, or no such repository for us (anymore)
 * @throws RequestFailed
 */
export async function readConfigurationFile(
  client: GithubClient,
  repository: RepositoryName,
): Promise<ConfigurationFile | MisnamedConfiguration | undefined> {
  const { configurationPath: path } = client;
  const { data } = await client.query(configurationDocument, {
    ...repository,
    path,
    // Who names the file means that one.
    misnamed: path === configurationPath ? misnamedConfigurationPath : path,
  });
  const target = data.repository?.defaultBranchRef?.target;
  const node = target?.file;
  if (!node?.object?.oid) return target?.misnamed?.oid ? 'misnamed' : undefined;
  const text = await readText(client, repository, node);
  // What is no text is no YAML either, and the reader of configurations says so.
  return { oid: node.object.oid, text: text === 'not-utf8' || text === undefined ? '\0' : text };
}
