import type { Command } from '../command/command.ts';
import type { PullFacts } from '../github/submission-snapshot.ts';
import type { EntrySource, Stop } from './ask.ts';
import { bySequence, chooseCommands } from './choose-commands.ts';
import type { Course, CourseFacts, CourseSoFar, Verdict } from './course.ts';
import type { GivenCommand } from './given-command.ts';
import { judgeCommand } from './judge-command.ts';
import { readPullNote } from './notes.ts';

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
    isMoreAsked: false,
  };
  const events = [...happenings(facts), ...acceptedCommands(facts)];
  for (const { apply } of inOrder(events)) apply(course);
  if (facts.isLabelTakenOff && course.ask) course.stop = 'label-taken-off';
  const verdicts = judgePending(course, facts);
  return { ...course, verdicts };
}

/** Events of one second stay as they are given: happenings before commands, commands as they were written. */
function inOrder(events: readonly CourseEvent[]): readonly CourseEvent[] {
  return events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function happenings({ issue, pulls }: CourseFacts): CourseEvent[] {
  const events: CourseEvent[] = [];
  for (const pull of pulls) {
    if (!pull.mergedAt) continue;
    events.push({ at: pull.mergedAt, apply: (course) => applyMerge(course, pull) });
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

function applyMerge(course: CourseSoFar, pull: PullFacts): void {
  course.merged = { pull, note: readPullNote(pull.body) };
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

function acceptedCommands({ commands }: CourseFacts): CourseEvent[] {
  return bySequence(commands).flatMap((given) => {
    const { read, state, at } = given;
    if (state !== 'accepted' || !read.ok) return [];
    return [{ at, apply: (course: CourseSoFar) => applyCommand(course, read.value, given) }];
  });
}

/** Commands that no one job can all answer are left to the next. */
function judgePending(course: CourseSoFar, facts: CourseFacts): Verdict[] {
  const pending = facts.commands.filter(({ state }) => state === 'pending');
  const chosen = chooseCommands(pending, facts.isWriter);
  course.isMoreAsked = chosen.length < pending.length;
  return chosen.map((given) => {
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
      } else if (!ask && merged?.note && merged.note.change !== 'remove') {
        const source = {
          kind: 'texts',
          company: merged.note.company,
          commentId,
          requester,
        } as const;
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
