import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { root } from '../docs/document.ts';

/** The documentation site, served as a host of static files serves it. */
export interface BuiltSite {
  readonly url: string;
  /** The addresses of all pages, such as `/zh/commands`. */
  readonly paths: readonly string[];
  stop(): void;
}

/** Builds the site as `npm run docs:build` does, into an empty folder, and serves it on this machine. */
export async function buildSite(folder: string): Promise<BuiltSite> {
  const vitepress = join(root, 'node_modules/vitepress/bin/vitepress.js');
  execFileSync(process.execPath, [vitepress, 'build', 'docs', '--outDir', folder], { cwd: root });
  const app = new Hono();
  const rewriteRequestPath = (path: string) => (/\.\w+$|\/$/.test(path) ? path : `${path}.html`);
  app.use(serveStatic({ root: folder, rewriteRequestPath }));
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    paths: globSync('**/*.html', { cwd: folder })
      .filter((name) => name !== '404.html')
      .map((name) => `/${name.replace(/(index)?\.html$/, '')}`)
      .toSorted(),
    stop: () => server.close(),
  };
}
