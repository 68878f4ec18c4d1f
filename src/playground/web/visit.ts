import type { Context } from 'hono';
import type { Person } from '../../emulator/person.ts';
import type { Identity } from '../people.ts';

/** A sentence for the top of the next page. */
export interface Notice {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

/** One request of a visitor's. */
export interface Visit {
  /** Who the visitor is at the moment. */
  readonly identity: Identity;
  readonly person: Person;
  /** Goes with every form, and is only known to our own pages. */
  readonly token: string;
  readonly notice: Notice | undefined;
  /** Of everything that there was when the request came. */
  readonly version: number;
}

/** What our middleware gives to pages. */
export interface WebEnvironment {
  readonly Variables: { visit: Visit };
}

export type WebContext = Context<WebEnvironment>;
