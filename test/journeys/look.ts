import type { Page } from 'playwright-core';
import { homeOf } from '../../src/playground/playground.ts';
import type { RunningPlayground } from '../../src/playground/start-playground.ts';
import type { Scene } from './scenes.ts';

/** Shows a scene: as who it is meant for, with all its pictures. */
export async function look(page: Page, { url, playground }: RunningPlayground, scene: Scene) {
  const name = `playground-${new URL(url).port}-person`;
  await page.context().addCookies([{ name, value: scene.who, url }]);
  // A fragment alone would not load the page anew.
  await page.goto('about:blank');
  const { repository = playground.repository } = scene;
  await page.goto(url + homeOf({ repository }) + scene.path);
  await scene.act?.(page);
  await page.evaluate(`(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
  })()`);
}
