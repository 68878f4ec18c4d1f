import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';

/** Whether an account may push to the repository, as far as that was asked. */
export function isWriter({ writers }: Pick<SubmissionSnapshot, 'writers'>, login: string): boolean {
  return writers.get(login.toLowerCase()) === true;
}
