import { errors } from 'undici';
import type { ProblemCode } from '../problem/codes.ts';
import { type Problem, type ProblemValues, problem } from '../problem/problem.ts';
import type { ValuesArgument } from '../problem/values.ts';
import { fieldIds } from '../submission/field-ids.ts';
import { PeerNotAllowed } from './checked-connector.ts';

type DownloadCode = Extract<ProblemCode, `download-${string}`>;

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
