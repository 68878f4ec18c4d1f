import type { ChangeRequest } from '../../command/change-request.ts';
import { readCommentHtml } from '../../github/repository/read-comment-html.ts';
import { logoSettings } from '../../logo/logo-settings.ts';
import type { Result } from '../../problem/result.ts';
import type { DefaultLinkTexts } from '../../proposal/link-text.ts';
import { type OpenPage, openPages } from '../../proposal/open-pages.ts';
import { readDefaultLinkTexts } from '../../templates.ts';
import { type RequestedEntry, readRequestedEntry } from '../history/read-requested-entry.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';
import { fetchReviewedLogo, type LogoServices, type SubmittedLogo } from './fetch-reviewed-logo.ts';
import { findSignedAddress } from './logo-loader.ts';

/** What a decision needs beside what was observed: it takes time to get, and so is got only where it is needed. */
export interface Prepared {
  /** Every locale's page, read for editing. */
  readonly pages: Result<readonly OpenPage[]>;
  /** The logo that is requested; nothing where none is. */
  readonly logo: Result<SubmittedLogo> | undefined;
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
  const { snapshot, configuration } = observed;
  const pages = await openPages(snapshot.files, configuration);
  const wantsLogo = pages.ok && request.kind === 'entry';
  return {
    pages,
    logo: wantsLogo
      ? await fetchLogo(readRequestedEntry(request, observed), observed, isForced, services)
      : undefined,
    defaultLinkTexts: readDefaultLinkTexts(),
  };
}

async function fetchLogo(
  { logo: address, logoComment, requester }: RequestedEntry,
  observed: ObservedIssue,
  isForced: boolean,
  services: PrepareServices,
): Promise<Result<SubmittedLogo> | undefined> {
  if (address === undefined) return undefined;
  const { issue, snapshot, configuration, reviewed, isReviewClaimed } = observed;
  const { client, isAsked } = services;
  const { isPrivate, id, databaseId } = snapshot.repository;
  const isInComment = isPrivate && logoComment !== undefined && logoComment !== issue.id;
  const html = isInComment ? await readCommentHtml(client, logoComment) : '';
  const request = {
    address,
    signedAddress: findSignedAddress(html, address) ?? findSignedAddress(issue.bodyHtml, address),
    repositoryId: id,
    settings: logoSettings(configuration.logo),
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
