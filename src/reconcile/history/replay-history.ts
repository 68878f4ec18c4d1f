import type { ChangeRequest, EntrySource, Halt } from '../../command/change-request.ts';
import type { Command } from '../../command/command.ts';
import { definitionOf } from '../../command/commands.ts';
import type { PullFacts } from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import type { CommandComment } from '../observe/commands/command-comment.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';
import { isPermissionKnown, isWriter } from '../observe/writers.ts';
import { bySequence, chooseCommands } from './choose-commands.ts';
import { describePullRequest } from './describe-pull-request.ts';
import { evaluateCommand } from './evaluate-command.ts';
import type { CommandRefusals, CommandResult, HistoryState } from './history-state.ts';

interface HistoryEvent {
  readonly at: Date;
  readonly apply: (state: HistoryState) => HistoryState;
}

/**
 * Replays an issue's history: its form, then what happened and the accepted commands in order. Commands without an
 * answer come last, whenever they were written: none of them has had an effect.
 *
 * @param refusals commands that turned out not to be possible: they have no effect
 */
export function replayHistory(
  observed: ObservedIssue,
  refusals: CommandRefusals = new Map(),
): HistoryState {
  const source: EntrySource | undefined = observed.isForm ? { kind: 'form' } : undefined;
  let state: HistoryState = {
    source,
    request: source && { kind: 'entry', source, texts: {} },
    halt: undefined,
    merged: undefined,
    isApproved: false,
    isForced: false,
    isApprovedByWriter: false,
    results: [],
    hasMoreCommands: false,
  };
  const refused: CommandResult[] = [];
  const events = [...lifecycleEvents(observed), ...acceptedCommands(observed, refused)];
  for (const { apply } of inOrder(events)) state = apply(state);
  if (observed.isLabelTakenOff && state.request) state = { ...state, halt: 'label-taken-off' };
  return evaluatePending({ ...state, results: refused }, observed, refusals);
}

/** Events of one second stay as they are given: the issue's before commands, commands as they were written. */
function inOrder(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  return events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function lifecycleEvents(observed: ObservedIssue): HistoryEvent[] {
  const { issue, snapshot } = observed;
  const { pulls } = snapshot;
  const events: HistoryEvent[] = [];
  for (const pull of pulls) {
    if (!pull.mergedAt) continue;
    events.push({ at: pull.mergedAt, apply: (state) => applyMerge(state, pull, observed) });
  }
  // An earlier one's closing is over: somebody took the issue up again.
  const closed = pulls[0]?.closed;
  if (closed && !closed.byUs) {
    events.push({ at: closed.at, apply: (state) => haltRequest(state, 'pull-closed') });
  }
  if (issue.closedAt && !issue.isOpen) {
    events.push({ at: issue.closedAt, apply: (state) => haltRequest(state, 'issue-closed') });
  }
  if (issue.reopenedAt && issue.isOpen) {
    events.push({ at: issue.reopenedAt, apply: applyReopening });
  }
  return events;
}

function applyMerge(state: HistoryState, pull: PullFacts, observed: ObservedIssue): HistoryState {
  const merged = describePullRequest(pull, state.request, observed);
  return { ...state, merged, request: undefined, halt: undefined, isApproved: false };
}

function haltRequest(state: HistoryState, halt: Halt): HistoryState {
  return state.request ? { ...state, halt } : state;
}

function applyReopening(state: HistoryState): HistoryState {
  const { source, request } = state;
  const halt = state.halt === 'withdrawn' ? undefined : state.halt;
  if (request || !source) return { ...state, halt };
  return { ...state, halt, request: { kind: 'entry', source, texts: {} } };
}

/** @param refused is given those that turn out to be what their authors may not ask for */
function acceptedCommands(observed: ObservedIssue, refused: CommandResult[]): HistoryEvent[] {
  return bySequence(observed.commands).flatMap((given) => {
    const { read, state, at } = given;
    if (state !== 'accepted' || !read.ok) return [];
    const apply = (state: HistoryState): HistoryState => {
      const problems = given.isUnproven ? evaluateUnproven(given, read.value, state, observed) : [];
      if (problems.length === 0) return applyCommand(state, read.value, given, observed);
      refused.push({ given, problems });
      return state;
    };
    return [{ at, apply }];
  });
}

/** Somebody may have made another command of it the moment before we accepted it: it counts if it could be accepted. */
function evaluateUnproven(
  given: CommandComment,
  { name }: Command,
  state: HistoryState,
  observed: ObservedIssue,
): readonly Problem[] {
  const isWithoutEffect = name === 'rebuild' || name === 'help';
  return isWithoutEffect ? [] : evaluateCommand(given, state, observed);
}

/** Commands that no one job can all answer are left to the next. */
function evaluatePending(
  before: HistoryState,
  observed: ObservedIssue,
  refusals: CommandRefusals,
): HistoryState {
  const pending = observed.commands.filter(({ state }) => state === 'pending');
  const known = pending.filter((given) => isPermissionKnown(given, observed.writers));
  const chosen = chooseCommands(known, observed);
  let state: HistoryState = { ...before, hasMoreCommands: chosen.length < pending.length };
  const results = chosen.map((given): CommandResult => {
    const { read, comment } = given;
    const problems = refusals.get(comment.id) ?? evaluateCommand(given, state, observed);
    if (problems.length > 0 || !read.ok) return { given, problems };
    state = applyCommand(state, read.value, given, observed);
    return { given, problems: [] };
  });
  return { ...state, results: [...before.results, ...results] };
}

function applyCommand(
  state: HistoryState,
  command: Command,
  given: CommandComment,
  { writers }: ObservedIssue,
): HistoryState {
  const { comment, author } = given;
  const effect = definitionOf(command.name).apply(command, state, {
    commentId: comment.id,
    requester: author,
    isPending: given.state === 'pending',
    isWriter: isWriter({ writers }, author.login),
  });
  return { ...state, ...effect };
}

/** What was requested before the commands that have no answer yet. */
export function requestBefore(observed: ObservedIssue): ChangeRequest | undefined {
  const commands = observed.commands.filter(({ state }) => state !== 'pending');
  return replayHistory({ ...observed, commands }).request;
}
