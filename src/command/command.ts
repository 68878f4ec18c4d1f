import type { Problem } from '../problem/problem.ts';
import type { Remark } from '../problem/remark.ts';
import type { SubmissionFields } from '../submission/submission-fields.ts';

/** What a comment asks for. */
export type Command =
  | AddCommand
  | TextCommand
  | RebuildCommand
  | RenameCommand
  | RemoveCommand
  | WithdrawCommand
  | HelpCommand;

export type CommandName = Command['name'];

/** Requests the entry, or requests it again. */
export interface AddCommand {
  readonly name: 'add';
  /** What the comment's lines `company: …` and its picture say, for an issue that is no form; absent without such a line. */
  readonly entry?: CommentEntry;
  /** The address of the only picture in a comment without such lines: the logo of what the issue asks for. */
  readonly logo?: string;
}

/** What a comment says of a submission, not yet checked but for what only the comment can tell. */
export interface CommentEntry {
  readonly fields: SubmissionFields;
  /** The address of the logo, if there is exactly one. */
  readonly logo?: string;
  /** The same of the logo for dark pages. */
  readonly darkLogo?: string;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Remark[];
}

/** Gives one locale's text. */
export interface TextCommand {
  readonly name: 'text';
  /** A locale of the configuration, spelt as it is there. */
  readonly locale: string;
  /** As it was typed, not empty; its lines are joined by `\n`. */
  readonly text: string;
}

/** Replaces whatever is on our branch by our one commit. */
export interface RebuildCommand {
  readonly name: 'rebuild';
}

/** Takes a company off every page. */
export interface RemoveCommand {
  readonly name: 'remove';
  /** The company's name as it was typed, not empty. */
  readonly company: string;
}

/** Gives a company another name on every page. */
export interface RenameCommand {
  readonly name: 'rename';
  /** The two names as they were typed, not empty. */
  readonly company: string;
  readonly newName: string;
}

/** Gives a request up. */
export interface WithdrawCommand {
  readonly name: 'withdraw';
}

/** Lists the commands. */
export interface HelpCommand {
  readonly name: 'help';
}
