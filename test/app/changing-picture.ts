import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { DownloadOptions } from '../../src/download/download-logo.ts';
import { selfSigned } from '../../src/emulator/attachments/self-signed.ts';
import { example } from '../support/command-line.ts';

const host = 'raw.githubusercontent.com';

/** A picture in somebody's repository, which that person may change at any time. */
export interface ChangingPicture {
  /** As the logo's field holds it: Markdown. */
  readonly markdown: string;
  /** With which pictures come from there, and from nowhere else. */
  readonly downloads: (usual: DownloadOptions) => DownloadOptions;
  /** What its address gives from now on: the example's drawing in another colour, no picture, or nothing at all. */
  show(what: `#${string}` | 'no picture' | 'nothing' | 'an error'): void;
}

/** Serves such a picture by its real name. */
export async function changingPicture(): Promise<ChangingPicture> {
  const drawing = readFileSync(example.logo, 'utf8');
  let shown = '#c98a4b';
  const { key, certificate } = selfSigned([host]);
  const server = createServer({ key, cert: certificate }, (_request, response) => {
    if (shown === 'nothing') response.writeHead(404).end();
    else if (shown === 'an error') response.writeHead(503).end();
    else response.end(shown === 'no picture' ? shown : drawing.replace('#c98a4b', shown));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = `${host}:${(server.address() as AddressInfo).port}`;
  return {
    markdown: `![logo](https://${at}/juniper/site/main/logo.svg)`,
    downloads: (usual) => ({
      ...usual,
      hosts: { named: [at], redirected: [] },
      certificates: certificate,
    }),
    show(what) {
      shown = what;
    },
  };
}
