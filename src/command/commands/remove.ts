import { problem, problemsWith } from '../../problem/problem.ts';
import { failure, success } from '../../problem/result.ts';
import type { RemoveCommand } from '../command.ts';
import type { CommandDefinition } from '../command-definition.ts';

const field = '/poweredby remove';
const problemHere = problemsWith(field, { command: 'remove' });

export const remove: CommandDefinition<RemoveCommand> = {
  users: () => 'writer',
  parse: ({ words }) =>
    words === ''
      ? failure(problem('command-company-missing', field))
      : success({ name: 'remove', company: words }),
  check({ company }, { state: { request, halt } }) {
    const isOpen = request?.kind === 'entry' && !halt;
    return isOpen ? [problemHere('command-remove-elsewhere', { company })] : [];
  },
  apply: ({ company }, _state, { commentId, requester }) => ({
    request: { kind: 'removal', company, commentId, requester },
    halt: undefined,
    isApproved: true,
  }),
};
