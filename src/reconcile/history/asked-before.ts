import { isSameCompany } from '../../submission/same-company.ts';
import type { AskedBefore } from '../../words/pull-content.ts';
import { readPullNote } from '../observe/notes/notes.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';

/**
 * Whose request for a company's entry was merged last, so that maintainers can tell whether it is the same person who asks
 * now. Once our pull request is open its note remembers it: then the others are not read.
 */
export function askedBefore(
  company: string,
  { openPull, snapshot }: Pick<ObservedIssue, 'openPull' | 'snapshot'>,
): AskedBefore | undefined {
  const remembered = readPullNote(openPull?.body ?? '')?.askedBefore;
  if (remembered) return remembered;
  const merged = [
    ...snapshot.pulls.filter(({ state }) => state === 'MERGED'),
    ...(snapshot.others ?? []).filter(({ isMerged }) => isMerged),
  ].toSorted((one, other) => other.number - one.number);
  const notes = merged.map(({ body }) => readPullNote(body)).filter((note) => note !== undefined);
  const last = notes.find(
    (note) => note.change !== 'remove' && isSameCompany(note.company, company),
  );
  return last && last.submitter !== '' ? { login: last.submitter, issue: last.issue } : undefined;
}
