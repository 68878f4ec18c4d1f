import type { AskedSettings } from '../submission/asked-fields.ts';
import type { CommentEntry } from './command.ts';
import { beforeMail } from './grammar/before-mail.ts';
import { ownLines } from './grammar/own-lines.ts';
import { attachmentAlone, readEntry } from './grammar/read-entry.ts';

/** What a text says that need not be a command. */
export interface CommentText {
  /** What its lines `company: …` say; nothing where there is none. */
  readonly entry?: CommentEntry;
  /** The address of the only picture that is attached to it. */
  readonly logo?: string;
}

/** Reads what a comment, or an issue that is no form, says of an entry. Quotes, code and answered mails do not count. */
export function readCommentText(text: string, settings?: AskedSettings): CommentText {
  const lines = beforeMail(ownLines(text));
  const entry = settings && readEntry(lines, settings);
  const logo = attachmentAlone(lines);
  return { ...(entry && { entry }), ...(logo !== undefined && { logo }) };
}

/** Whether a picture is attached to a text, at a glance. */
export function holdsPicture(text: string): boolean {
  return /!\[|<img\b|\/user-attachments\//i.test(text);
}
