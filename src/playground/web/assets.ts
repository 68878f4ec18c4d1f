import type { Hono } from 'hono';
import { readAsset } from '../read-asset.ts';
import type { WebEnvironment } from './visit.ts';

const types: ReadonlyMap<string, string> = new Map([
  ['colours.css', 'text/css; charset=utf-8'],
  ['style.css', 'text/css; charset=utf-8'],
  ['script.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
]);

/** The stylesheets, the script and the icon. Read each time: they are small, and whoever works on them sees it at once. */
export function addAssets(web: Hono<WebEnvironment>): void {
  web.get('/assets/:name', (context) => {
    const name = context.req.param('name');
    const type = types.get(name);
    if (type === undefined) return context.notFound();
    return context.body(new Uint8Array(readAsset(name)), 200, { 'content-type': type });
  });
}
