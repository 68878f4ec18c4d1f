import type { BranchFragment } from '../generated/operations.ts';

type CommitFacts = Extract<BranchFragment['target'], { readonly __typename: 'Commit' }>;

/** Who we are where the commits are. */
export interface Ourselves {
  /** Where we may be a person. */
  readonly login: string | undefined;
  /** Our login, without `[bot]`. */
  readonly bot: string;
  /** Of the pages, as `github.com`. */
  readonly host: string;
}

/** Whether a commit is ours. Anybody can write our name into a commit; only for us does GitHub sign one with it. */
export function isByUs({ author, committer, signature }: CommitFacts, us: Ourselves): boolean {
  const { login, bot, host } = us;
  const isNamed =
    (login !== undefined && author?.user?.login === login) ||
    author?.email?.includes(`+${bot}[bot]@users.noreply.`) === true;
  if (signature) return isNamed && signature.isValid && signature.wasSignedByGitHub;
  // An Enterprise Server may sign nothing. Who amends a commit stays out of its author, and is its committer.
  const isMadeThere =
    committer?.email === author?.email || committer?.email?.startsWith('noreply@') === true;
  return isNamed && isMadeThere && !signsAlways(host);
}

function signsAlways(host: string): boolean {
  return host === 'github.com' || host.endsWith('.ghe.com');
}

/** A fragment for branches with what tells whose their newest commit is. */
export const branchFields = `fragment branch on Ref {
  target { __typename oid ... on Commit { committedDate author { email user { login } } committer { email } signature { isValid wasSignedByGitHub } } }
}`;
