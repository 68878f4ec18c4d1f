import type { RemovalChangeRequest } from '../../../command/change-request.ts';
import type { OpenPage } from '../../../proposal/open-pages.ts';
import { proposeRemoval } from '../../../proposal/propose-removal.ts';
import type { ObservedIssue } from '../../observe/observed-issue.ts';
import { type PlannedChange, unlabelled } from './planned-change.ts';

/** Plans the removal of a company. The entries behind it move up. */
export function planRemoval(
  { company, requester }: RemovalChangeRequest,
  { snapshot, configuration }: ObservedIssue,
  pages: readonly OpenPage[],
): PlannedChange {
  const proposal = proposeRemoval({
    company,
    leaveGap: false,
    pages,
    logos: snapshot.files.logos,
    configuration,
  });
  if (!proposal.ok) return { kind: 'problems', problems: unlabelled(proposal.problems) };
  const { remarks } = proposal.value;
  return { kind: 'ready', proposal: proposal.value, remarks, requester };
}
