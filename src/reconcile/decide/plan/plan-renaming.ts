import type { RenamingChangeRequest } from '../../../command/change-request.ts';
import type { DefaultLinkTexts } from '../../../proposal/link-text.ts';
import type { OpenPage } from '../../../proposal/open-pages.ts';
import { proposeRenaming } from '../../../proposal/propose-renaming.ts';
import type { ObservedIssue } from '../../observe/observed-issue.ts';
import { type PlannedChange, unlabelled } from './planned-change.ts';

/** Plans another name for a company. */
export function planRenaming(
  { company, newName, requester }: RenamingChangeRequest,
  { configuration }: ObservedIssue,
  pages: readonly OpenPage[],
  defaultLinkTexts: DefaultLinkTexts,
): PlannedChange {
  const request = { company, newName, pages, configuration, defaultLinkTexts };
  const proposal = proposeRenaming(request);
  if (!proposal.ok) return { kind: 'problems', problems: unlabelled(proposal.problems) };
  const { remarks } = proposal.value;
  return { kind: 'ready', proposal: proposal.value, remarks, requester };
}
