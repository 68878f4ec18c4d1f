import { type ChangeRequest, isRequestedByIssue } from '../../command/change-request.ts';
import { readSubmissionForm } from '../../form/read-submission-form.ts';
import type { PullFacts } from '../../github/submission/submission-snapshot.ts';
import { type PullNote, readPullNote } from '../observe/notes/notes.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';

/** A pull request of ours, and what it brings. */
export interface DescribedPullRequest extends Pick<PullNote, 'change' | 'closesIssue'> {
  readonly pull: PullFacts;
  /** Nothing where nothing says anymore whom it was about. */
  readonly company: string | undefined;
}

type PullRequestSources = Pick<ObservedIssue, 'note' | 'issue' | 'form' | 'configuration'>;

/**
 * What a pull request brings: by its own note; where somebody edited that away, by our comment, and by what was asked for.
 */
export function describePullRequest(
  pull: PullFacts,
  request: ChangeRequest | undefined,
  observed: PullRequestSources,
): DescribedPullRequest {
  const own = readPullNote(pull.body);
  if (own) return { pull, ...own };
  const status = observed.note?.status;
  const isTold = status?.kind === 'proposed' || status?.kind === 'merged';
  const told = isTold && status.pull === pull.number ? status : undefined;
  return {
    pull,
    company: told?.company ?? (request && companyOf(request, observed)),
    change: told?.change ?? changeOf(request),
    closesIssue: request !== undefined && isRequestedByIssue(request),
  };
}

/** A form may update an entry, too; what is said of either is much the same. */
function changeOf(request: ChangeRequest | undefined): PullNote['change'] {
  if (request?.kind === 'removal') return 'remove';
  if (request?.kind === 'renaming') return 'update';
  return request?.source.kind === 'texts' ? 'update' : 'add';
}

function companyOf(request: ChangeRequest, observed: PullRequestSources): string | undefined {
  if (request.kind === 'removal') return request.company;
  if (request.kind === 'renaming') return request.newName;
  switch (request.source.kind) {
    case 'form':
      return companyInForm(observed);
    case 'comment':
      return request.source.entry.fields.company;
    case 'texts':
      return request.source.company;
  }
}

/** The company that the form names today. */
function companyInForm({ issue, form, configuration }: PullRequestSources): string | undefined {
  return readSubmissionForm(issue.body, form, configuration).fields.company;
}
