import { errors } from 'undici';
import { type Problem, type ProblemValues, problem } from '../problem/problem.ts';
import type { ValuesArgument } from '../problem/values.ts';
import { fieldIds } from '../submission/field-ids.ts';
import { PeerNotAllowed } from './checked-connector.ts';

/** What may be otherwise in a minute, without the submitter doing anything. */
const passingCodes = [
  'download-unreachable',
  'download-broken-off',
  'download-too-slow',
  'download-server-fails',
] as const;

type DownloadCode =
  | (typeof passingCodes)[number]
  | 'download-not-an-address'
  | 'download-not-https'
  | 'download-host-not-allowed'
  | 'download-has-credentials'
  | 'download-private-address'
  | 'download-too-many-redirects'
  | 'download-not-found'
  | 'download-refused'
  | 'download-web-page'
  | 'download-too-large';

/**
 * Makes a problem of a logo's address. Its values name the host and never the rest of the address, which may be signed:
 * whoever reads it could open the picture.
 */
export function downloadProblem<Code extends DownloadCode>(
  code: Code,
  ...values: ValuesArgument<ProblemValues<Code>>
): Problem {
  return problem(code, fieldIds.logo, ...values);
}

/** Whether the download may succeed when it is tried again later, though nobody mends anything. */
export function mayPass({ code }: Problem): boolean {
  return passingCodes.some((passing) => passing === code);
}

/**
 * What a failed connection is called.
 *
 * @param otherwise the name of what has none of its own.
 * @throws what is not the network's fault, as the `cause` of another error.
 */
export function problemOfFault(
  fault: unknown,
  host: string,
  otherwise: 'download-unreachable' | 'download-broken-off',
): Problem {
  if (fault instanceof PeerNotAllowed) return downloadProblem('download-private-address', { host });
  if (isTimeout(fault)) return downloadProblem('download-too-slow', { host });
  if (isOurs(fault)) throw new Error('The logo could not be downloaded', { cause: fault });
  return downloadProblem(otherwise, { host });
}

const timeouts: readonly unknown[] = [
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
];

function isTimeout(fault: unknown): boolean {
  const isOverall = fault instanceof DOMException && fault.name === 'TimeoutError';
  return isOverall || timeouts.includes(codeOf(fault));
}

/** Errors of the system, of TLS and of undici have a code; so have those about wrong arguments, which are ours. */
function isOurs(fault: unknown): boolean {
  if (fault instanceof errors.HTTPParserError) return false;
  const code = codeOf(fault);
  return typeof code !== 'string' || /^(UND_)?ERR_INVALID_/.test(code);
}

function codeOf(fault: unknown): unknown {
  return fault instanceof Error && 'code' in fault ? fault.code : undefined;
}
