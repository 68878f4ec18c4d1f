import { describe, expect, it } from 'vitest';
import { notifySubmitter } from '../../../../src/reconcile/apply/comments/notify-submitter.ts';
import { syncStatusComment } from '../../../../src/reconcile/apply/comments/sync-status-comment.ts';
import type { Situation } from '../../../../src/reconcile/decide/situation.ts';
import { replayHistory } from '../../../../src/reconcile/history/replay-history.ts';
import {
  type CommentNote,
  readCommentNote,
} from '../../../../src/reconcile/observe/notes/notes.ts';
import type { Status } from '../../../../src/words/comment-content.ts';
import { configurationOf } from '../../../submission/configuration.ts';
import { at, comment, issue, observedIssue, person, snapshot } from '../../facts.ts';

const configuration = configurationOf();
const merged: Status = { kind: 'merged', change: 'add', company: 'Juniper', pull: 13 };
const before: CommentNote = {
  digest: '',
  status: { ...merged, kind: 'proposed', remarks: [], isPushedTo: false },
};

/** Our comments of an issue whose status comment says a note. */
function statusComment(note: CommentNote) {
  const [change] = syncStatusComment(
    { id: 'I_12', thread: [] },
    snapshot().repository,
    note,
    configuration,
  );
  return comment(1, { isOurs: true, body: change && 'body' in change ? String(change.body) : '' });
}

function situation(changes: Parameters<typeof issue>[0] = {}): Situation {
  const sticky = statusComment(before);
  const note = readCommentNote(sticky.body);
  const observed = observedIssue({ issue: issue({ thread: [sticky], ...changes }), note });
  return { ...observed, history: replayHistory(observed), refused: [], refusedBefore: undefined };
}

describe('a notification of a merge', () => {
  it('is one new comment', () => {
    expect(notifySubmitter(merged, situation()).map(({ kind }) => kind)).toEqual(['add-comment']);
  });

  it('is none for a bot, or where the account is gone', () => {
    const bot = { ...person('reporter'), isPerson: false };
    expect(notifySubmitter(merged, situation({ author: bot }))).toEqual([]);
    expect(notifySubmitter(merged, situation({ author: undefined }))).toEqual([]);
  });

  it('is none where the status comment is new itself', () => {
    expect(notifySubmitter(merged, situation({ thread: [] }))).toEqual([]);
  });

  it('is not sent again where an attempt was interrupted before it noted it', () => {
    const [sent] = notifySubmitter(merged, situation());
    const body = sent && 'body' in sent ? String(sent.body) : '';
    const sticky = statusComment(before);
    const told = comment(2, { isOurs: true, body });
    expect(notifySubmitter(merged, situation({ thread: [sticky, told] }))).toEqual([]);
    // One that the status comment has been edited after told of something else.
    const edited = { ...sticky, editedAt: at(3) };
    expect(notifySubmitter(merged, situation({ thread: [edited, told] }))).toHaveLength(1);
  });
});
