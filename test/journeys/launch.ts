import { type Browser, chromium } from 'playwright-core';

/** Starts a browser without a window. @param program its path */
export function launch(program: string): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    // Containers have no sandbox to offer, and everything that is shown is our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}
