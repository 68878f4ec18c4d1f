import type { EntrySource, Halt } from '../../command/change-request.ts';
import type { Command } from '../../command/command.ts';
import { definitionOf } from '../../command/commands.ts';
import type { PullFacts } from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Result } from '../../problem/result.ts';
import type { CommandComment } from '../observe/commands/command-comment.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';
import { isPermissionKnown, isWriter } from '../observe/writers/writers.ts';
import { bySequence, chooseCommands } from './choose-commands.ts';
import { describePullRequest } from './describe-pull-request.ts';
import { evaluateCommand, evaluatePermission } from './evaluate-command.ts';
import {
  type CommandRefusals,
  type CommandResult,
  type HistoryState,
  refusalKey,
} from './history-state.ts';

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
  const source = sourceOf(observed);
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

/** What the issue itself asks for: by its form, or by lines such as `company: …`. */
function sourceOf({ isForm, issueText, picture }: ObservedIssue): EntrySource | undefined {
  if (!isForm) return undefined;
  return issueText.source ?? { kind: 'form', ...(picture && { picture }) };
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
    if (given.state !== 'accepted') return [];
    const apply = (before: HistoryState): HistoryState => {
      let state = before;
      const accepted: Command[] = [];
      const problems: Problem[] = [];
      for (const read of given.reads) {
        const found = evaluateAgain(read, given, state, observed);
        problems.push(...found);
        if (!read.ok || found.length > 0) continue;
        accepted.push(read.value);
        state = applyCommand(state, read.value, given, observed);
      }
      // What was refused beside something that was accepted has its answer.
      const mayBeWrong = given.isUnproven || given.isClaimed;
      if (mayBeWrong && accepted.length === 0) refused.push({ given, accepted, problems });
      return state;
    };
    return [{ at: given.at, apply }];
  });
}

/**
 * Somebody may have made another command of it the moment before we accepted it, or it is one of several of which not all
 * were accepted: it counts if it could be accepted.
 */
function evaluateAgain(
  read: Result<Command>,
  given: CommandComment,
  state: HistoryState,
  observed: ObservedIssue,
): readonly Problem[] {
  if (!given.isUnproven && given.reads.length === 1) {
    return given.isClaimed ? evaluatePermission(read, given, observed) : [];
  }
  const isWithoutEffect = read.ok && (read.value.name === 'rebuild' || read.value.name === 'help');
  return isWithoutEffect ? [] : evaluateCommand(read, given, state, observed);
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
    const accepted: Command[] = [];
    const problems: Problem[] = [];
    for (const read of given.reads) {
      const key = read.ok ? refusalKey(given.comment.id, read.value.name) : '';
      const found = refusals.get(key) ?? evaluateCommand(read, given, state, observed);
      problems.push(...found);
      if (!read.ok || found.length > 0) continue;
      accepted.push(read.value);
      state = applyCommand(state, read.value, given, observed);
    }
    return { given, accepted, problems };
  });
  return { ...state, results: [...before.results, ...results] };
}

function applyCommand(
  state: HistoryState,
  command: Command,
  given: CommandComment,
  { writers, issue, issueText }: ObservedIssue,
): HistoryState {
  const { comment, author } = given;
  const effect = definitionOf(command.name).apply(command, state, {
    commentId: comment.id,
    requester: author,
    isPending: given.state === 'pending',
    isWriter: isWriter({ writers }, author.login),
    isOfIssue: comment.id === issue.id,
    issueText,
  });
  return { ...state, ...effect };
}

/** What was requested before the commands that have no answer yet, and what was in the way. */
export function stateBefore(observed: ObservedIssue): Pick<HistoryState, 'request' | 'halt'> {
  const commands = observed.commands.filter(({ state }) => state !== 'pending');
  return replayHistory({ ...observed, commands });
}
