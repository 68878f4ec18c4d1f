import { extname } from 'node:path';
import type { Hono } from 'hono';
import { assetNames, readAsset } from '../read-asset.ts';
import type { WebEnvironment } from './visit.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The stylesheets, the scripts and the icon. Read each time: they are small, and whoever works on them sees it at once. */
export function addAssets(web: Hono<WebEnvironment>): void {
  web.get('/assets/:name', (context) => {
    const name = context.req.param('name');
    const type = types[extname(name)];
    if (type === undefined || !assetNames().includes(name)) return context.notFound();
    return context.body(new Uint8Array(readAsset(name)), 200, { 'content-type': type });
  });
}
