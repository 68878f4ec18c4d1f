import type { PullFacts } from '../github/submission-snapshot.ts';
import { type Ask, isAskedByForm } from './ask.ts';
import { type CommentNote, type PullNote, readPullNote } from './notes.ts';

/** A pull request of ours, and what it brings. */
export interface DescribedPull extends Pick<PullNote, 'change' | 'closesIssue'> {
  readonly pull: PullFacts;
  /** Nothing where nothing says any more whom it was about. */
  readonly company: string | undefined;
}

/** What is known of a submission beside the texts of its pull requests, in which anybody who may write can edit. */
export interface PullSources {
  /** What our comment notes of the last job. */
  readonly note: CommentNote | undefined;
  /** The company that the form names today. */
  readonly companyInForm: () => string | undefined;
}

/**
 * What a pull request brings: by its own note; where somebody edited that away, by our comment, and by what was asked for.
 */
export function describePull(
  pull: PullFacts,
  ask: Ask | undefined,
  { note, companyInForm }: PullSources,
): DescribedPull {
  const own = readPullNote(pull.body);
  if (own) return { pull, ...own };
  const status = note?.content.status;
  const isTold = status?.kind === 'proposed' || status?.kind === 'merged';
  const told = isTold && status.pull === pull.number ? status : undefined;
  return {
    pull,
    company: told?.company ?? (ask && companyOf(ask, companyInForm)),
    change: told?.change ?? changeOf(ask),
    closesIssue: ask !== undefined && isAskedByForm(ask),
  };
}

/** A form may update an entry, too; what is said of either is much the same. */
function changeOf(ask: Ask | undefined): PullNote['change'] {
  if (ask?.kind === 'removal') return 'remove';
  return ask?.source.kind === 'texts' ? 'update' : 'add';
}

function companyOf(ask: Ask, companyInForm: () => string | undefined): string | undefined {
  if (ask.kind === 'removal') return ask.company;
  switch (ask.source.kind) {
    case 'form':
      return companyInForm();
    case 'comment':
      return ask.source.entry.fields.company;
    case 'texts':
      return ask.source.company;
  }
}
