import type { Remark, RemarkCode } from '../problem/remark.ts';
import { fillTemplate } from './fill-template.ts';
import type { Templates } from './templates.ts';

/** A remark in a reader's language, as plain text. */
export interface RemarkDescription {
  readonly code: RemarkCode;
  readonly message: string;
}

/** Says what a maintainer should know. The text may contain what a stranger typed: escape it for the target. */
export function describeRemark(remark: Remark, templates: Templates): RemarkDescription {
  return { code: remark.code, message: fillTemplate(templateOf(remark, templates), remark.values) };
}

/** The template of a remark's sentence; of one on a logo for dark pages, with words that say so. */
export function templateOf({ code, about }: Remark, { remarks }: Templates): string {
  if (about === undefined) return remarks[code];
  return remarks['logo-dark-remark'].replace('{{remark}}', () => remarks[code]);
}
