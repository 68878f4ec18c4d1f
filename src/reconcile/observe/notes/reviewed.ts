import type { Remark } from '../../../problem/remark.ts';

/** What a maintainer could see of a submission when we last told of it: nothing else is put in its place unsaid. */
export interface Reviewed {
  /** Digest of the entry and its logo, as they are in the pull request. */
  readonly content?: string | undefined;
  readonly logo?: LogoPin | undefined;
  /** The same for dark pages. */
  readonly darkLogo?: LogoPin | undefined;
}

/** A logo as it was told of. Its address may give other bytes by now. */
export interface LogoPin {
  /** As it is in the issue. */
  readonly address: string;
  /** Of the bytes that were there. */
  readonly fingerprint: string;
  /** For which settings of logos it was drawn: see `settingsKey`. */
  readonly settings: string;
  /** The id that git gives the file. */
  readonly oid: string;
  /** On the drawing. */
  readonly remarks: readonly Remark[];
}
