import type { CommentedPicture } from '../../command/change-request.ts';
import type { CommentEntry } from '../../command/command.ts';
import { readCommentText } from '../../command/read-comment-text.ts';
import type { IssueText } from '../../command/request-state.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import { hasFormHeadings } from '../../form/read-body.ts';
import type { IssueFacts } from '../../github/submission/submission-snapshot.ts';
import { problem } from '../../problem/problem.ts';
import { askedFields, indispensableIds } from '../../submission/asked-fields.ts';
import { ownValue } from '../../text/own-value.ts';
import type { CommandComment } from './commands/command-comment.ts';

/** What an issue's own text says beside commands; nothing where it is the form, whose answers are read otherwise. */
export function readIssueText(
  { id, body, author }: Pick<IssueFacts, 'id' | 'body' | 'author'>,
  form: readonly FormField[],
  configuration: Configuration,
): IssueText {
  const needed = indispensableIds(configuration);
  if (hasFormHeadings(body, form, needed)) return {};
  const { entry, logo } = readCommentText(body, configuration);
  const found = logo === undefined ? {} : { logo };
  // Less than that is a request in free words, which is answered as such.
  if (!entry || !isWhole(entry, configuration) || !author) return found;
  const requested = { commentId: id, requester: author, isOfIssue: true };
  return { ...found, source: { kind: 'comment', entry: inIssue(entry), ...requested } };
}

/** Whether lines say who the company is and what the list says of all, but for the picture. */
function isWhole({ fields }: CommentEntry, configuration: Configuration): boolean {
  const { descriptions, fields: own = {} } = fields;
  const needed = askedFields(configuration).filter(({ required }) => required);
  return needed.every(({ kind, name = '', locale = '' }) => {
    switch (kind) {
      case 'text':
        return Boolean(ownValue(descriptions, locale));
      case 'own':
        return Boolean(ownValue(own, name));
      case 'company':
      case 'homepage':
      case 'link':
      case 'group':
        return Boolean(fields[kind] ?? (kind === 'homepage' ? fields.link : undefined));
      default:
        return true;
    }
  });
}

/** Its problems are an issue's, which is edited. */
function inIssue(entry: CommentEntry): CommentEntry {
  const problems = entry.problems.map((each) => {
    if (each.code === 'command-logo-missing') return problem('attachment-missing', each.field);
    if (each.code !== 'command-logo-several') return each;
    return problem('attachment-several', each.field, { count: each.values['count'] ?? 0 });
  });
  return { ...entry, problems };
}

/** The newest comment of the submitter that is no command and holds one picture. */
export function findPicture(
  { thread, author }: Pick<IssueFacts, 'thread' | 'author' | 'id'>,
  commands: readonly CommandComment[],
): CommentedPicture | undefined {
  const isCommand = new Set(commands.map(({ comment }) => comment.id));
  for (const comment of thread.toReversed()) {
    const isTheirs = author !== undefined && comment.author?.login === author.login;
    if (!isTheirs || comment.sequence === 0n || isCommand.has(comment.id)) continue;
    const { logo } = readCommentText(comment.body);
    if (logo !== undefined) return { address: logo, commentId: comment.id, isGiven: false };
  }
  return undefined;
}
