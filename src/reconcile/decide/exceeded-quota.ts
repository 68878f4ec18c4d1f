import type { Author } from '../../github/nodes/author.ts';
import type { Status } from '../../words/comment-content.ts';
import { type PullNote, readPullNote } from '../observe/notes/notes.ts';
import type { Situation } from './situation.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * The quota that a new pull request would exceed: those of the last 24 hours count, for what is refused costs nobody
 * anything.
 *
 * @param submitter whose request it is; nothing where the account is gone
 * @param now milliseconds since 1970
 */
export function exceededQuota(
  submitter: Author | undefined,
  { snapshot, configuration }: Pick<Situation, 'snapshot' | 'configuration'>,
  now: number,
): Extract<Status, { kind: 'quota' }> | undefined {
  const recent = (snapshot.others ?? []).filter(({ createdAt }) => createdAt.getTime() > now - day);
  const own = recent.filter(({ body }) => isBy(submitter, readPullNote(body)));
  const { quota } = configuration;
  if (own.length >= quota.submitter) {
    return { kind: 'quota', whose: 'submitter', limit: quota.submitter };
  }
  if (recent.length >= quota.repository) {
    return { kind: 'quota', whose: 'repository', limit: quota.repository };
  }
  return undefined;
}

/** Accounts keep their ids and may change their logins, which others may take then. */
function isBy(submitter: Author | undefined, note: PullNote | undefined): boolean {
  if (submitter?.id !== undefined && note?.submitterId !== undefined) {
    return submitter.id === note.submitterId;
  }
  return note?.submitter === (submitter?.login ?? '');
}
