import sharp from 'sharp';
import { readSample } from '../../src/playground/read-asset.ts';
import type { LocalFile } from './local-file.ts';

/** A company's drawing. */
export const drawing: LocalFile = {
  name: 'juniper-parcel.svg',
  type: 'image/svg+xml',
  bytes: readSample('juniper-parcel.svg'),
};

/** Another's picture, in pixels. */
export async function picture(): Promise<LocalFile> {
  const bytes = await sharp(readSample('paper-lantern.svg')).resize(640).png().toBuffer();
  return { name: 'paper-lantern.png', type: 'image/png', bytes };
}

/** A very wide one, of a name alone. */
export const wordmark: LocalFile = {
  name: 'danube-steamship.svg',
  type: 'image/svg+xml',
  bytes: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 90">${Array.from(
      { length: 20 },
      (_, index) =>
        `<rect x="${index * 60}" y="${(index % 3) * 10}" width="44" height="${70 - (index % 4) * 12}" fill="#0b4f6c"/>`,
    ).join('')}</svg>`,
  ),
};
