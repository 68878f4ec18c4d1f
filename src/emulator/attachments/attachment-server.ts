import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { listen, type RunningServer } from '../http/listen.ts';
import { type Attachments, attachmentHosts } from './attachments.ts';
import { selfSigned } from './self-signed.ts';

/** How a program reaches the attachments under the names of GitHub's hosts, and nothing else. */
export interface AttachmentAccess {
  /** With their port: those that an issue's text names, and those that a redirect leads to. */
  readonly hosts: { readonly named: readonly string[]; readonly redirected: readonly string[] };
  /** Gives the IP addresses of a host's name. */
  resolve(hostname: string): Promise<readonly string[]>;
  isAllowedAddress(address: string): boolean;
  /** The certificate to trust, as PEM. */
  readonly certificates: string;
}

/** Serves attachments over https, under the names of GitHub's hosts. */
export interface AttachmentServer {
  readonly running: RunningServer;
  readonly access: AttachmentAccess;
  /** Begins to answer. */
  serve(attachments: Attachments): void;
}

/**
 * Listens on loopback, with a certificate made for the occasion.
 *
 * @param wanted the port if it is free; another otherwise
 */
export async function startAttachmentServer(wanted: number): Promise<AttachmentServer> {
  const { key, certificate } = selfSigned(Object.values(attachmentHosts));
  const server = createServer({ key, cert: certificate });
  const running = await listen(server, wanted).catch(() => listen(server, 0));
  const { lasting, shown, stored } = attachmentHosts;
  const at = (host: string) => `${host}:${running.port}`;
  return {
    running,
    access: {
      hosts: { named: [at(lasting), at(shown)], redirected: [at(stored)] },
      resolve: async () => ['127.0.0.1'],
      isAllowedAddress: (address) => address === '127.0.0.1',
      certificates: certificate,
    },
    serve: (attachments) => {
      server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
        const host = incoming.headers.host ?? lasting;
        const target = URL.parse(incoming.url ?? '/', `https://${host}`);
        respond(outgoing, attachments, target);
      });
    },
  };
}

function respond(outgoing: ServerResponse, attachments: Attachments, target: URL | null): void {
  const answered = target ? attachments.answer(target) : { status: 404 as const };
  if (answered.status === 302) {
    outgoing.writeHead(302, { location: answered.location }).end();
  } else if (answered.status === 200) {
    const { type, bytes } = answered.attachment;
    outgoing.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  } else {
    outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
  }
}
