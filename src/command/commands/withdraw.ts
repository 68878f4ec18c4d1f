import { problemsWith } from '../../problem/problem.ts';
import { localeToWrite } from '../../submission/language-name.ts';
import { isForWriters } from '../change-request.ts';
import type { WithdrawCommand } from '../command.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { parseAlone } from '../grammar/parse-alone.ts';

const problemHere = problemsWith('/poweredby withdraw', { command: 'withdraw' });

export const withdraw: CommandDefinition<WithdrawCommand> = {
  users: () => 'submitter',
  parse: (head) => parseAlone('withdraw', head),
  check(_command, { state: { request, halt, merged }, isWriter, configuration }) {
    if (isForWriters(request) && !isWriter) return [problemHere('command-for-writers')];
    if (request && !halt) return [];
    return merged?.company !== undefined && !request
      ? [
          problemHere('command-already-merged', {
            company: merged.company,
            locale: localeToWrite(configuration.locales),
          }),
        ]
      : [problemHere('command-nothing-open')];
  },
  apply: (_command, { request, halt }) => (request ? { halt: halt ?? 'withdrawn' } : {}),
};
