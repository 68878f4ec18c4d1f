import type { Configuration } from '../config/configuration.ts';
import { listName } from '../config/list-name.ts';
import { fillPlaceholders } from '../config/placeholders.ts';
import type { ChangeKind } from './pull-content.ts';
import type { Templates } from './templates.ts';

/** What a commit does to a company's entry. */
export interface Committed {
  readonly kind: ChangeKind;
  readonly company: string;
  /** Of a company that gets another name. */
  readonly formerName?: string | undefined;
}

/** The message of a commit. */
export interface CommitMessage {
  /** Its first line, which is the title of the pull request, too. */
  readonly headline: string;
  /** The lines below; empty where there are none. */
  readonly body: string;
}

/** The message of a commit: the configured one, or else ours. */
export function commitMessage(
  { kind, company, formerName }: Committed,
  configuration: Configuration,
  { commits }: Pick<Templates, 'commits'>,
): CommitMessage {
  const { commit, project } = configuration;
  const former = formerName === undefined ? {} : { former: formerName };
  const values = { company, ...former, project, list: listName(configuration) };
  const ours = formerName === undefined ? kind : 'rename';
  const template = commit[kind] ?? commits[ours];
  const [headline = '', ...lines] = fillPlaceholders(template, values).split('\n');
  return { headline, body: lines.join('\n').trim() };
}
