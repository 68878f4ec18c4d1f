import type { Command } from '../command/command.ts';
import { mayUse, notAllowed } from '../command/permission.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { checkSubmission } from '../submission/check-submission.ts';
import type { CourseFacts, CourseSoFar } from './course.ts';
import type { GivenCommand } from './given-command.ts';

type KnownFacts = Pick<
  CourseFacts,
  'issue' | 'pulls' | 'configuration' | 'isWriter' | 'hasBranch' | 'pushedAt'
>;

/**
 * Judges a command as things stand: whether it was understood, whether that person may give it, and whether there is
 * anything that it could be done to.
 *
 * @returns what is wrong with it; nothing, if it can be carried out
 */
export function judgeCommand(
  { read, author, comment }: GivenCommand,
  course: CourseSoFar,
  facts: KnownFacts,
): readonly Problem[] {
  if (!read.ok) return read.problems;
  const command = read.value;
  const isWriter = facts.isWriter(author.login);
  const isSubmitter = author.login === facts.issue.author?.login;
  if (!mayUse(command.name, { isWriter, isSubmitter }, facts.configuration)) {
    return [notAllowed(command.name, facts.configuration)];
  }
  const givenAt = comment.editedAt ?? comment.createdAt;
  // Whoever wrote the command did not know of what was pushed since.
  if (command.name === 'rebuild' && facts.pushedAt && facts.pushedAt > givenAt) {
    return [problem('command-before-push', '/poweredby rebuild')];
  }
  return judgeAllowed(command, isWriter, course, facts);
}

function judgeAllowed(
  command: Command,
  isWriter: boolean,
  { ask, stop, source, merged }: CourseSoFar,
  { pulls, configuration, hasBranch }: KnownFacts,
): readonly Problem[] {
  const { name } = command;
  const about = (code: Parameters<typeof problem>[0], values = {}) => [
    problem(code, `/poweredby ${name}`, { command: name, ...values }),
  ];
  switch (name) {
    case 'add':
      if (ask?.kind === 'removal' && !stop && !isWriter) return about('command-for-writers');
      if (stop !== undefined && stop !== 'withdrawn' && !isWriter) {
        return about('command-stopped-for-writers');
      }
      if (command.entry) return command.entry.problems;
      return source ? [] : about('command-needs-submission');
    case 'text': {
      const isOnPages = merged?.company !== undefined && merged.change !== 'remove';
      if (ask?.kind !== 'entry' && (ask || !isOnPages)) return about('command-needs-submission');
      if (stop) return about('command-nothing-open');
      // A new pull request: it waits for a maintainer's word as the first one did.
      if (!ask && configuration.open === 'on-command' && !isWriter) {
        return about('command-for-writers');
      }
      return textProblems(command, configuration);
    }
    case 'rebuild':
      return hasBranch || pulls.some(({ state }) => state === 'OPEN')
        ? []
        : about('command-nothing-open');
    case 'remove': {
      const isOpen = ask?.kind === 'entry' && !stop;
      return isOpen ? about('command-remove-elsewhere', { company: command.company }) : [];
    }
    case 'withdraw':
      if (ask?.kind === 'removal' && !isWriter) return about('command-for-writers');
      if (ask && !stop) return [];
      return merged?.company !== undefined && !ask
        ? about('command-already-merged', { company: merged.company })
        : about('command-nothing-open');
    case 'help':
      return [];
  }
}

/** A text is checked as a form's answer would be. */
function textProblems(
  { locale, text }: Extract<Command, { name: 'text' }>,
  configuration: KnownFacts['configuration'],
): readonly Problem[] {
  const anyCompany = 'x';
  const checked = checkSubmission(
    { company: anyCompany, descriptions: { [locale]: text } },
    { configuration, update: true },
  );
  return checked.ok ? [] : checked.problems;
}
