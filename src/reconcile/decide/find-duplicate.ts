import { type Problem, problem } from '../../problem/problem.ts';
import { type Remark, remark } from '../../problem/remark.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { isNearlySame } from '../../submission/nearly-same.ts';
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
  const same = openBefore({ issue, snapshot, openPull }).find((each) =>
    isSameCompany(each.company, company),
  );
  if (!same) return undefined;
  const values = { company, pull: same.pull, issue: same.issue };
  return problem('submission-elsewhere', fieldIds.company, values);
}

/**
 * Remarks on open pull requests of ours for what may be the same company. What was remarked before our own was opened stays
 * said: the others are not read again for that.
 */
export function remarksOnNearlySame(
  company: string,
  situation: Pick<Situation, 'issue' | 'snapshot' | 'openPull' | 'note'>,
): readonly Remark[] {
  if (!situation.snapshot.others) {
    const status = situation.note?.status;
    const before = status?.kind === 'proposed' ? status.remarks : [];
    return before.filter(({ code }) => code === 'company-near-open');
  }
  return openBefore(situation)
    .filter((each) => isNearlySame(each.company, company))
    .map(({ company: other, issue, pull }) =>
      remark('company-near-open', { company, other, issue, pull }),
    );
}

/** Our open pull requests for other issues that were there before the one for this issue. */
function openBefore({
  issue,
  snapshot,
  openPull,
}: Pick<Situation, 'issue' | 'snapshot' | 'openPull'>) {
  return (snapshot.others ?? []).flatMap(({ number, isOpen, body }) => {
    const note = readPullNote(body);
    const isOther = isOpen && note && note.issue !== issue.number;
    if (!isOther || (openPull && openPull.number < number)) return [];
    return [{ company: note.company, issue: note.issue, pull: number }];
  });
}
