import type { ProblemCode } from './codes.ts';
import type { Problem } from './problem.ts';

/** What may be otherwise in a minute, without the submitter doing anything. */
const passingCodes: readonly ProblemCode[] = [
  'download-unreachable',
  'download-broken-off',
  'download-too-slow',
  'download-server-fails',
  'logo-no-processor',
];

/** Whether the same may succeed when it is tried again later, though nobody fixes anything. */
export function mayPass({ code }: Problem): boolean {
  return passingCodes.includes(code);
}
