import type { CreateLabel } from '../../github/changes/change.ts';
import { loadTemplates } from '../../templates.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { isSubmission } from '../history/history-state.ts';
import type { Services } from '../services.ts';
import type { BranchPublisher } from './branch-publisher.ts';
import { report } from './final-changes.ts';
import { pullTextsFor } from './pull-request-text.ts';
import { createdLabelId, send } from './send.ts';

/** Does the difference between what is there and what should be. */
export async function applyDesiredState(
  outcome: DesiredState,
  situation: Situation,
  services: Services,
  publisher: BranchPublisher,
): Promise<void> {
  const { snapshot, configuration, history, openPull } = situation;
  const { proposed, digest } = outcome;
  const isWanted = proposed !== undefined || isSubmission(history);
  const label: CreateLabel = {
    kind: 'create-label',
    repositoryId: snapshot.repository.id,
    name: configuration.label,
  };
  const first = snapshot.labelId === undefined && isWanted ? [label] : [];
  if (!proposed) {
    const labelId = createdLabelId(await send(services.client, first)) ?? snapshot.labelId;
    await publisher.tell(report(outcome, situation, { labelId }), situation);
    return;
  }
  const texts =
    openPull ?? pullTextsFor(proposed, situation, loadTemplates(configuration.language));
  const published = await publisher.publish(proposed, digest, situation, texts, first);
  const labelId = published.labelId ?? snapshot.labelId;
  await publisher.tell(report(outcome, situation, { labelId, published }), situation);
}
