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
  const { code, values } = remark;
  return { code, message: fillTemplate(templates.remarks[code], values) };
}
