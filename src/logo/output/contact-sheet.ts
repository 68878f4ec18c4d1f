import type { OverlayOptions } from 'sharp';
import { hasFonts } from '../decode/has-fonts.ts';
import { logoLimits } from '../limits.ts';
import { sharp } from '../load-sharp.ts';

/** Pictures to be looked at together. */
export interface SheetRow {
  readonly name: string;
  /** Each in any format that a logo may have; nothing where there is none. */
  readonly pictures: readonly (Uint8Array | undefined)[];
}

/** Of a picture, in pixels. */
const cell = { width: 180, height: 180, padding: 10, label: 18 } as const;

/** Pages as light as most, and as dark as GitHub's. */
const pages = ['#ffffff', '#0d1117'] as const;

/** In pixels, about. */
const sheetWidth = 1_900;

/**
 * Draws a contact sheet, as PNG: each row's pictures side by side on a light page, and again on a dark one. Picture formats
 * that cannot be read leave their place empty.
 */
export async function contactSheet(rows: readonly SheetRow[]): Promise<Uint8Array> {
  const most = Math.max(1, ...rows.map(({ pictures }) => pictures.length));
  const group = { width: most * pages.length * cell.width, height: cell.height + cell.label };
  const columns = Math.max(1, Math.min(rows.length, Math.floor(sheetWidth / group.width)));
  const hasLabels = await hasFonts();
  const parts: OverlayOptions[] = [];
  for (const [index, { name, pictures }] of rows.entries()) {
    const left = (index % columns) * group.width;
    const top = Math.floor(index / columns) * group.height;
    if (hasLabels) parts.push({ input: label(name, group.width), left, top });
    for (const [at, page] of pages.entries()) {
      const pageLeft = left + at * most * cell.width;
      for (const [place, bytes] of pictures.entries()) {
        const input = await picture(bytes, page);
        parts.push({ input, left: pageLeft + place * cell.width, top: top + cell.label });
      }
    }
  }
  const height = Math.max(1, Math.ceil(rows.length / columns)) * group.height;
  return sharp({
    create: { width: columns * group.width, height, channels: 3, background: '#808080' },
  })
    .composite(parts)
    .png({ compressionLevel: 6 })
    .toBuffer();
}

async function picture(bytes: Uint8Array | undefined, background: string): Promise<Buffer> {
  const { width, height, padding } = cell;
  const page = sharp({ create: { width, height, channels: 3, background } });
  const input =
    bytes &&
    (await sharp(bytes, { limitInputPixels: logoLimits.pixels })
      .resize(width - 2 * padding, height - 2 * padding, { fit: 'inside' })
      .png({ compressionLevel: 1 })
      .toBuffer()
      .catch(() => undefined));
  return (input ? page.composite([{ input }]) : page).png({ compressionLevel: 1 }).toBuffer();
}

function label(name: string, width: number): Buffer {
  const most = Math.floor(width / 7);
  const shown = name.length > most ? `${name.slice(0, most - 1)}…` : name;
  const text = shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${cell.label}"><text x="4" y="13" font-family="sans-serif" font-size="12" fill="#fff">${text}</text></svg>`,
  );
}
