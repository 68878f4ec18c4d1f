import type { RemovalChangeRequest } from '../../command/change-request.ts';
import { proposeRemoval } from '../../proposal/propose-removal.ts';
import { type Preparation, type PlannedChange, unlabelled } from './planned-change.ts';

/** Prepares the removal of a company. The entries behind it move up. */
export function planRemoval(
  { company, requester }: RemovalChangeRequest,
  { snapshot, configuration, pages }: Preparation,
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
