import { problemsWith } from '../../problem/problem.ts';
import { failure, success } from '../../problem/result.ts';
import type { EntrySource } from '../change-request.ts';
import type { AddCommand } from '../command.ts';
import type { CommandDefinition, Given } from '../command-definition.ts';
import { isPictureLine, readFieldLine } from '../grammar/field-line.ts';
import { isNothing, unexpectedWords } from '../grammar/parse-alone.ts';
import { readEntry } from '../grammar/read-entry.ts';

const problemHere = problemsWith('/poweredby add', { command: 'add' });

export const add: CommandDefinition<AddCommand> = {
  users: ({ open }) => (open === 'on-command' ? 'writer' : 'submitter'),
  /** The lines `company: …` may begin right behind the command. */
  parse({ words, below }, locales) {
    const isEntryLine = readFieldLine(words, locales) !== undefined || isPictureLine(words);
    if (!isNothing(words) && !isEntryLine) return failure(unexpectedWords('add', words));
    const entry = readEntry([words, ...below], locales);
    return success(entry === undefined ? { name: 'add' } : { name: 'add', entry });
  },
  check({ entry }, { state: { request, halt, source }, isWriter }) {
    if (request?.kind === 'removal' && !halt && !isWriter) {
      return [problemHere('command-for-writers')];
    }
    if (halt !== undefined && halt !== 'withdrawn' && !isWriter) {
      return [problemHere('command-stopped-for-writers')];
    }
    if (entry) return entry.problems;
    return source ? [] : [problemHere('command-needs-submission')];
  },
  apply({ entry }, { source: before, request, isApprovedByWriter }, given) {
    const source = entry ? sourceOf(entry, given) : before;
    if (!source) return {};
    const texts = !entry && request?.kind === 'entry' ? request.texts : {};
    return {
      source,
      request: { kind: 'entry', source, texts },
      halt: undefined,
      isApproved: true,
      isApprovedByWriter: isApprovedByWriter || (given.isPending && given.isWriter),
    };
  },
};

function sourceOf(
  entry: NonNullable<AddCommand['entry']>,
  { commentId, requester }: Given,
): EntrySource {
  return { kind: 'comment', entry, commentId, requester };
}
