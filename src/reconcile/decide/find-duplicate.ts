import { type Problem, problem } from '../../problem/problem.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { isSameCompany } from '../../submission/same-company.ts';
import { readPullNote } from '../observe/notes/notes.ts';
import type { Situation } from './situation.ts';

/**
 * Another open pull request of ours for the same company: two would undo each other. The one that was there first stays.
 *
 * @returns a problem that names it
 */
export function findDuplicate(
  company: string,
  { issue, snapshot, openPull }: Pick<Situation, 'issue' | 'snapshot' | 'openPull'>,
): Problem | undefined {
  for (const { number, isOpen, body } of snapshot.others ?? []) {
    const note = readPullNote(body);
    if (!isOpen || !note || note.issue === issue.number) continue;
    if (openPull && openPull.number < number) continue;
    if (!isSameCompany(note.company, company)) continue;
    const values = { company, pull: number, issue: note.issue };
    return problem('submission-elsewhere', fieldIds.company, values);
  }
  return undefined;
}
