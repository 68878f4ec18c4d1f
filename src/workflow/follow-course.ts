import type { Command } from '../command/command.ts';
import type { PullFacts } from '../github/submission-snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import type { EntrySource, Stop } from './ask.ts';
import type { Course, CourseFacts, CourseSoFar, Verdict } from './course.ts';
import { describePull } from './describe-pull.ts';
import type { GivenCommand } from './given-command.ts';
import { judgeCommand } from './judge-command.ts';

interface CourseEvent {
  readonly at: Date;
  readonly apply: (course: CourseSoFar) => void;
}

/**
 * Follows an issue from its beginning: its form, then what happened and the accepted commands in order. Commands without an
 * answer come last, whenever they were written: none of them has had an effect.
 */
export function followCourse(facts: CourseFacts): Course & { readonly verdicts: Verdict[] } {
  const source: EntrySource | undefined = facts.isForm ? { kind: 'form' } : undefined;
  const course: CourseSoFar = {
    source,
    ask: source && { kind: 'entry', source, texts: {} },
    stop: undefined,
    merged: undefined,
    isTakenUp: false,
    isForced: false,
    isTakenUpByWriter: false,
  };
  const verdicts: Verdict[] = [];
  const events = [...happenings(facts), ...acceptedCommands(facts, verdicts)];
  for (const { apply } of inOrder(events)) apply(course);
  if (facts.isLabelTakenOff && course.ask) course.stop = 'label-taken-off';
  verdicts.push(...judgePending(course, facts));
  return { ...course, verdicts };
}

/** Events of one second stay as they are given: happenings before commands, commands as they were written. */
function inOrder(events: readonly CourseEvent[]): readonly CourseEvent[] {
  return events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function happenings(facts: CourseFacts): CourseEvent[] {
  const { issue, pulls } = facts;
  const events: CourseEvent[] = [];
  for (const pull of pulls) {
    if (!pull.mergedAt) continue;
    events.push({ at: pull.mergedAt, apply: (course) => applyMerge(course, pull, facts) });
  }
  // An earlier one's closing is over: somebody took the issue up again.
  const closed = pulls[0]?.closed;
  if (closed && !closed.byUs) {
    events.push({ at: closed.at, apply: (course) => stopAsk(course, 'pull-closed') });
  }
  if (issue.closedAt && !issue.isOpen) {
    events.push({ at: issue.closedAt, apply: (course) => stopAsk(course, 'issue-closed') });
  }
  if (issue.reopenedAt && issue.isOpen) {
    events.push({ at: issue.reopenedAt, apply: applyReopening });
  }
  return events;
}

function applyMerge(course: CourseSoFar, pull: PullFacts, facts: CourseFacts): void {
  course.merged = describePull(pull, course.ask, facts);
  course.ask = undefined;
  course.stop = undefined;
  course.isTakenUp = false;
}

function stopAsk(course: CourseSoFar, stop: Stop): void {
  if (course.ask) course.stop = stop;
}

function applyReopening(course: CourseSoFar): void {
  if (course.stop === 'withdrawn') course.stop = undefined;
  if (course.ask || !course.source) return;
  course.ask = { kind: 'entry', source: course.source, texts: {} };
}

/** @param refused is given those that turn out to be what their authors may not ask for */
function acceptedCommands(facts: CourseFacts, refused: Verdict[]): CourseEvent[] {
  return bySequence(facts.commands).flatMap((given) => {
    const { read, state, at } = given;
    if (state !== 'accepted' || !read.ok) return [];
    const apply = (course: CourseSoFar) => {
      const problems = given.isUnproven ? judgeUnproven(given, read.value, course, facts) : [];
      if (problems.length > 0) refused.push({ given, problems });
      else applyCommand(course, read.value, given);
    };
    return [{ at, apply }];
  });
}

/** Somebody may have made another command of it the moment before we accepted it: it counts if it could be accepted. */
function judgeUnproven(
  given: GivenCommand,
  { name }: Command,
  course: CourseSoFar,
  facts: CourseFacts,
): readonly Problem[] {
  const isWithoutEffect = name === 'rebuild' || name === 'help';
  return isWithoutEffect ? [] : judgeCommand(given, course, facts);
}

/** Each may mean a logo to draw: whoever gives a hundred commands waits for the sweeps to come to them. */
const mostAtOnce = 10;

function judgePending(course: CourseSoFar, facts: CourseFacts): Verdict[] {
  const pending = bySequence(facts.commands)
    .filter(({ state }) => state === 'pending')
    .slice(0, mostAtOnce);
  return pending.map((given) => {
    const { read, comment } = given;
    const problems = facts.refusals.get(comment.id) ?? judgeCommand(given, course, facts);
    if (problems.length > 0 || !read.ok) return { given, problems };
    applyCommand(course, read.value, given);
    if (read.value.name === 'rebuild') course.isForced = true;
    if (read.value.name === 'add' && facts.isWriter(given.author.login)) {
      course.isTakenUpByWriter = true;
    }
    return { given, problems: [] };
  });
}

function bySequence(commands: readonly GivenCommand[]): GivenCommand[] {
  return commands.toSorted((one, other) =>
    one.comment.sequence < other.comment.sequence ? -1 : 1,
  );
}

function applyCommand(course: CourseSoFar, command: Command, given: GivenCommand): void {
  const requester = given.author;
  const commentId = given.comment.id;
  switch (command.name) {
    case 'add': {
      const { entry } = command;
      const source = entry
        ? ({ kind: 'comment', entry, commentId, requester } as const)
        : course.source;
      if (!source) return;
      const texts = !entry && course.ask?.kind === 'entry' ? course.ask.texts : {};
      course.source = source;
      course.ask = { kind: 'entry', source, texts };
      course.stop = undefined;
      course.isTakenUp = true;
      return;
    }
    case 'text': {
      const text = { [command.locale]: command.text };
      const { ask, merged } = course;
      if (ask?.kind === 'entry') {
        course.ask = { ...ask, texts: { ...ask.texts, ...text } };
      } else if (!ask && merged?.company !== undefined && merged.change !== 'remove') {
        const { company } = merged;
        const source = { kind: 'texts', company, commentId, requester } as const;
        course.ask = { kind: 'entry', source, texts: text };
        course.isTakenUp = true;
      }
      return;
    }
    case 'remove':
      course.ask = { kind: 'removal', company: command.company, commentId, requester };
      course.stop = undefined;
      course.isTakenUp = true;
      return;
    case 'withdraw':
      if (course.ask) course.stop ??= 'withdrawn';
      return;
    case 'rebuild':
    case 'help':
      return;
  }
}
