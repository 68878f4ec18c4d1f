import { createHash } from 'node:crypto';
import type { Status } from '../../../words/comment-content.ts';

/**
 * What a person has to be notified of in a status: the next step is theirs, or the matter has ended. One string for each
 * thing that is news by itself; none where a status concerns nobody but maintainers.
 */
export function notificationCauses(status: Status): readonly string[] {
  switch (status.kind) {
    case 'problems':
      return status.problems.map(({ problem: { code, field, values } }) =>
        fingerprint(JSON.stringify([code, field, values])),
      );
    case 'merged':
    case 'pull-closed':
      return [`${status.kind} ${status.pull}`];
    case 'withdrawn':
    case 'label-taken-off':
      return [status.kind];
    default:
      return [];
  }
}

/** What a person knows once a status is told. What only passes leaves what was known before. */
export function toldAfter(status: Status, before: readonly string[]): readonly string[] {
  const isPassing = status.kind === 'logo-waiting' || status.kind === 'repository-broken';
  return isPassing ? before : notificationCauses(status);
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
