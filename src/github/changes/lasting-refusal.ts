import type { GraphqlError } from '../client/graphql-error.ts';
import type { Change } from './change.ts';

/** What a maintainer has to change before GitHub makes a change that it refuses for good. */
export type RefusalKind =
  /** Rules for branches forbid to make one, to commit to it so, to move it by force, or to delete it. */
  | 'branch-creation'
  | 'commit'
  | 'force-push'
  | 'branch-deletion'
  /** A branch cannot be made, and GitHub does not say why: one whose name is in the way, or a rule. */
  | 'branch-blocked'
  /** Pull requests are for collaborators only, or switched off. */
  | 'pull-request'
  /** A repository's or organization's settings do not let workflows open pull requests. */
  | 'actions-pull-request'
  /** Nobody has accepted a permission of the app's. */
  | 'permission'
  | 'other';

/** Of an error of rulesets, or of branch protection where that has no type of its own. */
const ofRules =
  /repository rule violations|cannot (?:create ref|force-push|delete this|update this)|being restricted|protected branch|commit message must|verified signatures/i;

const ofPulls =
  /must be a collaborator|pull requests are (?:disabled|restricted)|not permitted to create/i;

/**
 * Whether no repetition will make GitHub accept a change, by the type and words of its error. Which of the two tells differs:
 * rulesets say it by words alone.
 *
 * @returns nothing for what may pass, and for what is not known
 */
export function lastingRefusal(
  change: Change,
  { type, message }: GraphqlError,
): RefusalKind | undefined {
  if (/not accessible by (?:integration|personal access token)/i.test(message)) return 'permission';
  if (/GitHub Actions is not permitted/i.test(message)) return 'actions-pull-request';
  // A base that was overtaken by a change of workflows: with the new one it goes.
  if (/workflow/i.test(message)) return undefined;
  if (type === 'BRANCH_PROTECTION_RULE_VIOLATION' || ofRules.test(message)) {
    return ofBranch(change, message);
  }
  if (change.kind === 'open-pull-request' && ofPulls.test(message)) return 'pull-request';
  if (type !== 'FORBIDDEN') return undefined;
  return change.kind === 'open-pull-request' ? 'pull-request' : 'other';
}

/** What passes however often it comes, by type and by words: replicas that lag, somebody who was faster, GitHub's own troubles. */
const passingTypes = ['NOT_FOUND', 'STALE_DATA', 'INTERNAL', 'SERVICE_UNAVAILABLE', 'RATE_LIMIT'];
const passing =
  /no commits between|already (?:exists|been taken)|too quickly|went wrong|time ?out|timed out|is not at|rate limit|workflow/i;

/**
 * Whether a change counts as refused for good that failed again and again within a job, though nothing in its error says so.
 *
 * @returns nothing for what is known to pass
 */
export function persistentRefusal(change: Change, error: GraphqlError): RefusalKind | undefined {
  const known = lastingRefusal(change, error);
  if (known) return known;
  const { type = '', message } = error;
  const mayPass = passingTypes.some((each) => type.startsWith(each)) || passing.test(message);
  return mayPass ? undefined : ofBranch(change, message);
}

function ofBranch(change: Change, message: string): RefusalKind {
  switch (change.kind) {
    case 'create-branch':
      return ofRules.test(message) ? 'branch-creation' : 'branch-blocked';
    case 'commit':
      return 'commit';
    case 'move-branches': {
      const isDeletion = change.moves.every(({ after }) => after === undefined);
      const isAboutDeletion = /delet/i.test(message) && !/force/i.test(message);
      return isDeletion || isAboutDeletion ? 'branch-deletion' : 'force-push';
    }
    case 'open-pull-request':
      return 'pull-request';
    default:
      return 'other';
  }
}
