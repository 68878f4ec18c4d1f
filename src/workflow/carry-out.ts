import { madeLabelId } from '../github/made-label-id.ts';
import type { Mutation } from '../github/mutation.ts';
import { createLabel } from '../github/mutations.ts';
import { loadTemplates } from '../templates.ts';
import { isSubmission } from './course.ts';
import type { Outcome } from './outcome.ts';
import type { Publisher } from './publisher.ts';
import { pullTextsFor } from './pull-texts.ts';
import { report } from './report.ts';
import { type Mutations, requireAll } from './send.ts';
import type { Services } from './services.ts';
import type { Situation } from './situation.ts';

/** Does the difference between what is there and what should be. */
export async function carryOut(
  outcome: Outcome,
  situation: Situation,
  services: Services,
  publisher: Publisher,
): Promise<void> {
  const { snapshot, configuration, course, openPull } = situation;
  const { proposed, digest } = outcome;
  const isWanted = proposed !== undefined || isSubmission(course);
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
