import type { LookupFunction } from 'node:net';
import { isIPv6 } from 'node:net';
import { buildConnector } from 'undici';

/** A connection was made to an address that is not allowed. */
export class PeerNotAllowed extends Error {}

export interface ConnectorOptions {
  /** The addresses that may be connected to, already checked. */
  readonly addresses: readonly string[];
  readonly isAllowedAddress: (address: string) => boolean;
  /** To connect, TLS included, in milliseconds. */
  readonly timeout: number;
  /** Certificates to trust instead of the system's, as PEM. */
  readonly certificates?: string | undefined;
}

/**
 * Makes connections to the given addresses and no others: the host's name is not resolved a second time, when it might
 * give something else. Who is at the other end is looked at once more before anything is asked.
 */
export function checkedConnector(options: ConnectorOptions): buildConnector.connector {
  const { addresses, isAllowedAddress, timeout, certificates } = options;
  const connect = buildConnector({
    lookup: lookupAmong(addresses),
    timeout,
    // One request is all there is on a connection.
    allowH2: false,
    ...(certificates === undefined ? {} : { ca: certificates }),
  });
  return (target, callback) => {
    connect(target, (error, socket) => {
      if (error !== null) return callback(error, null);
      const { remoteAddress } = socket;
      if (remoteAddress !== undefined && isAllowedAddress(remoteAddress)) {
        return callback(null, socket);
      }
      socket.destroy();
      callback(new PeerNotAllowed('The connection leads to an address that is not allowed'), null);
    });
  };
}

function lookupAmong(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_hostname, { all }, callback) => {
    const [first] = found;
    if (all === true || first === undefined) callback(null, found);
    else callback(null, first.address, first.family);
  };
}
