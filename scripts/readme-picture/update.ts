import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { homeOf } from '../../src/playground/playground.ts';
import { appStarter } from '../../src/playground/start-app.ts';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { findBrowser } from '../../test/journeys/find-browser.ts';
import { launch } from '../../test/journeys/launch.ts';
import { takePanels } from './panels.ts';
import { storyDocument } from './story.ts';

/**
 * Draws README's first picture, light and dark: the form, the pull request and the page, as the playground shows them. Needs a
 * Chrome or Chromium, Hugo, and fonts for Latin and Chinese. Run it after one of these pages has changed its looks:
 *
 *     npm run update:readme-picture
 */

/** Pixels for each CSS pixel: README shows it at some 840 CSS pixels. */
const sharpness = 1.5;

const program = findBrowser();
if (program === undefined)
  throw new Error('There is no Chrome or Chromium. CHROME_PATH may name one.');
const folder = join(import.meta.dirname, '../../docs/pictures');
await mkdir(folder, { recursive: true });
const browser = await launch(program);
for (const scheme of ['light', 'dark'] as const) {
  const running = await startPlayground({ port: 0, startApp: appStarter(silentLogger) });
  await running.appStarted;
  const looks = { colorScheme: scheme, deviceScaleFactor: sharpness } as const;
  // Our style is no page's own.
  const context = await browser.newContext({ ...looks, bypassCSP: true });
  const page = await context.newPage();
  const panels = await takePanels(page, running.url + homeOf(running.playground));
  await page.setViewportSize({ width: 1164, height: 800 });
  await page.setContent(storyDocument(panels, scheme));
  await page.evaluate('Promise.all([...document.images].map((each) => each.decode()))');
  const picture = await page.screenshot({ fullPage: true });
  const small = await sharp(picture).png({ palette: true, colours: 192, effort: 10 }).toBuffer();
  await writeFile(join(folder, `story-${scheme}.png`), small);
  await context.close();
  await running.stop();
}
await browser.close();
