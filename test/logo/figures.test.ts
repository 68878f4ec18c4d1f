import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findContent } from '../../src/logo/content/find-content.ts';
import { decodePicture } from '../../src/logo/decode/decode-picture.ts';
import { drawLogo } from '../../src/logo/draw-logo.ts';
import { opticalScale } from '../../src/logo/optical-size.ts';
import { drawCanvas } from '../../src/logo/output/draw-canvas.ts';
import { likeness } from '../../src/logo/output/likeness.ts';
import { decode, mark, markImage, whiteCanvas } from './pictures.ts';

const folder = join(import.meta.dirname, '../../../shared/data/flink/logos');

/** Logos of real companies, where the checkout stands beside them. */
const realLogos = existsSync(folder)
  ? readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  : [];

/** Logos as people square them by hand: of every shape, on every ground, filling more or less of the canvas. */
async function ownLogos(): Promise<Uint8Array[]> {
  const shapes = ['0 0 200 60', '0 0 60 60', '60 0 140 60', '0 5 200 50'];
  const gradient =
    '<linearGradient id="g"><stop stop-color="#f06"/><stop offset="1" stop-color="#06f"/></linearGradient>';
  const logos = [await whiteCanvas().jpeg({ quality: 60 }).toBuffer()];
  for (const [index, viewBox] of shapes.entries()) {
    const content = index % 2 ? `${gradient}${mark.replace('#222', 'url(#g)')}` : mark;
    const image = sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500" viewBox="${viewBox}">${content}</svg>`,
      ),
    );
    const shown = index < 2 ? image.flatten({ background: '#fff' }) : image;
    logos.push(await shown.png({ compressionLevel: 6 }).toBuffer());
  }
  return [...logos, await markImage(900).png().toBuffer()];
}

interface Figures {
  readonly visualSizes: readonly number[];
  /** Shares of the canvas. */
  readonly inks: readonly number[];
  readonly likenesses: readonly number[];
  readonly lengthRatios: readonly number[];
}

async function figuresOf(logos: readonly Uint8Array[]): Promise<Figures> {
  const figures = [];
  for (const bytes of logos) {
    const logo = await drawLogo(bytes, 600);
    const picture = await decodePicture(bytes, 600);
    const content = picture.ok ? findContent(picture.value.pixels) : undefined;
    if (!logo.ok || !content) throw new Error('refused');
    const size = { width: 600, height: 600 };
    const isVector = picture.ok && picture.value.svg !== undefined;
    const { scale } = opticalScale(content.pixels, size, isVector);
    const canvas = await drawCanvas(content, scale, size);
    figures.push({
      ...(await seenOnWhite(logo.value.png)),
      likeness: likeness(canvas.pixels, await decode(logo.value.png)),
      lengthRatio: logo.value.png.length / bytes.length,
    });
  }
  return {
    visualSizes: figures.map(({ visualSize }) => visualSize),
    inks: figures.map(({ ink }) => ink),
    likenesses: figures.map(({ likeness }) => likeness),
    lengthRatios: figures.map(({ lengthRatio }) => lengthRatio),
  };
}

/** Measured another way than the project's own: flattened and turned grey by sharp. */
async function seenOnWhite(png: Uint8Array) {
  const grey = sharp(png).flatten({ background: '#fff' }).greyscale();
  const { data, info } = await grey.raw().toBuffer({ resolveWithObject: true });
  let [left, top, right, bottom] = [info.width, info.height, -1, -1];
  let dark = 0;
  data.forEach((luminance, index) => {
    if (luminance >= 231) return;
    dark += 1;
    const [x, y] = [index % info.width, Math.floor(index / info.width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  });
  const visualSize = Math.sqrt((right - left + 1) * (bottom - top + 1)) / info.width;
  return { visualSize, ink: dark / (info.width * info.height) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function coefficientOfVariation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) / mean;
}

describe.each([
  ['made by hand', ownLogos, 0.6],
  ['of real companies', async () => realLogos, 0.47],
] as const)('logos %s', (name, logosOf, mostBytes) => {
  it.skipIf(name === 'of real companies' && realLogos.length === 0)(
    'look equally large, lose nothing that is seen, and take fewer bytes',
    { timeout: 60_000 },
    async () => {
      const { visualSizes, inks, likenesses, lengthRatios } = await figuresOf(await logosOf());
      expect(coefficientOfVariation(visualSizes)).toBeLessThanOrEqual(0.08);
      expect(coefficientOfVariation(inks)).toBeLessThanOrEqual(0.27);
      expect(median(visualSizes)).toBeGreaterThanOrEqual(0.38);
      expect(Math.min(...likenesses)).toBeGreaterThanOrEqual(40);
      expect(median(lengthRatios)).toBeLessThanOrEqual(mostBytes);
    },
  );
});
