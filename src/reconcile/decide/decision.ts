import type { ChangeRequest } from '../../command/change-request.ts';
import type { CommandName } from '../../command/command.ts';
import type { Problem } from '../../problem/problem.ts';
import type { DesiredState } from './desired-state.ts';

/** What should become of an issue, or what is missing before that can be said. */
export type Decision =
  | DesiredStateDecision
  /** Our other pull requests have to be read. */
  | { readonly kind: 'needs-other-pull-requests' }
  /** The pages have to be opened and the logo fetched for this request. */
  | { readonly kind: 'needs-preparation'; readonly request: ChangeRequest }
  | CommandRefused;

export interface DesiredStateDecision {
  readonly kind: 'desired-state';
  readonly state: DesiredState;
}

/** A command that has no answer yet cannot be carried out: to be decided again without it. */
export interface CommandRefused {
  readonly kind: 'command-refused';
  /** GitHub's node id. */
  readonly commentId: string;
  readonly command: CommandName;
  readonly problems: readonly Problem[];
}

/** A decision for a desired state. */
export function desire(state: DesiredState): DesiredStateDecision {
  return { kind: 'desired-state', state };
}
