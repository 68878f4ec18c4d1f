import type { Configuration } from '../config/configuration.ts';
import { fillPlaceholders } from '../config/placeholders.ts';
import type { ChangeKind } from './pull-content.ts';
import type { Templates } from './templates.ts';

/** What a commit does to a company's entry. */
export interface Committed {
  readonly kind: ChangeKind;
  readonly company: string;
}

/** The message of a commit: for a new entry the configured one. */
export function commitMessage(
  { kind, company }: Committed,
  { commit, project }: Configuration,
  { commits }: Pick<Templates, 'commits'>,
): string {
  return fillPlaceholders(kind === 'add' ? commit : commits[kind], { company, project });
}
