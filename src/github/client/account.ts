import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Change } from '../changes/change.ts';

/** The account that we act by, and what makes its comments ours. */
export interface OwnAccount {
  /** Whether others act by it, too: then its reactions say nothing, nor that it closed something. */
  readonly isShared: boolean;
  /** Whether what our comments note was noted by us. Where not, it grants nothing that is not checked again. */
  readonly isProven: boolean;
  /** Whether its token may open what is attached to the issues of private repositories, and opens no other repository's. */
  readonly opensAttachments: boolean;
  /** A comment as it is sent. @param subjectId of the issue or pull request that it is for */
  seal(subjectId: string, text: string): string;
  /** The text of a comment that the account wrote; nothing where we did not. */
  open(subjectId: string, text: string): string | undefined;
}

/** An app's own account: nobody else writes by it. */
export const appAccount: OwnAccount = {
  isShared: false,
  isProven: true,
  opensAttachments: true,
  seal: (_, text) => text,
  open: (_, text) => text,
};

/** What our comments note: see the markers of `reconcile/observe/notes`. */
const notes = /<!-- poweredby[\w-]*:[\w-]* -->/g;

const sealed = /\n<!-- sealed:([\w-]+) -->$/;

/**
 * An account that others write by: `github-actions[bot]`, which is every workflow's, or a person. Each comment of ours has a
 * seal, a code over its notes and what it is for. A note that another workflow repeats has none, or another issue's.
 *
 * @param key a secret; without one anybody can make a seal, so that it only tells our comments from others that mean no harm
 */
export function sharedAccount(
  key: string | undefined,
  { opensAttachments }: Pick<OwnAccount, 'opensAttachments'>,
): OwnAccount {
  const codeOf = (subjectId: string, text: string): string => {
    const noted = text.match(notes) ?? [];
    return createHmac('sha256', key ?? 'poweredby')
      .update(JSON.stringify([subjectId, ...noted]))
      .digest('base64url');
  };
  return {
    isShared: true,
    isProven: key !== undefined,
    opensAttachments,
    seal: (subjectId, text) => `${text}\n<!-- sealed:${codeOf(subjectId, text)} -->`,
    open(subjectId, body) {
      const text = body.replaceAll('\r\n', '\n').trimEnd();
      const [end, code] = sealed.exec(text) ?? [];
      if (end === undefined || code === undefined) return undefined;
      const content = text.slice(0, -end.length);
      return isSame(code, codeOf(subjectId, content)) ? content : undefined;
    },
  };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A change as it is sent. */
export function sealChange(change: Change, account: Pick<OwnAccount, 'seal'>): Change {
  if (change.kind !== 'add-comment' && change.kind !== 'update-comment') return change;
  return { ...change, body: account.seal(change.subjectId, change.body) };
}
