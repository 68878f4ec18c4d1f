import {
  type Configuration,
  type SubmissionState,
  submissionStates,
} from '../../config/configuration.ts';
import { RequestFailed } from '../../github/client/github-client.ts';
import { isSameName } from '../../github/nodes/is-same-name.ts';
import { loadTemplates } from '../../templates.ts';
import type { Status } from '../../words/comment-content.ts';
import { fillTemplate } from '../../words/fill-template.ts';
import type { Situation } from '../decide/situation.ts';
import { submissionState } from '../decide/submission-state.ts';
import type { Services } from '../services.ts';

/** The label that says where a submission is, by its name; nothing where it should have none. */
export function stateLabelFor(status: Status, configuration: Configuration): string | undefined {
  const state = submissionState(status);
  return state && stateLabels(configuration)[state];
}

/**
 * Sets the label that says where a submission is, and removes the one of an earlier state: labels with these names are the
 * app's. GitHub creates one that is missing. What it refuses is logged, and keeps nothing else from going on.
 *
 * @param wanted the label's name; nothing for none
 * @throws RequestFailed where no answer came
 */
export async function syncStateLabel(
  wanted: string | undefined,
  { issue, snapshot, configuration, note }: Situation,
  { client, logger }: Pick<Services, 'client' | 'logger'>,
): Promise<void> {
  const { owner, name: repo } = snapshot.repository;
  // Names in the configuration may have changed since.
  const known = [...Object.values(stateLabels(configuration)), note?.stateLabel];
  const isWanted = (label: string) => wanted !== undefined && isSameName(label, wanted);
  const outdated = issue.labels.filter(
    (label) =>
      !isWanted(label) && known.some((name) => name !== undefined && isSameName(name, label)),
  );
  const set = async (route: string, parameters: object): Promise<void> => {
    try {
      await client.rest(route, { owner, repo, issue_number: issue.number, ...parameters });
    } catch (error) {
      if (!(error instanceof RequestFailed) || !error.isRefusal) throw error;
      const what = { owner, name: repo, number: issue.number, route, error };
      logger.warn('A state label was refused', what);
    }
  };
  const labels = '/repos/{owner}/{repo}/issues/{issue_number}/labels';
  if (wanted !== undefined && !issue.labels.some(isWanted)) {
    await set(`POST ${labels}`, { labels: [wanted] });
  }
  for (const name of outdated) await set(`DELETE ${labels}/{name}`, { name });
}

/** The label of each state that has one. */
function stateLabels({
  stateLabels: named,
  label,
  language,
}: Configuration): Readonly<Partial<Record<SubmissionState, string | undefined>>> {
  if (named !== true) return named;
  const words = loadTemplates(language).states;
  return Object.fromEntries(
    submissionStates.map((state) => [state, fillTemplate(words[state], { label })]),
  );
}
