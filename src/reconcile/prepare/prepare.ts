import type { ChangeRequest } from '../../command/change-request.ts';
import { readCommentHtml } from '../../github/repository/read-comment-html.ts';
import { type LogoSettings, logoSettings } from '../../logo/logo-settings.ts';
import { onDarkLogo } from '../../problem/remark.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { DefaultLinkTexts } from '../../proposal/link-text.ts';
import { logoBackgrounds, type OpenPage, openPages } from '../../proposal/open-pages.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { readDefaultLinkTexts } from '../../templates.ts';
import { type RequestedEntry, readRequestedEntry } from '../history/read-requested-entry.ts';
import type { LogoPin } from '../observe/notes/reviewed.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';
import { fetchReviewedLogo, type LogoServices, type SubmittedLogo } from './fetch-reviewed-logo.ts';
import { findSignedAddress } from './logo-loader.ts';

/** What a decision needs beside what was observed: it takes time to get, and so is got only where it is needed. */
export interface Prepared {
  /** Every locale's page, read for editing. */
  readonly pages: Result<readonly OpenPage[]>;
  /** The logo that is requested; nothing where none is. */
  readonly logo: Result<SubmittedLogo> | undefined;
  /** The same for dark pages. */
  readonly darkLogo?: Result<SubmittedLogo> | undefined;
  readonly defaultLinkTexts: DefaultLinkTexts;
}

/** What is needed to prepare. */
export interface PrepareServices extends LogoServices {
  /** Whether somebody waits for it. */
  readonly isAsked: boolean;
}

/**
 * Opens the pages and fetches the logo for a request.
 *
 * @param isForced whether a writer wants all of it generated again
 * @throws RequestFailed; NotReady where the logo takes long to draw
 */
export async function prepare(
  request: ChangeRequest,
  observed: ObservedIssue,
  isForced: boolean,
  services: PrepareServices,
): Promise<Prepared> {
  const { snapshot, configuration, reviewed } = observed;
  const pages = await openPages(snapshot.files, configuration);
  const defaultLinkTexts = readDefaultLinkTexts();
  if (!pages.ok || request.kind !== 'entry') return { pages, logo: undefined, defaultLinkTexts };
  const asked = readRequestedEntry(request, observed);
  const { logo, darkLogo, logoComment } = asked;
  const fetch = (wanted: WantedLogo) => fetchLogo(wanted, asked, observed, isForced, services);
  const light = await fetch({
    ...{ address: logo, comment: logoComment, reviewed: reviewed.logo },
    settings: logoSettings(
      configuration.logo,
      logoBackgrounds(pages.value, asked.fields.company ?? '', darkLogo !== undefined),
    ),
  });
  const { source } = request;
  const dark = await fetch({
    address: darkLogo,
    comment: source.kind === 'comment' ? source.commentId : undefined,
    reviewed: reviewed.darkLogo,
    settings: logoSettings(configuration.logo, 'dark'),
  });
  return { pages, logo: light, ...(dark && { darkLogo: onDarkPages(dark) }), defaultLinkTexts };
}

/** A logo that is asked for. */
interface WantedLogo {
  readonly address: string | undefined;
  /** GitHub's node id of the comment that it is in. */
  readonly comment: string | undefined;
  readonly reviewed: LogoPin | undefined;
  readonly settings: LogoSettings;
}

/** What is said of a logo for dark pages, so that nobody takes it for the other. */
function onDarkPages(logo: Result<SubmittedLogo>): Result<SubmittedLogo> {
  if (logo.ok) return success({ ...logo.value, remarks: onDarkLogo(logo.value.remarks) });
  return failure(...logo.problems.map((each) => ({ ...each, field: fieldIds.darkLogo })));
}

async function fetchLogo(
  { address, comment: logoComment, reviewed, settings }: WantedLogo,
  { requester }: RequestedEntry,
  observed: ObservedIssue,
  isForced: boolean,
  services: PrepareServices,
): Promise<Result<SubmittedLogo> | undefined> {
  if (address === undefined) return undefined;
  const { issue, snapshot, isReviewClaimed } = observed;
  const { client, isAsked } = services;
  const { isPrivate, id, databaseId } = snapshot.repository;
  const isInComment = isPrivate && logoComment !== undefined && logoComment !== issue.id;
  const html = isInComment ? await readCommentHtml(client, logoComment) : '';
  const request = {
    address,
    signedAddress: findSignedAddress(html, address) ?? findSignedAddress(issue.bodyHtml, address),
    repositoryId: id,
    settings,
    person: String(requester?.id ?? requester?.login),
    isAsked,
    // In a public repository anybody could have it open what is attached in a private one of the same owner.
    ...(isPrivate &&
      client.account.opensAttachments &&
      databaseId !== undefined && { token: () => client.attachmentToken(databaseId) }),
  };
  return fetchReviewedLogo(
    request,
    { reviewed, isReviewClaimed, isForced, repository: snapshot.repository },
    services,
  );
}
