import type { Change, CreateLabel } from '../../github/changes/change.ts';
import { loadTemplates } from '../../templates.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { isSubmission } from '../history/history-state.ts';
import { readPullNote } from '../observe/notes/notes.ts';
import type { Services } from '../services.ts';
import type { AttemptMemory } from './attempt-memory.ts';
import { completePullRequest } from './complete-pull-request.ts';
import { finalChanges } from './final-changes.ts';
import { publishProposal } from './publish-proposal.ts';
import { pullTextsFor } from './pull-request-text.ts';
import { createdLabelId, send } from './send.ts';

/** Does the difference between what is there and what should be. @throws Conflict, RequestFailed */
export async function applyDesiredState(
  desired: DesiredState,
  situation: Situation,
  services: Pick<Services, 'client' | 'logger'>,
  memory: AttemptMemory,
): Promise<void> {
  const { client } = services;
  const { snapshot, configuration, history, openPull } = situation;
  const { proposed, digest } = desired;
  const isWanted = proposed !== undefined || isSubmission(history);
  const label: CreateLabel = {
    kind: 'create-label',
    repositoryId: snapshot.repository.id,
    name: configuration.label,
  };
  const first = snapshot.labelId === undefined && isWanted ? [label] : [];
  const finish = async (changes: readonly Change[]): Promise<void> => {
    memory.unfinished = { isForced: history.isForced, branch: snapshot.branch?.oid };
    await send(client, changes);
    memory.unfinished = undefined;
  };
  if (!proposed) {
    const labelId = createdLabelId(await send(client, first)) ?? snapshot.labelId;
    return finish(finalChanges(desired, situation, { labelId }));
  }
  const texts =
    openPull ?? pullTextsFor(proposed, situation, loadTemplates(configuration.language));
  const published = await publishProposal(
    proposed,
    digest,
    situation,
    texts,
    first,
    client,
    memory,
  );
  // A pull request notes its commit with the last document: until then it may lack what is set here.
  if (!readPullNote(openPull?.body ?? '')?.published) {
    const { repository } = snapshot;
    await completePullRequest(
      published.pull.number,
      repository,
      configuration.pullRequest,
      services,
    );
  }
  const labelId = published.labelId ?? snapshot.labelId;
  return finish(finalChanges(desired, situation, { labelId, published }));
}
