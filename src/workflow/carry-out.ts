import { createLabel } from '../github/mutations.ts';
import { loadTemplates } from '../templates.ts';
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
  const { snapshot, configuration } = situation;
  const { proposed, digest } = outcome;
  const isWanted = proposed !== undefined || isSubmission(situation);
  const makesLabel = snapshot.labelId === undefined && isWanted;
  const label = createLabel(snapshot.repository.id, configuration.label);
  if (!proposed) {
    const labelId = makesLabel ? await make(label, services) : snapshot.labelId;
    await publisher.tell(report(outcome, situation, { labelId }), situation);
    return;
  }
  const texts = pullTextsFor(proposed, situation, loadTemplates(configuration.language));
  const first: Mutations = makesLabel ? { label } : {};
  const published = await publisher.publish(proposed, digest, situation, texts, first);
  const labelId = published.labelId ?? snapshot.labelId;
  await publisher.tell(report(outcome, situation, { labelId, published }), situation);
}

/** Removals and questions are no submissions: their issues are left as they are. */
function isSubmission({ course }: Situation): boolean {
  return course.ask?.kind === 'entry' && !course.stop;
}

async function make(label: ReturnType<typeof createLabel>, { client }: Services): Promise<string> {
  const mutations = { label };
  const outcomes = await client.mutate(mutations);
  requireAll(mutations, outcomes);
  const data = outcomes.label.ok ? outcomes.label.data : {};
  return (data['label'] as { readonly id: string }).id;
}
