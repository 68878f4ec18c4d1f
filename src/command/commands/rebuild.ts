import { problemsWith } from '../../problem/problem.ts';
import type { RebuildCommand } from '../command.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { parseAlone } from '../grammar/parse-alone.ts';

const problemHere = problemsWith('/poweredby rebuild', { command: 'rebuild' });

export const rebuild: CommandDefinition<RebuildCommand> = {
  users: () => 'writer',
  parse: (head) => parseAlone('rebuild', head),
  check(_command, { isPublished, isPushedSince }) {
    // Whoever wrote the command did not know of what was pushed since.
    if (isPushedSince) return [problemHere('command-before-push')];
    return isPublished ? [] : [problemHere('command-nothing-open')];
  },
  // One that has its answer was carried out: what was pushed since must not be overwritten again.
  apply: (_command, { isForced }, { isPending }) => ({ isForced: isForced || isPending }),
};
