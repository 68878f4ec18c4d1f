import type { Values } from './problem.ts';

/** Every remark there is; `templates/LANGUAGE/remarks/ROOM.yml` holds a sentence for each. */
export const remarkCodes = [
  // proposal
  'logo-file-renamed',
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
  'logo-nearly-invisible-on-dark',
  'logo-looks-small',
  'logo-checkerboard',
  'logo-background-left-in',
  'logo-no-transparency',
  'logo-background-cleared',
  'logo-animated',
  'logo-svg-text',
  'logo-svg-may-differ',
  'logo-svg-left-out',
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
