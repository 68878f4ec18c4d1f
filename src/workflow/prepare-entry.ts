import { createHash } from 'node:crypto';
import { mayPass } from '../download/download-problem.ts';
import type { FormField } from '../form/form-field.ts';
import { readCommentHtml } from '../github/read-comment-html.ts';
import { logoFile, type NormalisedLogo } from '../logo/normalise-logo.ts';
import type { Problem } from '../problem/problem.ts';
import type { Result } from '../problem/result.ts';
import { checkEntry } from '../proposal/check-entry.ts';
import type { FileChange } from '../proposal/file-change.ts';
import { companyNotListed } from '../proposal/not-listed.ts';
import type { Proposal } from '../proposal/proposal.ts';
import { proposeEntry } from '../proposal/propose-entry.ts';
import { fieldIds } from '../submission/field-ids.ts';
import { readDefaultLinkTexts } from '../templates.ts';
import type { LabelledProblem } from '../words/comment-content.ts';
import type { EntryAsk } from './ask.ts';
import { findSignedAddress } from './logo-desk.ts';
import { type Preparation, type Prepared, unlabelled } from './prepare.ts';
import { type AskedEntry, formFieldsOf, readTypedEntry } from './read-typed-entry.ts';

/** Prepares an entry, and finds everything that is wrong with it at once. */
export async function prepareEntry(ask: EntryAsk, preparation: Preparation): Promise<Prepared> {
  const { issue, snapshot, configuration, pages } = preparation;
  const asked = readTypedEntry(ask, issue, formFieldsOf(snapshot, configuration), configuration);
  const checked = checkEntry(asked, pages, configuration, asked.isUpdate);
  if (asked.isUpdate && checked.entries.length === 0) {
    const notListed = companyNotListed(asked.fields.company ?? '', pages);
    return { kind: 'problems', problems: unlabelled([notListed]) };
  }
  const logo = await fetchLogo(ask, asked, preparation);
  const problems = [...checked.problems, ...(logo?.ok === false ? logo.problems : [])];
  const { submission } = checked;
  if (!submission || logo?.ok === false || problems.length > 0)
    return refusal(problems, asked.form);
  const proposal = proposeEntry({
    submission,
    logo: logo && logoFile(logo.value),
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
    // Without the box being checked there is no proposal.
    ...(hasBox && { hasConsented: true }),
  };
}

async function fetchLogo(
  { source }: EntryAsk,
  { logo: address }: AskedEntry,
  { issue, snapshot, configuration, client, logos }: Preparation,
): Promise<Result<NormalisedLogo> | undefined> {
  if (address === undefined) return undefined;
  const { isPrivate, id } = snapshot.repository;
  const isInComment = source.kind === 'comment';
  const html =
    isInComment && isPrivate ? await readCommentHtml(client, source.commentId) : issue.bodyHtml;
  return logos.fetch({
    address,
    signedAddress: findSignedAddress(html, address),
    repositoryId: id,
    ...configuration.logo,
    // In a public repository anybody could have it open what is attached in a private one of the same owner.
    ...(isPrivate && { token: () => client.token() }),
  });
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

/** The id that git gives a file's content. */
function blobOid(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
