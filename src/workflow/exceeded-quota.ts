import type { Status } from '../words/comment-content.ts';
import { readPullNote } from './notes.ts';
import type { Situation } from './situation.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * The quota that a new pull request would exceed: those of the last 24 hours count, for what is refused costs nobody
 * anything.
 *
 * @param submitter whose request it is
 * @param now milliseconds since 1970
 */
export function exceededQuota(
  submitter: string,
  { snapshot, configuration }: Pick<Situation, 'snapshot' | 'configuration'>,
  now: number,
): Extract<Status, { kind: 'quota' }> | undefined {
  const recent = (snapshot.others ?? []).filter(({ createdAt }) => createdAt.getTime() > now - day);
  const own = recent.filter(({ body }) => readPullNote(body)?.submitter === submitter);
  const { quota } = configuration;
  if (own.length >= quota.submitter) {
    return { kind: 'quota', whose: 'submitter', limit: quota.submitter };
  }
  if (recent.length >= quota.repository) {
    return { kind: 'quota', whose: 'repository', limit: quota.repository };
  }
  return undefined;
}
