import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { appStarter } from '../../src/playground/start-app.ts';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { findBrowser } from './find-browser.ts';
import { launch } from './launch.ts';
import { look } from './look.ts';
import { setScenes } from './scenes.ts';
import { views } from './views.ts';

/**
 * Takes pictures of every page, light, dark and narrow, into `.screenshots/`. Words behind the command name the pages; all,
 * without any.
 */

const program = findBrowser();
if (program === undefined) {
  console.error('There is no Chrome or Chromium. CHROME_PATH may name one.');
  process.exit(1);
}
const folder = join(import.meta.dirname, '../../.screenshots');
await mkdir(folder, { recursive: true });
const names = process.argv.slice(2);
const running = await startPlayground({ port: 0, startApp: appStarter(silentLogger) });
await running.appStarted;
const scenes = await setScenes(running.playground);
const browser = await launch(program);
for (const [view, options] of Object.entries(views)) {
  const page = await browser.newPage(options);
  for (const scene of scenes) {
    if (names.length > 0 && !names.includes(scene.name)) continue;
    await look(page, running, scene);
    await page.screenshot({ path: join(folder, `${scene.name}-${view}.png`), fullPage: true });
    await scene.after?.();
  }
  await page.close();
}
await browser.close();
await running.stop();
console.log(`The pictures are in ${folder}`);
