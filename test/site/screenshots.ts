import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../docs/document.ts';
import { findBrowser } from '../journeys/find-browser.ts';
import { launch } from '../journeys/launch.ts';
import { views } from '../journeys/views.ts';
import { buildSite } from './built-site.ts';

/** Takes pictures of every page of the documentation site, light, dark and narrow, into `.screenshots/docs/`. */

const program = findBrowser();
if (program === undefined) {
  console.error('There is no Chrome or Chromium. CHROME_PATH may name one.');
  process.exit(1);
}
const pictures = join(root, '.screenshots/docs');
await mkdir(pictures, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'poweredby-docs-'));
const site = await buildSite(folder);
const browser = await launch(program);
for (const [view, options] of Object.entries(views)) {
  const page = await browser.newPage({ ...options, baseURL: site.url });
  for (const path of site.paths) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const name = path.slice(1).replaceAll('/', '-') || 'index';
    await page.screenshot({ path: join(pictures, `${name}-${view}.png`), fullPage: true });
  }
  await page.close();
}
await browser.close();
site.stop();
await rm(folder, { recursive: true });
console.log(`The pictures are in ${pictures}`);
