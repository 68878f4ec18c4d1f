/** Thrown where the database cannot be reached, has no room, or is about to end: what was asked of it may succeed later. */
export class DatabaseAway extends Error {
  constructor(cause?: unknown) {
    super('The database does not answer', { cause });
  }
}

/** PostgreSQL's classes of errors that pass: connections, resources, an operator's intervention, the system. */
const passingClasses = ['08', '53', '57', '58'];

/** As on a server that is a replica at the moment. */
const readOnly = '25006';

/** Whether an error says that the database is away. One without a code of PostgreSQL's came from the network. */
export function isAway(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  const isState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return !isState || code === readOnly || passingClasses.includes(code.slice(0, 2));
}
