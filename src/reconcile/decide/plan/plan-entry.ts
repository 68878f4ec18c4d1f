import type { EntryChangeRequest } from '../../../command/change-request.ts';
import type { FormField } from '../../../form/form-field.ts';
import { givesConsent } from '../../../form/gives-consent.ts';
import type { SubmissionSnapshot } from '../../../github/submission/submission-snapshot.ts';
import { mayPass } from '../../../problem/passing.ts';
import type { Problem } from '../../../problem/problem.ts';
import { remark } from '../../../problem/remark.ts';
import { type CheckedEntry, checkEntry } from '../../../proposal/check-entry.ts';
import type { FileChange } from '../../../proposal/file-change.ts';
import { isStoredByLfs } from '../../../proposal/lfs/git-attributes.ts';
import { lfsPointer } from '../../../proposal/lfs/lfs-pointer.ts';
import { companyNotListed } from '../../../proposal/not-listed.ts';
import type { OpenPage } from '../../../proposal/open-pages.ts';
import type { Proposal } from '../../../proposal/proposal.ts';
import { proposeEntry } from '../../../proposal/propose-entry.ts';
import { fieldIds } from '../../../submission/field-ids.ts';
import { dayOf } from '../../../text/day-of.ts';
import { askedBefore } from '../../history/asked-before.ts';
import { type RequestedEntry, readRequestedEntry } from '../../history/read-requested-entry.ts';
import { keysOfLines, labelled, ofAnswers } from '../../observe/labelled-problems.ts';
import type { ObservedIssue } from '../../observe/observed-issue.ts';
import { blobOid } from '../../prepare/blob-oid.ts';
import type { Prepared } from '../../prepare/prepare.ts';
import { contentDigest } from '../content-digest.ts';
import { type PlannedChange, unlabelled } from './planned-change.ts';

/** Plans an entry, and finds everything that is wrong with it at once. */
export function planEntry(
  request: EntryChangeRequest,
  observed: ObservedIssue,
  pages: readonly OpenPage[],
  { logo, darkLogo, defaultLinkTexts }: Pick<Prepared, 'logo' | 'darkLogo' | 'defaultLinkTexts'>,
): PlannedChange {
  const { snapshot, configuration } = observed;
  const { asked, checked } = checkRequest(request, observed, pages);
  if (asked.isUpdate && checked.entries.length === 0) {
    const notListed = companyNotListed(asked.fields.company ?? '', pages);
    return { kind: 'problems', problems: unlabelled([notListed]) };
  }
  const ofLogos = [logo, darkLogo].flatMap((each) => (each?.ok === false ? each.problems : []));
  const problems = [...checked.problems, ...ofLogos];
  const { submission } = checked;
  if (!submission || logo?.ok === false || darkLogo?.ok === false || problems.length > 0)
    return refusal(problems, asked, observed);
  const reviewed = {
    ...(logo && { logo: logo.value.pin }),
    ...(darkLogo && { darkLogo: darkLogo.value.pin }),
  };
  const proposal = proposeEntry({
    submission,
    logo: logo?.value.content,
    darkLogo: darkLogo?.value.content,
    pages,
    logos: snapshot.files.logos,
    configuration,
    defaultLinkTexts,
    date: dayOf(observed.issue.createdAt),
  });
  if (!proposal.ok) {
    return refusal(ofAnswers(proposal.problems, submission, configuration), asked, observed);
  }
  const before = askedBefore(proposal.value.company, observed);
  const changed = withoutUnchangedLogo(proposal.value, snapshot);
  const lfsPaths = changed.changes
    .filter(({ path, content }) => typeof content === 'object' && isLfs(path, snapshot))
    .map(({ path }) => path);
  return {
    kind: 'ready',
    proposal: changed,
    remarks: [
      ...proposal.value.remarks,
      ...asked.remarks,
      ...(logo?.value.remarks ?? []),
      ...(darkLogo?.value.remarks ?? []),
      ...lfsPaths.map((path) => remark('logo-file-lfs', { path })),
    ],
    requester: asked.requester,
    reviewed: { content: contentDigest(submission, reviewed), ...reviewed },
    hasOtherLogo: [logo, darkLogo].some((each) => each?.value.isOther),
    ...(hasConsent(asked, observed) && { hasConsented: true }),
    ...(before && proposal.value.kind === 'update' && { askedBefore: before }),
  };
}

/**
 * Whether consent was given: in the form, without whose box there is no proposal; or earlier in the form of the same issue, by
 * the author, who now asks by a comment.
 */
function hasConsent(
  { form, requester }: RequestedEntry,
  { issue, isForm, form: ofIssue }: ObservedIssue,
): boolean {
  const hasBox = (fields: readonly FormField[]) => fields.some(({ id }) => id === fieldIds.consent);
  if (form.length > 0) return hasBox(form);
  if (!isForm || !hasBox(ofIssue) || requester?.login !== issue.author?.login) return false;
  return givesConsent(issue.body, ofIssue);
}

/** Reads and checks what is requested, but for the logo. */
export function checkRequest(
  request: EntryChangeRequest,
  observed: ObservedIssue,
  pages: readonly OpenPage[],
): { readonly asked: RequestedEntry; readonly checked: CheckedEntry } {
  const asked = readRequestedEntry(request, observed);
  return { asked, checked: checkEntry(asked, pages, observed.configuration, asked.isUpdate) };
}

function refusal(
  problems: readonly Problem[],
  { form }: RequestedEntry,
  { form: ofIssue, configuration }: ObservedIssue,
): PlannedChange {
  const kind = problems.every(mayPass) ? 'logo-waiting' : 'problems';
  const isByForm = form.length > 0;
  return {
    kind,
    problems: isByForm
      ? labelled(problems, form)
      : labelled(problems, ofIssue, keysOfLines(configuration)),
  };
}

/** A logo whose bytes are there already is no change, be they there by a pointer of Git LFS. */
function withoutUnchangedLogo(proposal: Proposal, snapshot: SubmissionSnapshot): Proposal {
  const isChange = ({ path, content }: FileChange) => {
    if (typeof content !== 'object') return true;
    const stored = [content, ...(isLfs(path, snapshot) ? [lfsPointer(content)] : [])];
    const oid = snapshot.logoOids.get(path);
    return oid === undefined || !stored.map(blobOid).includes(oid);
  };
  return { ...proposal, changes: proposal.changes.filter(isChange) };
}

function isLfs(path: string, { attributes }: SubmissionSnapshot): boolean {
  return isStoredByLfs(path, attributes);
}
