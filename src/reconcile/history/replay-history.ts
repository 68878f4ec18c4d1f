import type { EntrySource, Halt } from '../../command/change-request.ts';
import type { Command } from '../../command/command.ts';
import { definitionOf } from '../../command/commands.ts';
import type { PullFacts } from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import type { CommandComment } from '../observe/command-comment.ts';
import { bySequence, chooseCommands } from './choose-commands.ts';
import { describePullRequest } from './describe-pull-request.ts';
import { evaluateCommand } from './evaluate-command.ts';
import type { CommandResult, HistoryInput, HistoryState } from './history-state.ts';

interface HistoryEvent {
  readonly at: Date;
  readonly apply: (state: HistoryState) => HistoryState;
}

/**
 * Replays an issue's history: its form, then what happened and the accepted commands in order. Commands without an
 * answer come last, whenever they were written: none of them has had an effect.
 */
export function replayHistory(
  facts: HistoryInput,
): HistoryState & { readonly results: CommandResult[] } {
  const source: EntrySource | undefined = facts.isForm ? { kind: 'form' } : undefined;
  let state: HistoryState = {
    source,
    request: source && { kind: 'entry', source, texts: {} },
    halt: undefined,
    merged: undefined,
    isApproved: false,
    isForced: false,
    isApprovedByWriter: false,
    hasMoreCommands: false,
  };
  const refused: CommandResult[] = [];
  const events = [...lifecycleEvents(facts), ...acceptedCommands(facts, refused)];
  for (const { apply } of inOrder(events)) state = apply(state);
  if (facts.isLabelTakenOff && state.request) state = { ...state, halt: 'label-taken-off' };
  const { results, ...last } = evaluatePending(state, facts);
  return { ...last, results: [...refused, ...results] };
}

/** Events of one second stay as they are given: the issue's before commands, commands as they were written. */
function inOrder(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  return events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function lifecycleEvents(facts: HistoryInput): HistoryEvent[] {
  const { issue, pulls } = facts;
  const events: HistoryEvent[] = [];
  for (const pull of pulls) {
    if (!pull.mergedAt) continue;
    events.push({ at: pull.mergedAt, apply: (state) => applyMerge(state, pull, facts) });
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

function applyMerge(state: HistoryState, pull: PullFacts, facts: HistoryInput): HistoryState {
  const merged = describePullRequest(pull, state.request, facts);
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
function acceptedCommands(facts: HistoryInput, refused: CommandResult[]): HistoryEvent[] {
  return bySequence(facts.commands).flatMap((given) => {
    const { read, state, at } = given;
    if (state !== 'accepted' || !read.ok) return [];
    const apply = (state: HistoryState): HistoryState => {
      const problems = given.isUnproven ? evaluateUnproven(given, read.value, state, facts) : [];
      if (problems.length === 0) return applyCommand(state, read.value, given, facts);
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
  facts: HistoryInput,
): readonly Problem[] {
  const isWithoutEffect = name === 'rebuild' || name === 'help';
  return isWithoutEffect ? [] : evaluateCommand(given, state, facts);
}

/** Commands that no one job can all answer are left to the next. */
function evaluatePending(
  before: HistoryState,
  facts: HistoryInput,
): HistoryState & { results: CommandResult[] } {
  const pending = facts.commands.filter(({ state }) => state === 'pending');
  const chosen = chooseCommands(pending, facts.isWriter);
  let state: HistoryState = { ...before, hasMoreCommands: chosen.length < pending.length };
  const results = chosen.map((given): CommandResult => {
    const { read, comment } = given;
    const problems = facts.refusals.get(comment.id) ?? evaluateCommand(given, state, facts);
    if (problems.length > 0 || !read.ok) return { given, problems };
    state = applyCommand(state, read.value, given, facts);
    return { given, problems: [] };
  });
  return { ...state, results };
}

function applyCommand(
  state: HistoryState,
  command: Command,
  given: CommandComment,
  { isWriter }: HistoryInput,
): HistoryState {
  const { comment, author } = given;
  const effect = definitionOf(command.name).apply(command, state, {
    commentId: comment.id,
    requester: author,
    isPending: given.state === 'pending',
    isWriter: isWriter(author.login),
  });
  return { ...state, ...effect };
}
