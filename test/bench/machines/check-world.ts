import type { Comment, Issue, Repository } from '../../../src/emulator/world/model.ts';
import { commitsOn, issuesOf } from '../../app/world.ts';

/** What is not as it should be: one pull request, branch, commit and status comment for each submission, and each answer once. */
export async function checkWorld(
  places: readonly Repository[],
  issues: readonly Issue[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const place of places) {
    const pulls = [...place.issues.values()].filter(({ pull }) => pull !== undefined);
    for (const issue of issuesOf(place)) {
      const own = pulls.filter(({ pull }) => pull?.headRefName.endsWith(`/issue-${issue.number}`));
      const where = `${place.owner.login}/${place.name}#${issue.number}`;
      if (own.length !== 1) faults.push(`${where} has ${own.length} pull requests`);
      for (const each of [issue, ...own]) faults.push(...commentFaults(each, `${where}: `));
    }
    const open = pulls.flatMap(({ isOpen, pull }) => (isOpen && pull ? [pull.headRefName] : []));
    const branches = (await place.git.branches()).filter((name) => name.startsWith('poweredby/'));
    if (branches.toSorted().join() !== open.toSorted().join()) {
      faults.push(`${place.name} has the branches ${branches}, and not ${open}`);
    }
    for (const branch of open) {
      const { length } = await commitsOn(place, branch);
      if (length !== 1) faults.push(`${place.name} has ${length} commits on ${branch}`);
    }
  }
  if (issues.length !== places.flatMap(issuesOf).length) faults.push('Not all were submitted');
  return faults;
}

function commentFaults({ comments, pull }: Issue, where: string): readonly string[] {
  const ours = comments.filter(({ author }) => author.type === 'Bot');
  const isStatus = ({ body }: Comment) => /<!-- poweredby:/.test(body);
  const statuses = ours.filter(isStatus).length;
  const answers = ours.filter((each) => !isStatus(each)).map(({ body }) => body);
  const faults: string[] = [];
  if (pull === undefined && statuses !== 1) faults.push(`${where}${statuses} status comments`);
  if (new Set(answers).size < answers.length) faults.push(`${where}an answer came twice`);
  const commands = comments.filter(({ body }) => body.startsWith('/poweredby'));
  for (const { reactions } of commands) {
    const told = reactions.filter(({ content }) => content !== 'EYES');
    if (told.length !== 1) faults.push(`${where}a command has ${told.length} results`);
  }
  return faults;
}
