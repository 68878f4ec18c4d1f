// Loaded before the command in a process of its own: every picture's host is the server of the test, as if it were on the internet.
import dns from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';

const publicAddress = '185.199.108.133';
const port = Number(process.env['PICTURES_PORT']);
const connect = tls.connect;

dns.lookup = async () => [{ address: publicAddress, family: 4 }];
tls.connect = ({ lookup: _, ...options }) => {
  const socket = connect({ ...options, host: '127.0.0.1', port, rejectUnauthorized: false });
  return Object.defineProperty(socket, 'remoteAddress', { get: () => publicAddress });
};
syncBuiltinESMExports();
