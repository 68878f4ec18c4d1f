import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { homeOf } from '../../src/playground/playground.ts';
import type { RunningPlayground } from '../../src/playground/start-playground.ts';
import { look } from './look.ts';
import type { Scene } from './scenes.ts';

/** Of a panel, in pixels. */
const width = 900;
const height = 1330;
const gap = 36;
const radius = 14;

/** The width at which the site shows its whole table. */
const siteWidth = 1180;

/** Draws the README's picture: a pull request with its preview, beside what it made of both pages. */
export async function drawReadmePicture(
  browser: Browser,
  running: RunningPlayground,
  scenes: readonly Scene[],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } });
  const pull = scenes.find(({ name }) => name === 'pull-merged');
  if (!pull) throw new Error('There is no merged pull request');
  await look(page, running, pull);
  await page.evaluate(`
    document.querySelector('.side').remove();
    document.querySelector('.with-side').style.display = 'block';
  `);
  const left = await page.screenshot();
  const half = (height - gap) / 2;
  await page.setViewportSize({ width: siteWidth, height: Math.round((half * siteWidth) / width) });
  const pages = [await sitePage(page, running, 'en'), await sitePage(page, running, 'zh')];
  await page.close();
  const framed = await Promise.all([left, ...pages].map(withFrame));
  const panels = framed.map((input, index) => ({
    input,
    left: index === 0 ? gap : width + 2 * gap,
    top: index === 2 ? half + 2 * gap : gap,
  }));
  const ground = { width: 2 * width + 3 * gap, height: height + 2 * gap };
  // Scaled by itself: sharp would do that before it puts the panels on.
  const whole = await sharp({ create: { ...ground, channels: 3, background: '#dfe5ea' } })
    .composite(panels)
    .png()
    .toBuffer();
  return sharp(whole).resize(1600).png({ palette: true, colours: 128, effort: 10 }).toBuffer();
}

/** One locale's page of the site alone, with its last companies. */
async function sitePage(page: Page, { url, playground }: RunningPlayground, locale: string) {
  await page.goto(`${url}${homeOf(playground)}/site?locale=${locale}`);
  const address = await page.locator('#site iframe').getAttribute('src');
  await page.goto(new URL(address ?? '', url).href);
  await page.evaluate(`
    [...document.querySelectorAll('img')].at(-1).scrollIntoView({ block: 'center' });
    Promise.all([...document.images].map((picture) => picture.decode()))
  `);
  return sharp(await page.screenshot())
    .resize(width)
    .png()
    .toBuffer();
}

/** Rounds a panel's corners, and draws a line around it. */
async function withFrame(panel: Buffer): Promise<Buffer> {
  const { width: wide = 0, height: tall = 0 } = await sharp(panel).metadata();
  const frame = (style: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}"><rect x="1" y="1" width="${wide - 2}" height="${tall - 2}" rx="${radius}" ${style}/></svg>`,
    );
  return sharp(panel)
    .composite([
      { input: frame('fill="#fff"'), blend: 'dest-in' },
      { input: frame('fill="none" stroke="#aeb8c2" stroke-width="2"') },
    ])
    .png()
    .toBuffer();
}
