import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What a page is looked at in first. */
export const viewport = { width: 1280, height: 900 };

/** Rules whose outcome the room on the screen can change. */
const narrowRules = [
  'scrollable-region-focusable',
  'target-size',
  'aria-hidden-focus',
  'region',
  // Words that are hidden there name nothing.
  'link-name',
  'button-name',
  'label',
];

/** Rules whose outcome depends on the colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds on a page: rules, and where they are broken. @param only these rules; all, if left out */
async function findingsOn(page: Page, only?: readonly string[]): Promise<string[]> {
  const options = { resultTypes: ['violations'], iframes: false, ...(only && { runOnly: only }) };
  const ran = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
  const { violations } = ran as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`);
}

/** What keeps people from using the page that a browser shows: in light, in dark, and on a telephone. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // Without motion, colours do not change slowly from one scheme to the other.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await findingsOn(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findingsOn(page, colourRules);
  await page.setViewportSize({ width: 375, height: 812 });
  const narrow = await findingsOn(page, narrowRules);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  await page.setViewportSize(viewport);
  return [
    ...light,
    ...dark.map((each) => `dark: ${each}`),
    ...narrow.map((each) => `narrow: ${each}`),
    ...(width === 375 ? [] : [`is ${width} pixels wide where the screen has 375`]),
  ];
}
