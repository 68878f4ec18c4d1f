import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appStarter } from '../../src/playground/start-app.ts';
import {
  type PlaygroundOptions,
  type RunningPlayground,
  startPlayground,
} from '../../src/playground/start-playground.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { findBrowser } from './find-browser.ts';
import { launch } from './launch.ts';
import { Traveller } from './traveller.ts';

/** A browser and a playground with the app at work, for the journeys of one file. */
export interface Stage {
  readonly running: RunningPlayground;
  /** Somebody with a browser window of their own, that is closed when the journey is over. */
  traveller(options?: BrowserContextOptions): Promise<Traveller>;
}

/**
 * Like `describe`, for journeys through the playground's pages. Where there is no browser they are skipped, with a line on
 * the console; in CI they fail.
 *
 * No journey may ask anything of another machine, or make a page's script stumble.
 */
export function describeJourneys(
  title: string,
  body: (stage: () => Stage) => void,
  options: () => PlaygroundOptions = () => ({}),
): void {
  const browser = findBrowser();
  if (browser !== undefined) {
    describe(title, () => body(setStage(browser, options)));
  } else if (process.env['CI']) {
    describe(title, () => {
      it('needs a browser', () => {
        throw new Error('There is no Chrome or Chromium, and in CI no test is skipped');
      });
    });
  } else {
    console.warn(
      `Skipped, for there is no Chrome or Chromium (CHROME_PATH may name one): ${title}`,
    );
    describe.skip(title, () => {
      it('needs a browser', () => {});
    });
  }
}

function setStage(program: string, options: () => PlaygroundOptions): () => Stage {
  let browser: Browser;
  let running: RunningPlayground;
  const travellers: Traveller[] = [];
  beforeAll(async () => {
    const startApp = appStarter(silentLogger);
    [browser, running] = await Promise.all([
      launch(program),
      startPlayground({ port: 0, startApp, ...options() }),
    ]);
    await running.appStarted;
  });
  afterEach(async () => {
    for (const traveller of travellers.splice(0)) {
      await traveller.leave();
      expect(traveller.mishaps).toEqual([]);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });
  return () => ({
    running,
    async traveller(contextOptions = {}) {
      const context = await browser.newContext({ baseURL: running.url, ...contextOptions });
      const traveller = await Traveller.enter(context, running);
      travellers.push(traveller);
      return traveller;
    },
  });
}
