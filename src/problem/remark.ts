import type { Values } from './problem.ts';

/** Every remark there is; `templates/LANGUAGE/remarks/ROOM.yml` holds a sentence for each. */
export const remarkCodes = [
  // proposal
  'company-looks-like',
  'logo-file-renamed',
  'logo-file-case',
  'logo-file-kept',
  'logo-file-deleted',
  'nothing-changed',
  'entry-added-to-locale',
  'text-not-translated',
  'text-not-updated',
  'removed-several',
  'link-text-kept',
  'project-unnamed',
  // logo
  'logo-enlarged',
  'logo-nearly-invisible',
  'logo-background-left-in',
  'logo-no-transparency',
  'logo-animated',
  'logo-svg-text',
  // workflow
  'logo-changed',
  'logo-replaced',
] as const;

/** The name of one kind of remark. */
export type RemarkCode = (typeof remarkCodes)[number];

/** Something a maintainer should know of a submission that is accepted all the same. */
export interface Remark {
  readonly code: RemarkCode;
  readonly values: Values;
}

/** Makes a remark. */
export function remark(code: RemarkCode, values: Values = {}): Remark {
  return { code, values };
}
