import { type CommandComment, isHelp } from '../commands/command-comment.ts';

/** By login in lower case: whether that person may push. Those who were asked about. */
export type Writers = ReadonlyMap<string, boolean>;

/** Whether an account may push to the repository, as far as that was asked. */
export function isWriter({ writers }: { readonly writers: Writers }, login: string): boolean {
  return writers.get(login.toLowerCase()) === true;
}

/** Whether what becomes of a command may follow from what its author may do. */
export function needsPermission(given: CommandComment): boolean {
  // Of several commands in a comment, any may have been refused.
  const isOpen =
    given.state === 'pending' || given.isUnproven || given.isClaimed || given.reads.length > 1;
  return isOpen && given.reads.some((read) => read.ok) && !isHelp(given);
}

/** Whether a command can be evaluated: its author was asked about, or need not be. */
export function isPermissionKnown(given: CommandComment, writers: Writers): boolean {
  return !needsPermission(given) || writers.has(given.author.login.toLowerCase());
}
