import sharp from 'sharp';
import { drawLogo } from '../../src/logo/draw-logo.ts';
import { paletteOptions } from '../../src/logo/encode-png.ts';
import { runChild } from '../../src/logo/run-child.ts';
import { median, note, report, timeInTurn } from './figures.ts';
import { sampleLogos } from './sample-logos.ts';

const size = 600;

/** Normalising logos against a bare sharp pipeline that does the same steps without measuring anything. */
export async function benchLogo(): Promise<void> {
  console.log(
    'Normalising a logo, as a multiple of a bare sharp pipeline with the same PNG options',
  );
  const ratios: number[] = [];
  const startUps: number[] = [];
  for (const { name, bytes } of await sampleLogos()) {
    const times = await timeInTurn(5, {
      bare: () => bare(bytes),
      draw: () => drawLogo(bytes, size),
      child: () => runChild(bytes, size),
    });
    ratios.push(times.draw / times.bare);
    startUps.push(times.child - times.draw);
    report(`${name} (bare: ${times.bare.toFixed(0)} ms)`, times.draw / times.bare);
  }
  report('median of all', median(ratios), 1.5);
  note('start of the child process, median', median(startUps), 'ms');
}

function bare(bytes: Uint8Array): Promise<Buffer> {
  const side = Math.round(size * 0.9);
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 };
  return sharp(bytes)
    .autoOrient()
    .trim()
    .toBuffer()
    .then((trimmed) =>
      sharp(trimmed).resize(side, side, { fit: 'contain', background: transparent }).toBuffer(),
    )
    .then((drawn) =>
      sharp({ create: { width: size, height: size, channels: 4, background: transparent } })
        .composite([{ input: drawn }])
        .png(paletteOptions)
        .toBuffer(),
    );
}
