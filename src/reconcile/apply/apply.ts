import type { Change, CreateLabel } from '../../github/changes/change.ts';
import { templatesFor } from '../../templates.ts';
import type { Status } from '../../words/comment-content.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import { heldRefusals, isRefused } from '../decide/held-refusals.ts';
import type { Situation } from '../decide/situation.ts';
import { isSubmission } from '../history/history-state.ts';
import { readPullNote } from '../observe/notes/notes.ts';
import type { Services } from '../services.ts';
import type { AttemptMemory } from './attempt-memory.ts';
import { completePullRequest } from './complete-pull-request.ts';
import { finalChanges, statusAfter } from './final-changes.ts';
import { publishProposal } from './publish-proposal.ts';
import { pullTextsFor } from './pull-request-text.ts';
import { newLabelId, send } from './send.ts';
import { stateLabelFor, syncStateLabel } from './state-label.ts';

/**
 * Does the difference between what is there and what should be, but for what GitHub refuses.
 *
 * @returns the status as our comment says it
 * @throws Conflict, RequestFailed
 */
export async function applyDesiredState(
  desired: DesiredState,
  situation: Situation,
  services: Pick<Services, 'client' | 'clock' | 'logger' | 'ownComments'>,
  memory: AttemptMemory,
): Promise<Status> {
  const { snapshot, configuration, history, openPull } = situation;
  const { proposed, digest } = desired;
  const isWanted = proposed !== undefined || isSubmission(history);
  const label: CreateLabel = {
    kind: 'create-label',
    repositoryId: snapshot.repository.id,
    name: configuration.label,
  };
  const now = services.clock.now();
  const held = heldRefusals(situation, now);
  const isMissing = snapshot.labelId === undefined && isWanted && !isRefused(held, 'label');
  const first = isMissing ? [label] : [];
  const finish = async (changes: readonly Change[]): Promise<void> => {
    memory.unfinished = {
      isForced: history.isForced,
      branch: snapshot.branch?.oid,
      pullText: situation.pullTextBefore ?? openPull,
      answered: history.results.map(({ given }) => given.comment.id),
    };
    await send(services, changes, memory);
    memory.unfinished = undefined;
  };
  const stateLabel = stateLabelFor(desired.status, configuration);
  if (!proposed) {
    const results = await send(services, first, memory);
    const created = await newLabelId(services.client, snapshot.repository, label.name, results);
    const labelId = created ?? snapshot.labelId;
    await syncStateLabel(stateLabel, situation, services);
    await finish(finalChanges(desired, situation, { labelId, held, now }));
    return desired.status;
  }
  const texts = openPull ?? pullTextsFor(proposed, situation, templatesFor(configuration));
  const published = await publishProposal(
    proposed,
    digest,
    situation,
    texts,
    first,
    services.client,
    memory,
    !isRefused(held, 'delete-branch'),
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
  await syncStateLabel(stateLabel, situation, services);
  await finish(finalChanges(desired, situation, { labelId, published, held, now }));
  return statusAfter(desired, published);
}
