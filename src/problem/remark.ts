import type { Values, ValuesArgument, ValuesNamed } from './values.ts';

/** Every remark there is, with the names of its values; `templates/LANGUAGE/remarks/ROOM.yml` holds a sentence for each. */
export const remarkValues = {
  // proposal
  'logo-not-shown': [],
  'logo-dark-not-shown': [],
  'logo-file-renamed': ['path', 'renamed'],
  'logo-file-case': ['path', 'taken', 'renamed'],
  'file-kept': ['path'],
  'logo-file-kept': ['path'],
  'logo-file-deleted': ['path'],
  'logo-file-lfs': ['path'],
  'nothing-changed': ['company'],
  'company-looks-like': ['company', 'other'],
  'company-near-name': ['company', 'other', 'isCommandLine'],
  'company-same-link': ['company', 'other', 'link', 'isCommandLine'],
  'company-same-text': ['company', 'other'],
  'company-near-open': ['company', 'other', 'issue', 'pull'],
  'text-shows-markup': ['language', 'locale'],
  'company-renamed': ['company', 'former', 'hasLogo'],
  'renamed-out-of-order': ['company', 'language', 'locale'],
  'row-not-aligned': ['company', 'language', 'locale'],
  'group-changed': ['company', 'former', 'group', 'language', 'locale'],
  'entry-added-to-locale': ['language', 'locale'],
  'text-not-translated': ['language', 'locale'],
  'text-not-updated': ['language', 'locale'],
  'removed-several': ['company', 'count'],
  'link-text-kept': ['language', 'locale', 'text'],
  'link-text-unused': ['text'],
  'comment-lines-left-out': ['keys'],
  'project-unnamed': ['text'],
  'link-by-http': ['link', 'suggestion'],
  'link-completed': ['link'],
  'link-to-document': ['link'],
  'field-not-in-locale': ['language', 'locale', 'name'],
  // logo
  'logo-enlarged': ['factor', 'height', 'width'],
  'logo-nearly-invisible': [],
  'logo-nearly-invisible-on-dark': [],
  'logo-looks-small': ['percent'],
  'logo-checkerboard': [],
  'logo-background-left-in': ['colour'],
  'logo-no-transparency': [],
  'logo-background-cleared': ['colour'],
  'logo-animated': [],
  'logo-svg-text': [],
  'logo-svg-may-differ': ['what'],
  'logo-svg-left-out': ['what'],
  /** Before each of the others that is about the logo for dark pages. */
  'logo-dark-remark': ['remark'],
  'logo-changed': [],
  'logo-replaced': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of one kind of remark. */
export type RemarkCode = keyof typeof remarkValues;

/** The names of all remarks. */
export const remarkCodes = Object.keys(remarkValues) as RemarkCode[];

/** What the sentence about one kind of remark may name. */
type RemarkValues<Code extends RemarkCode> = ValuesNamed<(typeof remarkValues)[Code][number]>;

/** Something a maintainer should know of a submission that is accepted all the same. */
export interface Remark {
  readonly code: RemarkCode;
  readonly values: Values;
  /** What it is about, if not the company's only logo. */
  readonly about?: 'dark-logo' | undefined;
}

/** The same remarks on a logo for dark pages. */
export function onDarkLogo(remarks: readonly Remark[]): Remark[] {
  return remarks.map((each) => ({ ...each, about: 'dark-logo' }));
}

/** Makes a remark. Its code says which values it needs. */
export function remark<Code extends RemarkCode>(
  code: Code,
  ...[values]: ValuesArgument<RemarkValues<Code>>
): Remark {
  return { code, values: { ...values } };
}
