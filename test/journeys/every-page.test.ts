import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { look } from './look.ts';
import { setScenes } from './scenes.ts';
import { describeJourneys } from './stage.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const viewport = { width: 1280, height: 900 };

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

async function findingsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  await page.emulateMedia({ colorScheme: 'light' });
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

describeJourneys('every page', (stage) => {
  it('can be used by everyone, in the light and in the dark, and on a telephone', async () => {
    const scenes = [...(await setScenes(stage().running.playground))];
    const found: Record<string, readonly string[]> = {};
    const walk = async () => {
      const { page } = await stage().traveller({ viewport });
      for (let scene = scenes.shift(); scene !== undefined; scene = scenes.shift()) {
        await look(page, stage().running, scene);
        const findings = await findingsIn(page);
        await scene.after?.();
        if (findings.length > 0) found[scene.name] = findings;
      }
    };
    await Promise.all([walk(), walk()]);
    expect(found).toEqual({});
  }, 300_000);
});
