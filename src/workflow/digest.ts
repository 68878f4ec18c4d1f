import { createHash } from 'node:crypto';
import type { Situation } from './situation.ts';

/** Of everything that a proposal follows from. Equal digests: what was done is what would be done. */
export function digestOf({ issue, snapshot, configuration, isForm, course }: Situation): string {
  const { request, isApproved } = course;
  const seen = {
    request,
    isApproved,
    configuration,
    body: isForm ? issue.body : '',
    form: snapshot.form?.oid,
    files: snapshot.filesDigest,
    base: snapshot.base.branch,
  };
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
}
