import type { Problem } from '../problem/problem.ts';
import type { SubmissionFields } from '../submission/submission-fields.ts';

/** Every command there is, as `help` lists them. */
export const commandNames = ['add', 'text', 'rebuild', 'remove', 'withdraw', 'help'] as const;

export type CommandName = (typeof commandNames)[number];

/** What a comment asks for. */
export type Command =
  | AddCommand
  | TextCommand
  | RemoveCommand
  | { readonly name: 'rebuild' }
  | { readonly name: 'withdraw' }
  | { readonly name: 'help' };

/** Takes up the issue, or takes it up again. */
export interface AddCommand {
  readonly name: 'add';
  /** What the comment's lines `company: …` and its picture say, for an issue that is no form; absent without such a line. */
  readonly entry?: CommentEntry;
}

/** What a comment says of a submission, not yet checked but for what only the comment can tell. */
export interface CommentEntry {
  readonly fields: SubmissionFields;
  /** The address of the logo, if there is exactly one. */
  readonly logo?: string;
  readonly problems: readonly Problem[];
}

/** Gives one locale's text. */
export interface TextCommand {
  readonly name: 'text';
  /** A locale of the configuration, spelt as it is there. */
  readonly locale: string;
  /** As it was typed, not empty; its lines are joined by `\n`. */
  readonly text: string;
}

/** Takes a company off every page. */
export interface RemoveCommand {
  readonly name: 'remove';
  /** The company's name as it was typed, not empty. */
  readonly company: string;
}
