import type { Account, Issue, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { closeIssue } from './issues.ts';

/** The words with which GitHub links an issue that is closed by the merge. */
const closingWord = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? +#(\d+)\b/gi;

/** The numbers of issues that a text says it closes. */
export function closingReferences(text: string): number[] {
  return Array.from(text.matchAll(closingWord), ([, number]) => Number(number));
}

/**
 * Closes the issues that a text on the default branch says it closes.
 *
 * @param closer the merged pull request whose text it is; null for a commit's
 */
export function closeIssuesNamedIn(
  world: World,
  actor: Account,
  repository: Repository,
  text: string,
  closer: Issue | null,
): void {
  for (const number of closingReferences(text)) {
    const issue = repository.issues.get(number);
    if (issue && !issue.pull) closeIssue(world, actor, issue, 'COMPLETED', closer);
  }
}
