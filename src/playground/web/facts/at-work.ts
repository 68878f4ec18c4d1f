import type { Issue } from '../../../emulator/world/model.ts';
import { issueOfBranch } from '../../../reconcile/observe/branch-names.ts';
import { fullNameOf, type Playground } from '../../playground.ts';

/** The number of the issue that a job is about. */
export function issueOfJob(key: string): number | undefined {
  const number = /(\d+)$/.exec(key)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Whether the app is told of an issue, or of a pull request for it, at this moment, or has a job for it. */
export function isAtWorkOn(
  { app, emulator, repository }: Playground,
  { number, pull }: Issue,
): boolean {
  const meant = pull ? issueOfBranch(pull.headRefName) : undefined;
  const isMeant = (about: number | undefined) =>
    about !== undefined && (about === number || about === meant);
  return (
    app
      .jobs()
      .some(({ lane, key }) => lane === fullNameOf(repository) && isMeant(issueOfJob(key))) ||
    emulator.webhooks
      .recentDeliveries()
      .some(
        ({ request, response }) =>
          !response &&
          request.repositoryId === repository.id &&
          isMeant(issueOfPayload(request.payload)),
      )
  );
}

function issueOfPayload(payload: object): number | undefined {
  const { issue, pull_request: pull }: Partial<Record<string, { number?: number }>> = {
    ...payload,
  };
  return issue?.number ?? pull?.number;
}

/** The pull requests of an issue, the newest first. */
export function pullsOf({ repository }: Playground, { number }: Issue): Issue[] {
  return [...repository.issues.values()]
    .filter(({ pull }) => pull && issueOfBranch(pull.headRefName) === number)
    .reverse();
}
