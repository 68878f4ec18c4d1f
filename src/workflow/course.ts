import type { Configuration } from '../config/configuration.ts';
import type { IssueFacts, PullFacts } from '../github/submission-snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import type { Ask, EntrySource, Stop } from './ask.ts';
import type { DescribedPull, PullSources } from './describe-pull.ts';
import type { GivenCommand } from './given-command.ts';

/** What an issue has come to: what it asks for today, and what stands in the way. */
export interface Course {
  /** Nothing where nothing was asked for, or all of it is on the pages. */
  readonly ask: Ask | undefined;
  readonly stop: Stop | undefined;
  /** The pull request that brought the last request onto the pages. */
  readonly merged: DescribedPull | undefined;
  /** Whether an `add` took it up: `open: on-command` waits for that. */
  readonly isTakenUp: boolean;
  /** Whether a command that has no answer yet wants our commit over whatever stands on the branch. */
  readonly isForced: boolean;
  /** Whether a writer's command that has no answer yet takes it up. */
  readonly isTakenUpByWriter: boolean;
}

/** Whether an issue is a submission now: removals and questions are none, and their issues are left as they are. */
export function isSubmission({ ask, stop }: Pick<Course, 'ask' | 'stop'>): boolean {
  return ask?.kind === 'entry' && !stop;
}

/** A command that had no answer yet, and what is wrong with it: nothing, if it is accepted. */
export interface Verdict {
  readonly given: GivenCommand;
  readonly problems: readonly Problem[];
}

/** What is known of an issue. */
export interface CourseFacts extends PullSources {
  readonly issue: IssueFacts;
  /** Whether the issue is a form: it has the label or its headings. */
  readonly isForm: boolean;
  readonly pulls: readonly PullFacts[];
  /** Of the issue and of our pull requests. */
  readonly commands: readonly GivenCommand[];
  readonly isLabelTakenOff: boolean;
  /** Whether our branch for it is there, be there a pull request or not. */
  readonly hasBranch: boolean;
  /** When somebody else made the newest commit on it; nothing where that is ours. */
  readonly pushedAt: Date | undefined;
  readonly configuration: Configuration;
  readonly isWriter: (login: string) => boolean;
  /** Commands that turned out not to be possible, by their comments' ids. */
  readonly refusals: ReadonlyMap<string, readonly Problem[]>;
}

type Mutable<Object> = { -readonly [Key in keyof Object]: Object[Key] };

/** A course on the way, with what the last entry was made of. */
export interface CourseSoFar extends Mutable<Course> {
  source: EntrySource | undefined;
}
