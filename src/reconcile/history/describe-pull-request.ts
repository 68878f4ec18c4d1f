import { type ChangeRequest, isRequestedByForm } from '../../command/change-request.ts';
import type { PullFacts } from '../../github/submission/submission-snapshot.ts';
import { type CommentNote, type PullNote, readPullNote } from '../observe/notes.ts';

/** A pull request of ours, and what it brings. */
export interface DescribedPullRequest extends Pick<PullNote, 'change' | 'closesIssue'> {
  readonly pull: PullFacts;
  /** Nothing where nothing says any more whom it was about. */
  readonly company: string | undefined;
}

/** What is known of a submission beside the texts of its pull requests, in which anybody who may write can edit. */
export interface PullRequestSources {
  /** What our comment notes of the last job. */
  readonly note: CommentNote | undefined;
  /** The company that the form names today. */
  readonly companyInForm: () => string | undefined;
}

/**
 * What a pull request brings: by its own note; where somebody edited that away, by our comment, and by what was asked for.
 */
export function describePullRequest(
  pull: PullFacts,
  request: ChangeRequest | undefined,
  { note, companyInForm }: PullRequestSources,
): DescribedPullRequest {
  const own = readPullNote(pull.body);
  if (own) return { pull, ...own };
  const status = note?.content.status;
  const isTold = status?.kind === 'proposed' || status?.kind === 'merged';
  const told = isTold && status.pull === pull.number ? status : undefined;
  return {
    pull,
    company: told?.company ?? (request && companyOf(request, companyInForm)),
    change: told?.change ?? changeOf(request),
    closesIssue: request !== undefined && isRequestedByForm(request),
  };
}

/** A form may update an entry, too; what is said of either is much the same. */
function changeOf(request: ChangeRequest | undefined): PullNote['change'] {
  if (request?.kind === 'removal') return 'remove';
  return request?.source.kind === 'texts' ? 'update' : 'add';
}

function companyOf(
  request: ChangeRequest,
  companyInForm: () => string | undefined,
): string | undefined {
  if (request.kind === 'removal') return request.company;
  switch (request.source.kind) {
    case 'form':
      return companyInForm();
    case 'comment':
      return request.source.entry.fields.company;
    case 'texts':
      return request.source.company;
  }
}
