import { createHash } from 'node:crypto';
import { isRequestedByIssue } from '../../command/change-request.ts';
import type { LogoPin, Reviewed } from '../observe/notes/reviewed.ts';
import type { Situation } from './situation.ts';

/**
 * Of everything that a proposal follows from. Equal digests: what was done is what would be done.
 *
 * @param reviewed what is so of it when it is done
 */
export function digestOf(
  { issue, snapshot, configuration, form, isForm, history, reviewed: before }: Situation,
  reviewed: Reviewed | undefined = before,
): string {
  const { request, isApproved } = history;
  const isRead = isForm || (request !== undefined && isRequestedByIssue(request));
  const seen = {
    request,
    isApproved,
    isForm,
    configuration,
    body: isRead ? issue.body : '',
    form: isRead ? form : [],
    files: snapshot.filesDigest,
    base: snapshot.base.branch,
    reviewed: [reviewed?.content, ...pinned(reviewed?.logo)],
    ...(reviewed?.darkLogo && { darkLogo: pinned(reviewed.darkLogo) }),
  };
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
}

function pinned(logo: LogoPin | undefined): readonly (string | undefined)[] {
  return [logo?.address, logo?.fingerprint];
}
