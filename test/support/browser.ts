import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findBrowser } from '../journeys/find-browser.ts';
import { launch } from '../journeys/launch.ts';

/** A browser for the tests of one `describeWith('chromium', …)`. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch(findBrowser() ?? '');
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('The browser has not started');
    return browser;
  };
}
