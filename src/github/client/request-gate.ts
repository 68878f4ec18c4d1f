import type { GithubLimit } from './limited.ts';

/** What a request does to GitHub's limits: those of GraphQL and those that write are spaced. */
export type RequestKind = 'query' | 'mutation' | 'rest';

/** Decides when an installation's requests may be sent. */
export interface RequestGate {
  /** Resolves when a request may be sent. @throws Limited where GitHub does not want any for a time */
  enter(kind: RequestKind): Promise<void>;
  /** Is told that GitHub refused a request because of a limit. */
  limited(limit: GithubLimit): Promise<void>;
}

/** Lets everything through. */
export const openGate: RequestGate = {
  enter: async () => {},
  limited: async () => {},
};
