import { linkDestination } from '../text/addresses.ts';
import { type CommandHelp, commandHelp } from './comment/command-help.ts';
import { placeProblem, problemList } from './comment/problem-list.ts';
import type { CommandAnswer } from './comment-content.ts';
import type { Templates } from './templates.ts';
import { fillMarkdown } from './text/fill-markdown.ts';
import { countFitting } from './text/fitting.ts';

export type { CommandHelp } from './comment/command-help.ts';

/** The most that all answers, and one of them, may take: see the room of a status. */
const [roomForAnswers, roomForOne] = [16_000, 12_000];

/** Answers to commands as Markdown; those who asked for help share one list of the commands. Nobody is notified by it. */
export function writeAnswers(
  answers: readonly CommandAnswer[],
  templates: Templates,
  help: CommandHelp,
): string {
  const { answers: words } = templates.comment;
  const refused = answers.filter(({ problems }) => problems.length > 0);
  const texts = refused.map((answer) => writeRefusal(answer, templates)).toReversed();
  const newest = texts.slice(0, countFitting(texts, roomForAnswers)).toReversed();
  const helped = answers.filter(({ problems }) => problems.length === 0).slice(-mostHelped);
  return [
    ...(newest.length < texts.length ? [words['left-out']] : []),
    ...newest,
    ...(helped.length > 0 ? [writeHelp(helped, templates, help)] : []),
  ].join('\n\n---\n\n');
}

/** Of the people whom a list of the commands names. */
const mostHelped = 5;

function writeRefusal({ login, url, problems }: CommandAnswer, templates: Templates): string {
  const { answers } = templates.comment;
  const placed = problems.map((each) =>
    // The sentence names the command itself.
    problems.length === 1 && each.problem.field.startsWith('/')
      ? { ...each, where: '' }
      : placeProblem(each, templates),
  );
  const list = problemList(placed, templates, roomForOne);
  return `${address(answers['to-command'], login, url)}\n\n${list}`;
}

function writeHelp(
  answers: readonly CommandAnswer[],
  templates: Templates,
  help: CommandHelp,
): string {
  const words = templates.comment.answers['to-help'];
  const lines = answers.map(({ login, url }) => address(words, login, url));
  return `${lines.join('\n')}\n\n${commandHelp(help, templates)}`;
}

function address(words: string, login: string, url: string): string {
  return fillMarkdown(words, { login, url: linkDestination(url) });
}
