import type { Issue } from '../../emulator/world/model.ts';
import type { Playground } from '../playground.ts';

/** The number of the issue to which one of the app's branches belongs. */
export function issueOfBranch(branch: string): number | undefined {
  const number = /^poweredby\/issue-(\d+)/.exec(branch)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The issue that a job is about. */
export function issueOfJob(key: string): number | undefined {
  const number = /(\d+)$/.exec(key)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Whether the app has a job for an issue, or for the issue of a pull request. */
export function isAtWorkOn({ app }: Playground, { number, pull }: Issue): boolean {
  const meant = pull ? issueOfBranch(pull.headRefName) : undefined;
  return app.jobs().some(({ key }) => {
    const about = issueOfJob(key);
    return about !== undefined && (about === number || about === meant);
  });
}

/** The pull requests of an issue, the newest first. */
export function pullsOf({ repository }: Playground, { number }: Issue): Issue[] {
  return [...repository.issues.values()]
    .filter(({ pull }) => pull && issueOfBranch(pull.headRefName) === number)
    .reverse();
}
