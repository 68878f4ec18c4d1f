import { problemsWith } from '../../problem/problem.ts';
import { failure, success } from '../../problem/result.ts';
import { type EntrySource, isForWriters } from '../change-request.ts';
import type { AddCommand, CommentEntry } from '../command.ts';
import type { CommandDefinition, Given } from '../command-definition.ts';
import { isPictureLine, readFieldLine } from '../grammar/field-line.ts';
import { isNothing, unexpectedWords } from '../grammar/parse-alone.ts';
import { attachmentAlone, readEntry } from '../grammar/read-entry.ts';

const problemHere = problemsWith('/poweredby add', { command: 'add' });

export const add: CommandDefinition<AddCommand> = {
  users: ({ open }) => (open === 'on-command' ? 'writer' : 'submitter'),
  /** The lines `company: …` may begin right behind the command. */
  parse({ words, below }, settings) {
    const isEntryLine = readFieldLine(words, settings) !== undefined || isPictureLine(words);
    if (!isNothing(words) && !isEntryLine) return failure(unexpectedWords('add', words));
    const lines = [words, ...below];
    const entry = readEntry(lines, settings);
    if (entry) return success({ name: 'add', entry });
    const logo = attachmentAlone(lines);
    return success(logo === undefined ? { name: 'add' } : { name: 'add', logo });
  },
  check({ entry }, { state: { request, halt }, isWriter, issueText }) {
    if (isForWriters(request) && !halt && !isWriter) {
      return [problemHere('command-for-writers')];
    }
    if (halt !== undefined && halt !== 'withdrawn' && !isWriter) {
      return [problemHere('command-stopped-for-writers')];
    }
    return entry ? problemsOf(entry, issueText.logo) : [];
  },
  apply(command, { source: before, request, isApprovedByWriter }, given) {
    const source = sourceOf(command, before, given);
    const texts = !command.entry && request?.kind === 'entry' ? request.texts : {};
    return {
      source,
      request: { kind: 'entry', source, texts },
      halt: undefined,
      isApproved: true,
      isApprovedByWriter: isApprovedByWriter || (given.isPending && given.isWriter),
    };
  },
};

/** That an entry has no logo of its own is none where the issue has one. */
function problemsOf(entry: CommentEntry, issueLogo: string | undefined) {
  if (issueLogo === undefined) return entry.problems;
  return entry.problems.filter(({ code }) => code !== 'command-logo-missing');
}

function sourceOf(
  { entry, logo }: AddCommand,
  before: EntrySource | undefined,
  { commentId, requester, issueText, isOfIssue }: Given,
): EntrySource {
  if (entry) {
    const problems = problemsOf(entry, issueText.logo);
    const found = entry.logo ?? issueText.logo;
    const whole = { ...entry, problems, ...(found !== undefined && { logo: found }) };
    return { kind: 'comment', entry: whole, commentId, requester, isOfIssue };
  }
  // In an issue that is no form, the company is told how to go on.
  const source = before ?? issueText.source ?? { kind: 'form' };
  if (logo === undefined || source.kind === 'texts') return source;
  return { ...source, picture: { address: logo, commentId, isGiven: true } };
}
