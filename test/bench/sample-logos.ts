import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { example } from '../support/command-line.ts';

/** A picture to normalize. */
export interface SampleLogo {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const data = join(import.meta.dirname, '../../../shared/data/flink/logos');

/** The logos of the model page where they stand beside the checkout; else the project's own, in several formats. */
export async function sampleLogos(): Promise<readonly SampleLogo[]> {
  const folder = existsSync(data) ? data : join(example.site, 'docs/static/img/poweredby');
  const files = readdirSync(folder).map((name) => ({
    name,
    bytes: readFileSync(join(folder, name)),
  }));
  const drawing = readFileSync(example.logo);
  const large = sharp(drawing, { density: 300 }).flatten({ background: '#ffffff' });
  return [
    ...files,
    { name: 'juniper.svg', bytes: drawing },
    { name: 'juniper.jpg', bytes: await large.jpeg().toBuffer() },
  ];
}
