/** What GitHub calls its reasons in GraphQL errors, as far as the emulator has them. */
export type RefusalType =
  | 'NOT_FOUND'
  | 'GONE'
  | 'FORBIDDEN'
  | 'UNPROCESSABLE'
  | 'STALE_DATA'
  | 'BRANCH_PROTECTION_RULE_VIOLATION'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'EXCESSIVE_PAGINATION'
  | 'INTERNAL';

/** GitHub says no. REST makes a status of it, GraphQL an error with a type. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly type: RefusalType;

  constructor(type: RefusalType, message: string) {
    super(message);
    this.type = type;
  }
}

/** What an app is told whose permissions do not reach. */
export function notAccessible(): Refusal {
  return new Refusal('FORBIDDEN', 'Resource not accessible by integration');
}
