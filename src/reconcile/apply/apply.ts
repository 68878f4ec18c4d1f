import { madeLabelId } from '../../github/changes/made-label-id.ts';
import type { Mutation } from '../../github/changes/mutation.ts';
import { createLabel } from '../../github/changes/mutations.ts';
import { loadTemplates } from '../../templates.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { isSubmission } from '../history/history-state.ts';
import type { Services } from '../services.ts';
import type { BranchPublisher } from './branch-publisher.ts';
import { report } from './final-changes.ts';
import { pullTextsFor } from './pull-request-text.ts';
import { type Mutations, requireAll } from './send.ts';

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
  const makesLabel = snapshot.labelId === undefined && isWanted;
  const label = createLabel(snapshot.repository.id, configuration.label);
  if (!proposed) {
    const labelId = makesLabel ? await make(label, services) : snapshot.labelId;
    await publisher.tell(report(outcome, situation, { labelId }), situation);
    return;
  }
  const texts =
    openPull ?? pullTextsFor(proposed, situation, loadTemplates(configuration.language));
  const first: Mutations = makesLabel ? { label } : {};
  const published = await publisher.publish(proposed, digest, situation, texts, first);
  const labelId = published.labelId ?? snapshot.labelId;
  await publisher.tell(report(outcome, situation, { labelId, published }), situation);
}

async function make(label: Mutation, { client }: Services): Promise<string | undefined> {
  const mutations = { label };
  const outcomes = await client.mutate(mutations);
  requireAll(mutations, outcomes);
  return madeLabelId(outcomes.label);
}
