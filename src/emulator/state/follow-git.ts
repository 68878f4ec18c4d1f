import { markClosed } from '../acts/issues.ts';
import { recordHead } from '../acts/refs.ts';
import type { World } from '../world/world.ts';

/**
 * Brings open pull requests to where git is: a process that was killed may have moved a branch, and not written down
 * anymore what follows.
 */
export async function followGit(world: World): Promise<void> {
  for (const repository of world.repositories.values()) {
    for (const issue of repository.issues.values()) {
      const { pull } = issue;
      if (!pull || !issue.isOpen) continue;
      const head = await repository.git.branch(pull.headRefName);
      if (head === undefined) markClosed(world, issue.author, issue);
      else if (head !== pull.headOid) await recordHead(repository, pull, head);
    }
  }
}
