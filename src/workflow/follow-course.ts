import type { EntrySource, Halt } from '../command/change-request.ts';
import type { Command } from '../command/command.ts';
import { definitionOf } from '../command/commands.ts';
import type { PullFacts } from '../github/submission-snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import { bySequence, chooseCommands } from './choose-commands.ts';
import type { Course, CourseFacts, Verdict } from './course.ts';
import { describePull } from './describe-pull.ts';
import type { GivenCommand } from './given-command.ts';
import { judgeCommand } from './judge-command.ts';

interface CourseEvent {
  readonly at: Date;
  readonly apply: (course: Course) => Course;
}

/**
 * Replays an issue's history: its form, then what happened and the accepted commands in order. Commands without an
 * answer come last, whenever they were written: none of them has had an effect.
 */
export function followCourse(facts: CourseFacts): Course & { readonly verdicts: Verdict[] } {
  const source: EntrySource | undefined = facts.isForm ? { kind: 'form' } : undefined;
  let course: Course = {
    source,
    request: source && { kind: 'entry', source, texts: {} },
    halt: undefined,
    merged: undefined,
    isApproved: false,
    isForced: false,
    isApprovedByWriter: false,
    hasMoreCommands: false,
  };
  const results: Verdict[] = [];
  const events = [...lifecycleEvents(facts), ...acceptedCommands(facts, results)];
  for (const { apply } of inOrder(events)) course = apply(course);
  if (facts.isLabelTakenOff && course.request) course = { ...course, halt: 'label-taken-off' };
  const { verdicts, ...last } = judgePending(course, facts);
  return { ...last, verdicts: [...results, ...verdicts] };
}

/** Events of one second stay as they are given: the issue's before commands, commands as they were written. */
function inOrder(events: readonly CourseEvent[]): readonly CourseEvent[] {
  return events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function lifecycleEvents(facts: CourseFacts): CourseEvent[] {
  const { issue, pulls } = facts;
  const events: CourseEvent[] = [];
  for (const pull of pulls) {
    if (!pull.mergedAt) continue;
    events.push({ at: pull.mergedAt, apply: (course) => applyMerge(course, pull, facts) });
  }
  // An earlier one's closing is over: somebody took the issue up again.
  const closed = pulls[0]?.closed;
  if (closed && !closed.byUs) {
    events.push({ at: closed.at, apply: (course) => haltRequest(course, 'pull-closed') });
  }
  if (issue.closedAt && !issue.isOpen) {
    events.push({ at: issue.closedAt, apply: (course) => haltRequest(course, 'issue-closed') });
  }
  if (issue.reopenedAt && issue.isOpen) {
    events.push({ at: issue.reopenedAt, apply: applyReopening });
  }
  return events;
}

function applyMerge(course: Course, pull: PullFacts, facts: CourseFacts): Course {
  const merged = describePull(pull, course.request, facts);
  return { ...course, merged, request: undefined, halt: undefined, isApproved: false };
}

function haltRequest(course: Course, halt: Halt): Course {
  return course.request ? { ...course, halt } : course;
}

function applyReopening(course: Course): Course {
  const { source, request } = course;
  const halt = course.halt === 'withdrawn' ? undefined : course.halt;
  if (request || !source) return { ...course, halt };
  return { ...course, halt, request: { kind: 'entry', source, texts: {} } };
}

/** @param refused is given those that turn out to be what their authors may not ask for */
function acceptedCommands(facts: CourseFacts, refused: Verdict[]): CourseEvent[] {
  return bySequence(facts.commands).flatMap((given) => {
    const { read, state, at } = given;
    if (state !== 'accepted' || !read.ok) return [];
    const apply = (course: Course): Course => {
      const problems = given.isUnproven ? judgeUnproven(given, read.value, course, facts) : [];
      if (problems.length === 0) return applyCommand(course, read.value, given, facts);
      refused.push({ given, problems });
      return course;
    };
    return [{ at, apply }];
  });
}

/** Somebody may have made another command of it the moment before we accepted it: it counts if it could be accepted. */
function judgeUnproven(
  given: GivenCommand,
  { name }: Command,
  course: Course,
  facts: CourseFacts,
): readonly Problem[] {
  const isWithoutEffect = name === 'rebuild' || name === 'help';
  return isWithoutEffect ? [] : judgeCommand(given, course, facts);
}

/** Commands that no one job can all answer are left to the next. */
function judgePending(before: Course, facts: CourseFacts): Course & { verdicts: Verdict[] } {
  const pending = facts.commands.filter(({ state }) => state === 'pending');
  const chosen = chooseCommands(pending, facts.isWriter);
  let course: Course = { ...before, hasMoreCommands: chosen.length < pending.length };
  const verdicts = chosen.map((given): Verdict => {
    const { read, comment } = given;
    const problems = facts.refusals.get(comment.id) ?? judgeCommand(given, course, facts);
    if (problems.length > 0 || !read.ok) return { given, problems };
    course = applyCommand(course, read.value, given, facts);
    return { given, problems: [] };
  });
  return { ...course, verdicts };
}

function applyCommand(
  course: Course,
  command: Command,
  { comment, author, state }: GivenCommand,
  { isWriter }: CourseFacts,
): Course {
  const given = {
    commentId: comment.id,
    requester: author,
    isPending: state === 'pending',
    isWriter: isWriter(author.login),
  };
  return { ...course, ...definitionOf(command.name).apply(command, course, given) };
}
