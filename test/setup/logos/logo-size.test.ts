import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { usualSize } from '../../../src/setup/logos/logo-size.ts';
import { pictureSize } from '../../../src/setup/logos/picture-size.ts';
import { pngHeader, reportFor, someData } from '../site.ts';

function raster(width: number, height: number) {
  return { width, height, isVector: false };
}

function vector(width: number, height: number) {
  return { width, height, isVector: true };
}

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#345' } });
}

describe('The size of a picture', () => {
  it.each(['png', 'gif', 'jpeg', 'webp'] as const)('is in the header of a %s', async (format) => {
    const bytes = await picture(321, 123).toFormat(format).toBuffer();
    expect(pictureSize(bytes)).toEqual(raster(321, 123));
    expect(pictureSize(bytes.subarray(0, 9))).toBeUndefined();
  });

  it('is after the profile of a JPEG, and in every kind of WebP', async () => {
    const jpeg = await picture(321, 123).withIccProfile('p3').jpeg().toBuffer();
    expect(pictureSize(jpeg)).toEqual(raster(321, 123));
    const lossless = await picture(321, 123).webp({ lossless: true }).toBuffer();
    expect(pictureSize(lossless)).toEqual(raster(321, 123));
    const clear = await picture(321, 123).ensureAlpha(0.5).webp().toBuffer();
    expect(pictureSize(clear)).toEqual(raster(321, 123));
  });

  it.each([
    ['<svg viewBox="0 0 300 120"/>', vector(300, 120)],
    ['<?xml version="1.0"?>\n<!-- by A -->\n<svg\n  width="30" height="12">', vector(30, 12)],
    ["<svg data-a='>' width='100%' viewBox='0,0,30,12'>", vector(30, 12)],
    ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
    ['<html></html>', undefined],
    ['', undefined],
  ])('is what the root of an SVG says: %s', (text, size) => {
    expect(pictureSize(Buffer.from(text))).toEqual(size);
  });
});

describe('The canvas of new logos', () => {
  it.each([
    ['the most frequent square', [250, 600, 250].map((side) => raster(side, side)), 250, 3],
    ['the larger of two', [raster(250, 250), raster(600, 600)], 600, 2],
    [
      'no square where others are none',
      [raster(300, 120), raster(300, 121), raster(9, 9)],
      { width: 300, height: 121 },
      2,
    ],
    ['a vector’s proportions', [vector(30, 12), vector(300, 120)], { width: 600, height: 240 }, 2],
    [
      'a raster’s size beside vectors',
      [vector(30, 12), raster(300, 120)],
      { width: 300, height: 120 },
      2,
    ],
    ['in bounds', [raster(5000, 2500), raster(5000, 2500)], { width: 600, height: 300 }, 2],
    ['that of the only one', [raster(400, 200)], { width: 400, height: 200 }, 1],
    [
      'the usual one where nothing is in common',
      [raster(400, 200), raster(90, 80), vector(9, 1)],
      600,
      0,
    ],
    ['the usual one where it would be a line', [vector(900, 10), vector(900, 10)], 600, 0],
    ['the usual one of nothing', [], 600, 0],
  ])('is %s', (_, pictures, size, like) => {
    expect(usualSize(pictures)).toEqual({ size, like, of: pictures.length });
  });

  it('is written into the configuration, and said', async () => {
    const svg = Buffer.from('<svg viewBox="0 0 300 120"/>');
    const files = {
      'data/adopters.yml': someData,
      'static/img/anvil.svg': svg,
      'static/img/birch.svg': svg,
    };
    const { configuration, notes } = await reportFor(files);
    expect(configuration.logo.size).toEqual({ width: 600, height: 240 });
    expect(notes).toContainEqual({ code: 'logo-size', values: { canvas: '600 × 240', like: 2 } });
    const square = { ...files, 'static/img/birch.svg': pngHeader(90) };
    expect((await reportFor(square)).notes.map(({ code }) => code)).toContain('logo-size-mixed');
  });
});
