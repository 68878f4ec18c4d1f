import type { Command } from '../command/command.ts';
import { mayUse, notAllowed } from '../command/permission.ts';
import { type Problem, problemsWith } from '../problem/problem.ts';
import { checkSubmission } from '../submission/check-submission.ts';
import type { CourseFacts, CourseSoFar } from './course.ts';
import type { GivenCommand } from './given-command.ts';

type KnownFacts = Pick<CourseFacts, 'issue' | 'pulls' | 'configuration' | 'isWriter' | 'hasBranch'>;

/**
 * Judges a command as things stand: whether it was understood, whether that person may give it, and whether there is
 * anything that it could be done to.
 *
 * @returns what is wrong with it; nothing, if it can be carried out
 */
export function judgeCommand(
  { read, author }: GivenCommand,
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
  return judgeAllowed(command, isWriter, course, facts);
}

function judgeAllowed(
  command: Command,
  isWriter: boolean,
  { ask, stop, source, merged }: CourseSoFar,
  { pulls, configuration, hasBranch }: KnownFacts,
): readonly Problem[] {
  const { name } = command;
  const problemHere = problemsWith(`/poweredby ${name}`, { command: name });
  switch (name) {
    case 'add':
      if (ask?.kind === 'removal' && !stop && !isWriter)
        return [problemHere('command-for-writers')];
      if (stop !== undefined && stop !== 'withdrawn' && !isWriter) {
        return [problemHere('command-stopped-for-writers')];
      }
      if (command.entry) return command.entry.problems;
      return source ? [] : [problemHere('command-needs-submission')];
    case 'text': {
      const isOnPages = merged?.note !== undefined && merged.note.change !== 'remove';
      if (ask?.kind !== 'entry' && (ask || !isOnPages))
        return [problemHere('command-needs-submission')];
      if (stop) return [problemHere('command-nothing-open')];
      // A new pull request: it waits for a maintainer's word as the first one did.
      if (!ask && configuration.open === 'on-command' && !isWriter) {
        return [problemHere('command-for-writers')];
      }
      return textProblems(command, configuration);
    }
    case 'rebuild':
      return hasBranch || pulls.some(({ state }) => state === 'OPEN')
        ? []
        : [problemHere('command-nothing-open')];
    case 'remove': {
      const isOpen = ask?.kind === 'entry' && !stop;
      return isOpen ? [problemHere('command-remove-elsewhere', { company: command.company })] : [];
    }
    case 'withdraw':
      if (ask?.kind === 'removal' && !isWriter) return [problemHere('command-for-writers')];
      if (ask && !stop) return [];
      return merged?.note && !ask
        ? [problemHere('command-already-merged', { company: merged.note.company })]
        : [problemHere('command-nothing-open')];
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
