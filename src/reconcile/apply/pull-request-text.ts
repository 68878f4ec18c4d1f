import { isRequestedByIssue } from '../../command/change-request.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { PullText } from '../../github/changes/change.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import { askedFields } from '../../submission/asked-fields.ts';
import { localeToWrite } from '../../submission/language-name.ts';
import type { PullContent } from '../../words/pull-content.ts';
import { writePullBody, writePullTitle } from '../../words/pull-request.ts';
import type { Templates } from '../../words/templates.ts';
import type { Proposed } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { formForNote } from '../observe/form-of-issue.ts';
import { withMarker } from '../observe/notes/marker.ts';
import type { PullNote } from '../observe/notes/notes.ts';

/**
 * What a pull request of ours says.
 *
 * @param published the commit whose pictures it shows; without one it shows none, for it is not known before it is made
 */
export function pullTextsFor(
  { request, ready, rows }: Proposed,
  { configuration, form, isForm, issue, snapshot }: Situation,
  templates: Templates,
  published?: PullNote['published'],
): PullText {
  const { proposal, requester, remarks, hasConsented, askedBefore } = ready;
  const note: PullNote = {
    issue: issue.number,
    company: proposal.company,
    change: proposal.kind,
    submitter: requester?.login ?? '',
    submitterId: requester?.id,
    // In any other a comment asked, and the issue goes on.
    closesIssue: isRequestedByIssue(request),
    base: snapshot.base.branch,
    ...(published && { published }),
    ...(isForm && { form: formForNote(form) }),
    ...(ready.reviewed && { reviewed: ready.reviewed }),
    ...(askedBefore && { askedBefore }),
  };
  const content: PullContent = {
    change: proposal.kind,
    company: proposal.company,
    formerName: proposal.formerName,
    project: configuration.project,
    issue: issue.number,
    closesIssue: note.closesIssue,
    requestedBy: note.submitter,
    ...(hasConsented !== undefined && { hasConsented }),
    ...(askedBefore && { askedBefore }),
    ...textsAndLogos(configuration),
    rows,
    remarks,
    ...(published && { pictures: picturesAt(published.commit, snapshot) }),
  };
  return {
    title: writePullTitle(content, configuration, templates),
    body: withMarker(writePullBody(content, templates), note),
  };
}

function textsAndLogos(
  configuration: Configuration,
): Pick<PullContent, 'hasNoLogo' | 'textLocale'> {
  const kinds = askedFields(configuration).map(({ kind }) => kind);
  return {
    ...(!kinds.includes('logo') && { hasNoLogo: true }),
    ...(kinds.includes('text') && { textLocale: localeToWrite(configuration.locales) }),
  };
}

function picturesAt(commit: string, { repository, base }: SubmissionSnapshot) {
  return { repository: repository.url, commit, base: base.oid };
}
