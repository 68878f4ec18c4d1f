/** A repository as GitHub addresses it. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** Takes `owner/name` apart. */
export function repositoryNameOf(nameWithOwner: string): RepositoryName {
  const [owner = '', name = ''] = nameWithOwner.split('/');
  return { owner, name };
}

/** What a repository is remembered by. GitHub ignores case in names. */
export function repositoryKey({ owner, name }: RepositoryName): string {
  return `${owner}/${name}`.toLowerCase();
}
