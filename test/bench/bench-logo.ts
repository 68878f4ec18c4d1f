import sharp, { type Sharp } from 'sharp';
import { drawLogo, type NormalizedLogo } from '../../src/logo/draw-logo.ts';
import { logoLimits } from '../../src/logo/limits.ts';
import { paletteOptions } from '../../src/logo/output/encode-png.ts';
import { runChild } from '../../src/logo/process/run-child.ts';
import { median, note, report, timeInTurn } from './figures.ts';
import { peakMemoryOfDrawing } from './peak-memory.ts';
import { sampleLogos } from './sample-logos.ts';

const size = 600;

/** Normalizing logos against a bare sharp pipeline that does the same steps without measuring anything. */
export async function benchLogo(): Promise<void> {
  console.log(
    'Normalizing a logo, as a multiple of a bare sharp pipeline with the same PNG options',
  );
  const ratios: number[] = [];
  const startUps: number[] = [];
  const peaks: number[] = [];
  for (const { name, bytes } of await sampleLogos()) {
    const first = await drawLogo(bytes, size);
    if (!first.ok) throw new Error(JSON.stringify(first.problems));
    const times = await timeInTurn(5, {
      bare: () => bare(bytes, first.value),
      draw: () => drawLogo(bytes, size),
      child: () => runChild(bytes, size),
    });
    ratios.push(times.draw / times.bare);
    startUps.push(times.child - times.draw);
    peaks.push(await peakMemoryOfDrawing(bytes, size));
    report(`${name} (bare: ${times.bare.toFixed(0)} ms)`, times.draw / times.bare);
  }
  report('median of all', median(ratios), 1.5);
  note('start of the drawing process, median', median(startUps), 'ms');
  note('peak memory of the drawing process, median', median(peaks), 'MiB');
  const limit = logoLimits.memory / 1024 ** 2;
  note(`peak memory of the drawing process, most (limit: ${limit})`, Math.max(...peaks), 'MiB');
}

/** Decodes, trims, draws as large as the product does on the same canvas, and writes; in between nothing is encoded. */
async function bare(bytes: Uint8Array, { source, drawn }: NormalizedLogo): Promise<Buffer> {
  // A vector is drawn at twice the canvas's side first.
  const density = (72 * 2 * size) / Math.max(source.width, source.height);
  const decoded = sharp(bytes, source.format === 'svg' ? { density } : {});
  const trimmed = await toPixels(decoded.autoOrient().trim());
  const { data, info } = await toPixels(
    sharp(trimmed.data, { raw: trimmed.info }).resize(drawn.width, drawn.height, { fit: 'fill' }),
  );
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  return sharp({ create: { width: size, height: size, channels: 4, background } })
    .composite([{ input: data, raw: info }])
    .png(paletteOptions)
    .toBuffer();
}

function toPixels(image: Sharp) {
  return image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
