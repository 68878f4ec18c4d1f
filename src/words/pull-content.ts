import type { Remark } from '../problem/remark.ts';
import type { RowPreview } from './row-preview.ts';

/** What is done to an organization's entry: by a pull request, a commit, or a command. */
export const changes = ['add', 'update', 'remove'] as const;

export type ChangeKind = (typeof changes)[number];

/** Why a pull request's branch may not be what the issue asks for. */
export type PullNotice = 'pushed-to' | 'outdated' | 'unapproved' | 'refused';

/** Why we close a pull request. */
export type PullClosing =
  | 'withdrawn'
  | 'issue-closed'
  | 'label-taken-off'
  | 'nothing-to-change'
  | 'submission-elsewhere';

/** Whose request for an entry was merged before. The login is without `@`. */
export interface AskedBefore {
  readonly login: string;
  readonly issue: number;
}

/** What a pull request of ours says. Logins are without `@`. */
export interface PullContent {
  readonly change: ChangeKind;
  readonly company: string;
  /** Of a company that gets another name. */
  readonly formerName?: string | undefined;
  readonly project: string;
  /** The issue that asks for it. */
  readonly issue: number;
  /** Whether merging closes that issue. */
  readonly closesIssue: boolean;
  /** Who opened the issue, or wrote the comment that asks for it; empty where the account is gone. */
  readonly requestedBy: string;
  /** Whether that person checked the form's box of consent; nothing where the form has none, or no form was used. */
  readonly hasConsented?: boolean;
  /** Whether no entry of the list has a logo. */
  readonly hasNoLogo?: boolean;
  /** What `/poweredby text` needs for a locale; nothing for a list without texts. */
  readonly textLocale?: string;
  /** Of an update. */
  readonly askedBefore?: AskedBefore;
  /** Locales in the order of the configuration; empty where the pictures are not known yet. */
  readonly rows: readonly RowPreview[];
  readonly remarks: readonly Remark[];
  /** Where pictures are shown from. */
  readonly pictures?: Pictures;
}

/** Where a repository's files can be seen. */
export interface Pictures {
  /** As `https://github.com/apache/flink`. */
  readonly repository: string;
  /** The commit that has the row's logos. */
  readonly commit: string;
  /** The base's commit, which has the logo that `before` shows. */
  readonly base: string;
}
