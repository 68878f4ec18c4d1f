import type { Command } from '../../../command/command.ts';
import { lineKeys } from '../../../command/line-keys.ts';
import { usersOf } from '../../../command/permission.ts';
import type { Configuration } from '../../../config/configuration.ts';
import type { FormField } from '../../../form/form-field.ts';
import type { Change } from '../../../github/changes/change.ts';
import type { CommentFacts, Thread } from '../../../github/nodes/thread.ts';
import { askedFields } from '../../../submission/asked-fields.ts';
import { localeToWrite } from '../../../submission/language-name.ts';
import { templatesFor } from '../../../templates.ts';
import { type CommandHelp, writeAnswers } from '../../../words/answer-comment.ts';
import type { CommandResult } from '../../history/history-state.ts';
import {
  type AnsweredCommand,
  isAnswered,
  textFingerprint,
} from '../../observe/commands/answered-commands.ts';
import { keysOfLines, labelled } from '../../observe/labelled-problems.ts';
import { withMarker } from '../../observe/notes/marker.ts';
import { type AnswerComment, findAnswerComments } from '../../observe/notes/replies.ts';

/** A thread that may get comments of ours. */
export interface CommentThread {
  /** Of the issue or pull request. */
  readonly id: string;
  readonly thread: Thread;
}

/** Of the commands that one comment answers: nobody reads more. */
const mostAnswers = 5;

/**
 * Answers the commands of a thread that need words, in one new comment below them. Earlier answers are folded away when a
 * new one comes, or when a command that they are for was edited or deleted.
 *
 * @param form by whose labels answers name fields
 */
export function answerCommands(
  { id, thread }: CommentThread,
  results: readonly CommandResult[],
  configuration: Configuration,
  form: readonly FormField[] = [],
): readonly Change[] {
  const keys = keysOfLines(configuration);
  const earlier = findAnswerComments(thread);
  const isTold = (comment: CommentFacts) =>
    // An attempt that was interrupted may have sent the answer without noting it.
    earlier.some(({ commands }) => isAnswered(comment, commands));
  const answers = results
    .filter(({ accepted, problems }) => problems.length > 0 || accepted.some(isHelp))
    .filter(({ given: { comment } }) => thread.includes(comment) && !isTold(comment));
  const isOutdated = ({ commands }: AnswerComment) =>
    answers.length > 0 ||
    thread.filter((comment) => isAnswered(comment, commands)).length < Object.keys(commands).length;
  const outdated = earlier.filter((each) => !each.comment.isMinimized && isOutdated(each));
  const folded = outdated.map(
    ({ comment }): Change => ({ kind: 'minimize-comment', commentId: comment.id }),
  );
  if (answers.length === 0) return folded;
  const words = writeAnswers(
    answers.slice(-mostAnswers).map(({ given: { author, comment }, problems }) => ({
      login: author.login,
      url: comment.url,
      problems: labelled(problems, form, keys),
    })),
    templatesFor(configuration),
    helpOf(configuration),
  );
  const commands = Object.fromEntries(answers.map(entryOf));
  const body = withMarker(words, { commands }, 'poweredby-answers');
  return [...folded, { kind: 'add-comment', subjectId: id, body }];
}

/** A list without texts has no command for them. */
function helpOf(configuration: Configuration): CommandHelp {
  const { locales } = configuration;
  const fields = askedFields(configuration);
  const hasTexts = fields.some(({ kind }) => kind === 'text');
  const users = Object.entries(usersOf(configuration));
  return {
    users: Object.fromEntries(users.filter(([name]) => hasTexts || name !== 'text')),
    keys: lineKeys(configuration).map(({ key }) => key),
    hasLogo: fields.some(({ kind }) => kind === 'logo'),
    locale: localeToWrite(locales),
    isTranslated: locales.length > 1,
  };
}

function isHelp({ name }: Command): boolean {
  return name === 'help';
}

function entryOf({ given: { comment }, accepted }: CommandResult): [string, AnsweredCommand] {
  const fingerprint = textFingerprint(comment.body);
  const seconds = Math.floor(comment.createdAt.getTime() / 1000);
  const isRefused = accepted.length === 0;
  return [String(comment.sequence), isRefused ? [fingerprint] : [fingerprint, seconds]];
}
