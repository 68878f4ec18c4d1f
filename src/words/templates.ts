import type { SubmissionState } from '../config/configuration.ts';
import type { Language } from '../config/reply-languages.ts';
import type { ProblemCode } from '../problem/codes.ts';
import type { RemarkCode } from '../problem/remark.ts';
import type { PluralForms } from '../text/plural.ts';
import type { Status } from './comment-content.ts';
import type { CommentWords } from './comment-words.ts';
import type { ChangeKind } from './pull-content.ts';
import type { PullRequestWords } from './pull-request/pull-request-words.ts';

/** What is said about one kind of problem. Each text is a Mustache template of the problem's values. */
export interface ProblemTemplate {
  /** What is wrong. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
  /** What a right one may look like. */
  readonly example?: string;
}

/** The words of one language. */
export interface Templates {
  readonly language: Language;
  /** Messages of commits, and the title of an issue that asks for an entry. */
  readonly commits: Readonly<Record<ChangeKind | 'rename' | 'issue', string>>;
  /** The names of the labels that say where a submission is; `{{label}}` is the configured label. */
  readonly states: Readonly<Record<SubmissionState, string>>;
  readonly problems: Readonly<Record<ProblemCode, ProblemTemplate>>;
  /** A sentence for each remark, a Mustache template of its values. */
  readonly remarks: Readonly<Record<RemarkCode, string>>;
  /** A sentence for each finding of `check`, by its code. */
  readonly findings: Readonly<Record<string, string>>;
  /** The words around them. */
  readonly check: CheckWords;
  /** What `init` says it found, by the kind of line. */
  readonly setup: Readonly<Record<string, string>>;
  /** The pull request that proposes a configuration. */
  readonly 'setup-pull-request': SetupPullWords;
  readonly comment: CommentWords;
  /** What a run of the Action says of itself. */
  readonly action: ActionWords;
  readonly 'pull-request': PullRequestWords;
  /** What is said of a pull request that touches what we read. */
  readonly 'pull-check': PullCheckWords;
}

/** The words of the pull request that proposes a configuration, in Markdown. */
export interface SetupPullWords {
  readonly title: string;
  readonly does: string;
  readonly found: string;
  readonly after: string;
  readonly change: string;
  /** The comment with which it is closed where the list was deleted. */
  readonly gone: string;
}

/** The words of a run's summary, in Markdown. */
export interface ActionWords {
  readonly title: string;
  readonly 'dry-run': string;
  readonly nothing: string;
  readonly unchanged: string;
  readonly statuses: Readonly<Record<Exclude<Status['kind'], 'problems' | 'proposed'>, string>> & {
    readonly problems: PluralForms;
    readonly proposed: Readonly<Record<ChangeKind, string>>;
  };
  /** Instead of its number. */
  readonly 'a-pull-request': string;
  readonly failed: string;
  readonly 'failed-search': string;
  readonly unconfigured: string;
  /** What to do about failures, by their reasons. */
  readonly hints: Readonly<
    Record<'denied' | 'limited' | 'unavailable' | 'unconfigured' | 'unrelated' | 'failed', string>
  >;
  readonly left: PluralForms;
  readonly checks: string;
}

/** The words of a check on a pull request: titles as text, the rest in Markdown. */
export interface PullCheckWords {
  readonly titles: {
    readonly passed: string;
    readonly errors: PluralForms;
    readonly warnings: PluralForms;
    readonly unconfigured: string;
    readonly 'too-large': string;
  };
  readonly passed: string;
  readonly 'passed-old': string;
  readonly fresh: string;
  readonly old: PluralForms;
  readonly finding: string;
  readonly place: string;
  readonly more: PluralForms;
  readonly again: string;
  readonly unconfigured: string;
  readonly 'too-large': string;
}

/** The words of a list of findings. */
export interface CheckWords {
  readonly error: string;
  readonly warning: string;
  /** Instead of a list that would be empty. */
  readonly nothing: string;
  /** How many `errors` and `warnings` there are. */
  readonly counts: string;
}
