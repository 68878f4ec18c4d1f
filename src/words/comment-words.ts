import type { PluralForms } from '../text/plural.ts';
import type { QuotaOwner } from './comment-content.ts';
import type { ChangeKind } from './pull-content.ts';

/** The words of our comments on an issue, in `templates/LANGUAGE/comment.yml`: templates of Markdown. */
export interface CommentWords {
  readonly problems: { readonly found: PluralForms } & Words<
    | 'fix-issue'
    | 'fix-comment'
    | 'pull-unchanged'
    | 'logo-waiting'
    | 'repository-broken'
    | 'repository-next'
  >;
  readonly problem: ProblemWords;
  readonly proposed: Words<ChangeKind | 'edit-issue' | 'pushed-to' | 'remarks'>;
  readonly merged: Words<ChangeKind>;
  readonly 'form-wanted': Words<'thanks' | 'form' | 'command' | 'several'>;
  readonly waiting: string;
  readonly 'waiting-edited': string;
  readonly 'nothing-to-change': string;
  readonly withdrawn: string;
  readonly 'issue-closed': string;
  readonly 'label-taken-off': string;
  readonly 'pull-closed': string;
  readonly refused: Words<'new' | 'open'>;
  readonly refusals: Words<'intro' | 'retry'>;
  readonly quota: Readonly<Record<QuotaOwner, PluralForms>>;
  readonly notifications: NotificationWords;
  readonly answers: Words<'to-command' | 'to-help' | 'left-out'>;
  readonly help: HelpWords;
}

/** The words of a comment that mentions somebody. */
type NotificationWords = {
  readonly problems: PluralForms;
  readonly merged: Words<ChangeKind>;
} & Words<'translate' | 'pull-closed' | 'quote' | 'withdrawn' | 'label-taken-off'>;

/** The words of one problem in a list. */
type ProblemWords = { readonly more: PluralForms } & Words<
  'issue' | 'field' | 'sentence' | 'example'
>;

/** The list of the commands. */
export interface HelpWords {
  readonly head: Words<'command' | 'who' | 'does' | 'between'>;
  readonly users: Words<CommandUser>;
  /** By the command's name, in the order of the list. */
  readonly commands: Readonly<Record<string, Words<'usage' | 'does'>>>;
  readonly note: string;
}

/** Who may use a command. */
export type CommandUser = 'writer' | 'submitter' | 'anyone';

type Words<Name extends string> = Readonly<Record<Name, string>>;
