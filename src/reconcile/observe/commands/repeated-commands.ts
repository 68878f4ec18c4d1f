import type { Command } from '../../../command/command.ts';
import { type CommandComment, isHelp } from './command-comment.ts';

/** So many commands of one person that want the same are answered; of more, the newest. */
const mostAlike = 3;

/**
 * Leaves out commands that newer ones make needless, however many there are: of all that ask for help in a thread the newest
 * counts, and of what one person says again and again before we come to it the last few.
 *
 * @param threads the commands of each
 */
export function withoutRepeats(threads: readonly (readonly CommandComment[])[]): CommandComment[] {
  const commands = threads.flatMap((thread) => {
    const newestHelp = thread.findLast(isHelp);
    return thread.filter((given) => !isHelp(given) || given === newestHelp);
  });
  const newestFirst = commands
    .toReversed()
    .toSorted((one, other) => writtenAt(other) - writtenAt(one));
  const counts = new Map<string, number>();
  const needless = new Set<CommandComment>();
  for (const given of newestFirst) {
    const wish = wishOf(given);
    const newer = counts.get(wish) ?? 0;
    if (given.state === 'pending' && newer >= mostAlike) needless.add(given);
    counts.set(wish, newer + 1);
  }
  return commands.filter((given) => !needless.has(given));
}

function writtenAt({ comment }: CommandComment): number {
  return (comment.editedAt ?? comment.createdAt).getTime();
}

/** Who wants what: the same where the newer makes the older needless. */
function wishOf({ author, reads }: CommandComment): string {
  const wishes = reads.flatMap((read) => (read.ok ? [wishFor(read.value)] : []));
  return [author.id ?? author.login, ...wishes].join(' ');
}

function wishFor(command: Command): string {
  switch (command.name) {
    case 'text':
      return `text ${command.locale}`;
    case 'add':
      return command.entry ? 'add entry' : 'add';
    case 'remove':
    case 'rename':
    case 'rebuild':
    case 'withdraw':
    case 'help':
      return command.name;
    default:
      throw command satisfies never;
  }
}
