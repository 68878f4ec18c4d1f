import { usersOf } from '../../command/permission.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { Change } from '../../github/changes/change.ts';
import type { Thread } from '../../github/nodes/thread.ts';
import { loadTemplates } from '../../templates.ts';
import type { CommandAnswer, CommentContent, Status } from '../../words/comment-content.ts';
import { writeIssueComment } from '../../words/issue-comment.ts';
import type { CommandResult } from '../history/history-state.ts';
import { isHelp } from '../observe/commands/command-comment.ts';
import { withMarker } from '../observe/notes/marker.ts';
import { type CommentNote, readCommentNote } from '../observe/notes/notes.ts';
import { commentChanges, findSticky } from '../observe/notes/sticky-comment.ts';

/** A thread that may get a comment of ours. */
export interface CommentThread {
  /** Of the issue or pull request. */
  readonly id: string;
  readonly thread: Thread;
}

/** Of the answers that a comment shows: nobody reads more. */
const mostAnswers = 5;

/** What is to be said in a thread, beside the answers to its commands. */
export interface CommentState extends Omit<CommentNote, 'content'> {
  readonly status: Status;
}

/** What makes our comment say how things stand, and answer the commands that were given in its thread. */
export function syncComment(
  commentThread: CommentThread,
  results: readonly CommandResult[],
  { status, ...commentState }: CommentState,
  configuration: Configuration,
): readonly Change[] {
  const { id, thread } = commentThread;
  const sticky = findSticky(thread);
  const before = sticky && readCommentNote(sticky.body);
  const answers = answersAfter(before?.content.answers ?? [], results, thread);
  if (!sticky && status.kind === 'none' && answers.length === 0) return [];
  const content: CommentContent = { status, answers };
  const note: CommentNote = { ...commentState, content };
  const templates = loadTemplates(configuration.language);
  const context = { commands: usersOf(configuration) };
  const words = writeIssueComment(content, templates, context);
  const text = words === '' ? undefined : noted(words, note);
  return commentChanges(id, thread, text);
}

/** GitHub takes 65,536 characters. */
const longestComment = 65_000;

/** A comment with its note; where somebody typed so much that it has no room, with one that makes the next job look again. */
function noted(words: string, note: CommentNote): string {
  const text = withMarker(words, note);
  if (text.length <= longestComment) return text;
  const content: CommentContent = { status: { kind: 'none' }, answers: [] };
  return withMarker(words, { ...note, digest: '', content });
}

/** The answers that stay, as long as their commands do, and the new ones. */
function answersAfter(
  before: readonly CommandAnswer[],
  results: readonly CommandResult[],
  thread: Thread,
): readonly CommandAnswer[] {
  const here = results.filter(({ given }) => thread.includes(given.comment));
  const answered = new Set(here.map(({ given }) => given.comment.url));
  const urls = new Set(thread.map(({ url }) => url));
  const kept = before.filter(({ url }) => urls.has(url) && !answered.has(url));
  const added = here.flatMap(({ given, problems }) => {
    const { comment, author } = given;
    if (problems.length === 0 && !isHelp(given)) return [];
    return [{ login: author.login, url: comment.url, problems }];
  });
  return [...kept, ...added].slice(-mostAnswers);
}
