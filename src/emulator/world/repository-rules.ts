/** What rules may forbid for the branches of a repository. */
export const restrictions = [
  'creation',
  'deletion',
  'force-push',
  'commit-message',
  'unsigned-commits',
] as const;
export type Restriction = (typeof restrictions)[number];

/** Who may open pull requests: everybody, collaborators, or nobody, because they are switched off. */
export const pullPolicies = ['all', 'collaborators', 'off'] as const;
export type PullPolicy = (typeof pullPolicies)[number];

/** A repository's settings that forbid what a role alone would allow. */
export interface RepositoryRules {
  /** A ruleset, or classic branch protection: GitHub refuses each with another type of error. */
  readonly source: 'ruleset' | 'protection';
  readonly restricts: readonly Restriction[];
  /** With what a branch's name begins so that it is meant; empty for all branches. */
  readonly prefix: string;
  /** What every commit message must match, as the source of a regular expression, for `commit-message`. */
  readonly messagePattern: string;
  /** The logins that may bypass all of it. */
  readonly bypass: readonly string[];
  readonly pulls: PullPolicy;
}

/** Of a new repository: nothing is forbidden. */
export const noRules: RepositoryRules = {
  source: 'ruleset',
  restricts: [],
  prefix: '',
  messagePattern: '',
  bypass: [],
  pulls: 'all',
};
