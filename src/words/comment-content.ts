import type { Problem } from '../problem/problem.ts';
import type { Remark } from '../problem/remark.ts';
import type { ChangeKind } from './pull-content.ts';

/** A command that was refused, or one that asked for help. Logins are without `@`. */
export interface CommandAnswer {
  readonly login: string;
  /** The comment's address. */
  readonly url: string;
  /** Empty for `help`. */
  readonly problems: readonly LabelledProblem[];
}

/** What we do on GitHub, as far as it is tried, refused and held back together. */
export const acts = [
  'publish',
  'delete-branch',
  'close-pull-request',
  'update-pull-request',
  'close-issue',
  'retitle-issue',
  'label',
  'react',
  'comment',
] as const;

export type Act = (typeof acts)[number];

/** Something that GitHub refuses until a maintainer changes what the problem names. */
export interface Refusal {
  readonly act: Act;
  readonly problem: Problem;
}

/** A problem, with the label of the form's field that it is about. */
export interface LabelledProblem {
  readonly problem: Problem;
  readonly label?: string;
  /** What the line of a comment that says it begins with. */
  readonly key?: string;
}

/** Whose submissions of a day are counted: one person's, or all of a repository. */
export const quotaOwners = ['submitter', 'repository'] as const;

export type QuotaOwner = (typeof quotaOwners)[number];

/** The state of a submission. `pull` is the number of a pull request of ours. */
export type Status =
  | {
      /** Something is wrong with the submission. */
      readonly kind: 'problems';
      /** Where it can be fixed: the issue, unless given. */
      readonly askedIn?: 'comment';
      readonly problems: readonly LabelledProblem[];
      /** An open pull request still shows what was asked for before. */
      readonly pull?: number;
    }
  | {
      /** The logo could not be fetched or drawn just now; it is retried automatically. */
      readonly kind: 'logo-waiting';
      readonly problems: readonly LabelledProblem[];
      readonly pull?: number;
    }
  | {
      readonly kind: 'proposed';
      /** Where it can be changed: the issue, unless given. */
      readonly askedIn?: 'comment';
      readonly change: ChangeKind;
      readonly company: string;
      readonly pull: number;
      readonly remarks: readonly Remark[];
      /** Somebody else pushed to the branch: we leave it alone until `/poweredby rebuild`. */
      readonly isPushedTo: boolean;
    }
  | {
      /** `open: on-command`: it waits for a maintainer's `/poweredby add`. */
      readonly kind: 'waiting';
      readonly company: string;
      /** Stays as it was approved before the issue was edited. */
      readonly pull?: number;
    }
  | {
      readonly kind: 'merged';
      readonly change: ChangeKind;
      readonly company: string;
      readonly pull: number;
    }
  | {
      /** All is ready, and GitHub refuses for good what a pull request needs. */
      readonly kind: 'refused';
      readonly company: string;
      /** Stays as it is. */
      readonly pull?: number;
    }
  | {
      /** The issue asks to be listed in words of its own. */
      readonly kind: 'form-wanted';
      /** The address of the form, filled in with what could be read; nothing where the repository has none. */
      readonly form?: string;
      /** The lines of a command that says the same. */
      readonly lines: string;
      /** Whether it seems to ask for more than one company. */
      readonly hasSeveral: boolean;
      /** The list has no logos. */
      readonly hasNoLogo?: boolean;
    }
  /** Every page already says what the issue asks for. */
  | { readonly kind: 'nothing-to-change'; readonly company: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'issue-closed' }
  | { readonly kind: 'label-taken-off'; readonly label: string }
  /** Somebody with write access closed the pull request. */
  | { readonly kind: 'pull-closed'; readonly pull: number }
  | {
      /** The configuration or a page is broken: not the submitter's fault. The problems name file, line and key. */
      readonly kind: 'repository-broken';
      readonly problems: readonly Problem[];
      /** The configuration's path, if that is broken; pages' problems have their path as `field`. */
      readonly file?: string;
    }
  | {
      /** More submissions today than the configuration allows; it is processed automatically later. */
      readonly kind: 'quota';
      readonly whose: QuotaOwner;
      readonly limit: number;
    }
  /** No submission. */
  | { readonly kind: 'none' };
