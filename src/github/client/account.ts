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
  /** A comment as it is sent, signed where that is needed. @param subjectId of the issue or pull request that it is for */
  sign(subjectId: string, text: string): string;
  /** The text of a comment that the account wrote, without its signature; nothing where we did not write it. */
  verify(subjectId: string, text: string): string | undefined;
}

/** An app's own account: nobody else writes by it. */
export const appAccount: OwnAccount = {
  isShared: false,
  isProven: true,
  opensAttachments: true,
  sign: (_, text) => text,
  verify: (_, text) => text,
};

/** What our comments note: see the markers of `reconcile/observe/notes`. */
const notes = /<!-- poweredby[\w-]*:[\w-]* -->/g;

const signature = /\n<!-- signature:([\w-]+) -->$/;

/**
 * An account that others write by: `github-actions[bot]`, which is every workflow's, or a person. Each comment of ours has a
 * signature: an HMAC of its notes and what it is for. A note that another workflow repeats has none, or another issue's.
 *
 * @param key a secret; without one anybody can sign, so that it only tells our comments from others that
 *   mean no harm
 */
export function sharedAccount(
  key: string | undefined,
  { opensAttachments }: Pick<OwnAccount, 'opensAttachments'>,
): OwnAccount {
  const signatureOf = (subjectId: string, text: string): string => {
    const noted = text.match(notes) ?? [];
    return createHmac('sha256', key ?? 'poweredby')
      .update(JSON.stringify([subjectId, ...noted]))
      .digest('base64url');
  };
  return {
    isShared: true,
    isProven: key !== undefined,
    opensAttachments,
    sign: (subjectId, text) => `${text}\n<!-- signature:${signatureOf(subjectId, text)} -->`,
    verify(subjectId, body) {
      const text = body.replaceAll('\r\n', '\n').trimEnd();
      const [end, given] = signature.exec(text) ?? [];
      if (end === undefined || given === undefined) return undefined;
      const content = text.slice(0, -end.length);
      return isSame(given, signatureOf(subjectId, content)) ? content : undefined;
    },
  };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A change as it is sent: a comment is signed. */
export function signChange(change: Change, account: Pick<OwnAccount, 'sign'>): Change {
  if (change.kind !== 'add-comment' && change.kind !== 'update-comment') return change;
  return { ...change, body: account.sign(change.subjectId, change.body) };
}
