import { usersOf } from '../../../command/permission.ts';
import type { Configuration } from '../../../config/configuration.ts';
import { formAddress } from '../../../form/form-address.ts';
import type { Change } from '../../../github/changes/change.ts';
import type { RepositoryFacts } from '../../../github/submission/submission-snapshot.ts';
import { templatesFor } from '../../../templates.ts';
import { writeStatus } from '../../../words/status-comment.ts';
import { withMarker } from '../../observe/notes/marker.ts';
import type { CommentNote } from '../../observe/notes/notes.ts';
import { commentChanges, findSticky } from '../../observe/notes/sticky-comment.ts';
import type { CommentThread } from './answer-commands.ts';

/** What makes the status comment of an issue say its status. */
export function syncStatusComment(
  { id, thread }: CommentThread,
  repository: RepositoryFacts,
  note: CommentNote,
  configuration: Configuration,
): readonly Change[] {
  const { status, refused } = note;
  if (!findSticky(thread) && status.kind === 'none' && !refused) return [];
  const words = writeStatus(status, templatesFor(configuration), {
    formUrl: formAddress(repository.url),
    submitterMayAdd: usersOf(configuration).add === 'submitter',
    refusals: refused?.refusals ?? [],
  });
  const text = words === '' ? undefined : noted(words, note);
  return commentChanges(id, thread, text);
}

/** GitHub takes 65,536 characters. */
const longestComment = 65_000;

/** A comment with its note; where somebody typed so much that it has no room, with one that makes the next job look again. */
function noted(words: string, note: CommentNote): string {
  const text = withMarker(words, note);
  if (text.length <= longestComment) return text;
  return withMarker(words, { ...note, form: undefined, digest: '', status: { kind: 'none' } });
}
