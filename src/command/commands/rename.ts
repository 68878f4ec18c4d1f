import { problem, problemsWith } from '../../problem/problem.ts';
import { failure, success } from '../../problem/result.ts';
import type { RenameCommand } from '../command.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { withoutQuotes } from '../grammar/without-quotes.ts';

const field = '/poweredby rename';
const problemHere = problemsWith(field, { command: 'rename' });

/** What parts the old name from the new one, wherever neither is in quotes. */
const separators = [/\s+(?:->|=>|→|➜)\s+/u, /\s+to\s+/iu, /\s*(?:改为|改成|改名为|更名为)\s*/u];

export const rename: CommandDefinition<RenameCommand> = {
  users: () => 'writer',
  parse({ words }) {
    const names = namesIn(words);
    return names
      ? success({ name: 'rename', ...names })
      : failure(problem('command-names-missing', field));
  },
  check({ company }, { state: { request, halt } }) {
    const isOpen = request?.kind === 'entry' && !halt;
    return isOpen ? [problemHere('command-rename-elsewhere', { company })] : [];
  },
  apply: ({ company, newName }, _state, { commentId, requester }) => ({
    request: { kind: 'renaming', company, newName, commentId, requester },
    halt: undefined,
    isApproved: true,
  }),
};

/** The two names; where the words between them may be part of one, quotes around both tell. */
function namesIn(words: string): Pick<RenameCommand, 'company' | 'newName'> | undefined {
  const quoted =
    /^(["“'「])(.+?)["”'」]\s*(?:->|=>|→|➜|to|改为|改成|改名为|更名为)\s*["“'「](.+?)["”'」]$/iu.exec(
      words,
    );
  if (quoted?.[2] && quoted[3]) return { company: quoted[2].trim(), newName: quoted[3].trim() };
  for (const separator of separators) {
    const [before = '', after = '', ...more] = words.split(separator);
    const [company, newName] = [before, after].map((name) => withoutQuotes(name.trim()));
    if (more.length === 0 && company && newName) return { company, newName };
  }
  return undefined;
}
