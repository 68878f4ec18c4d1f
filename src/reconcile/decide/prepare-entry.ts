import type { EntryChangeRequest } from '../../command/change-request.ts';
import type { FormField } from '../../form/form-field.ts';
import { readCommentHtml } from '../../github/repository/read-comment-html.ts';
import { logoSettings } from '../../logo/logo-settings.ts';
import { mayPass } from '../../problem/passing.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Result } from '../../problem/result.ts';
import { type CheckedEntry, checkEntry } from '../../proposal/check-entry.ts';
import type { FileChange } from '../../proposal/file-change.ts';
import { companyNotListed } from '../../proposal/not-listed.ts';
import type { Proposal } from '../../proposal/proposal.ts';
import { proposeEntry } from '../../proposal/propose-entry.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { readDefaultLinkTexts } from '../../templates.ts';
import type { LabelledProblem } from '../../words/comment-content.ts';
import { blobOid } from '../logos/blob-oid.ts';
import { fetchReviewedLogo, type SubmittedLogo } from '../logos/fetch-reviewed-logo.ts';
import { findSignedAddress } from '../logos/logo-loader.ts';
import { formFieldsOf } from '../observe/form-fields.ts';
import { contentDigest } from './content-digest.ts';
import { type Preparation, type Prepared, unlabelled } from './prepare.ts';
import { type AskedEntry, readTypedEntry } from './read-requested-entry.ts';

/** Prepares an entry, and finds everything that is wrong with it at once. */
export async function prepareEntry(
  request: EntryChangeRequest,
  preparation: Preparation,
): Promise<Prepared> {
  const { snapshot, configuration, pages } = preparation;
  const { asked, checked } = checkRequest(request, preparation);
  if (asked.isUpdate && checked.entries.length === 0) {
    const notListed = companyNotListed(asked.fields.company ?? '', pages);
    return { kind: 'problems', problems: unlabelled([notListed]) };
  }
  const logo = await fetchLogo(request, asked, preparation);
  const problems = [...checked.problems, ...(logo?.ok === false ? logo.problems : [])];
  const { submission } = checked;
  if (!submission || logo?.ok === false || problems.length > 0)
    return refusal(problems, asked.form);
  const proposal = proposeEntry({
    submission,
    logo: logo?.value.content,
    pages,
    logos: snapshot.files.logos,
    configuration,
    defaultLinkTexts: readDefaultLinkTexts(),
  });
  if (!proposal.ok) return refusal(proposal.problems, asked.form);
  const hasBox = asked.form.some(({ id }) => id === fieldIds.consent);
  return {
    kind: 'ready',
    proposal: withoutUnchangedLogo(proposal.value, snapshot.logoOids),
    remarks: [...proposal.value.remarks, ...(logo?.value.remarks ?? [])],
    requester: asked.requester,
    reviewed: {
      content: contentDigest(submission, logo?.value.pin),
      ...(logo && { logo: logo.value.pin }),
    },
    ...(logo && { hasOtherLogo: logo.value.isOther }),
    // Without the box being checked there is no proposal.
    ...(hasBox && { hasConsented: true }),
  };
}

/** Reads and checks what is asked for, but for the logo. */
export function checkRequest(
  request: EntryChangeRequest,
  {
    issue,
    snapshot,
    configuration,
    pages,
  }: Pick<Preparation, 'issue' | 'snapshot' | 'configuration' | 'pages'>,
): { readonly asked: AskedEntry; readonly checked: CheckedEntry } {
  const asked = readTypedEntry(
    request,
    issue,
    formFieldsOf(snapshot, configuration),
    configuration,
  );
  return { asked, checked: checkEntry(asked, pages, configuration, asked.isUpdate) };
}

async function fetchLogo(
  { source }: EntryChangeRequest,
  { logo: address, requester }: AskedEntry,
  preparation: Preparation,
): Promise<Result<SubmittedLogo> | undefined> {
  if (address === undefined) return undefined;
  const { issue, snapshot, configuration, client, isAsked } = preparation;
  const { isPrivate, id, databaseId } = snapshot.repository;
  const isInComment = source.kind === 'comment';
  const html =
    isInComment && isPrivate ? await readCommentHtml(client, source.commentId) : issue.bodyHtml;
  const request = {
    address,
    signedAddress: findSignedAddress(html, address),
    repositoryId: id,
    settings: logoSettings(configuration.logo),
    person: String(requester?.id ?? requester?.login),
    isAsked,
    // In a public repository anybody could have it open what is attached in a private one of the same owner.
    ...(isPrivate && { token: () => client.attachmentToken(databaseId) }),
  };
  return fetchReviewedLogo(request, preparation);
}

function refusal(problems: readonly Problem[], form: readonly FormField[]): Prepared {
  const labelOf = (field: string) => form.find(({ id }) => id === field)?.label;
  const labelled = problems.map((problem): LabelledProblem => {
    const label = labelOf(problem.field);
    return { problem, ...(label !== undefined && { label }) };
  });
  return { kind: problems.every(mayPass) ? 'logo-waiting' : 'problems', problems: labelled };
}

/** A logo whose bytes are there already is no change. */
function withoutUnchangedLogo(proposal: Proposal, logoOids: ReadonlyMap<string, string>): Proposal {
  const isChange = ({ path, content }: FileChange) =>
    typeof content !== 'object' || logoOids.get(path) !== blobOid(content);
  return { ...proposal, changes: proposal.changes.filter(isChange) };
}
