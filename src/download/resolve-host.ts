import { lookup } from 'node:dns/promises';
import { failure, type Result, success } from '../problem/result.ts';
import { downloadProblem, problemOfFault } from './download-problem.ts';

/** Gives the IP addresses of a host's name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Asks the operating system, as a connection would. */
export const resolveHost: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
};

export interface ResolveOptions {
  readonly resolve: Resolve;
  readonly isAllowedAddress: (address: string) => boolean;
  /** Ends the waiting, whichever comes first. */
  readonly deadlines: readonly AbortSignal[];
}

/**
 * The addresses of a host. One that is not allowed spoils them all: a name that leads to a private address beside a public
 * one was made to deceive.
 */
export async function findAddresses(
  { hostname, host }: URL,
  { resolve, isAllowedAddress, deadlines }: ResolveOptions,
): Promise<Result<readonly string[]>> {
  try {
    const addresses = await orAborted(resolve(hostname), deadlines);
    if (addresses.length === 0) return failure(downloadProblem('download-unreachable', { host }));
    return addresses.every(isAllowedAddress)
      ? success(addresses)
      : failure(downloadProblem('download-private-address', { host }));
  } catch (fault) {
    return failure(problemOfFault(fault, host, 'download-unreachable'));
  }
}

/** The system's resolver cannot be stopped, but its answer need not be waited for. */
function orAborted<Value>(
  promise: Promise<Value>,
  signals: readonly AbortSignal[],
): Promise<Value> {
  const aborted = signals.map(
    (signal) =>
      new Promise<never>((_resolve, reject) => {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  );
  return Promise.race([promise, ...aborted]);
}
