import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decode, drawn, pixelAt, png, remarkCodes, svg } from './pictures.ts';

/** A drawing as pixels, 1000×600. */
function picture(content: string): Sharp {
  return sharp(Buffer.from(svg('width="1000" height="600" viewBox="0 0 1000 600"', content)));
}

/** A logo of 300×160 in the middle. */
const logo =
  '<circle cx="410" cy="300" r="60" fill="#0a58ca"/><path d="M500 240h150v30h-150zM500 330h150v30h-150z" fill="#222"/>';

async function sizeOf(image: Sharp): Promise<number> {
  return (await drawn(await png(image))).visualSize;
}

describe('what stands around a logo', () => {
  it.each([
    [
      'stray pixels',
      '<rect x="2" y="3" width="1" height="1"/><rect x="990" y="585" width="1" height="1" fill="#888"/>',
    ],
    ['a larger speck', '<rect x="20" y="300" width="3" height="3"/>'],
    [
      'specks on all sides',
      '<path d="M5 5h2v2h-2zM993 5h2v2h-2zM5 593h2v2h-2zM993 593h2v2h-2zM500 10h2v2h-2zM500 590h2v2h-2z"/>',
    ],
    ['an even veil', '<rect width="1000" height="600" fill-opacity=".04"/>'],
    ['a denser veil', '<rect width="1000" height="600" fill="#fff" fill-opacity=".15"/>'],
    [
      'a veil that fades',
      '<radialGradient id="g"><stop stop-opacity=".045"/><stop offset="1" stop-opacity=".02"/></radialGradient><rect width="1000" height="600" fill="url(#g)"/>',
    ],
  ])('does not make it smaller: %s', async (_, around) => {
    const alone = await sizeOf(picture(logo));
    expect(await sizeOf(picture(around + logo))).toBeCloseTo(alone, 2);
  });

  it.each([
    [
      'a hairline frame',
      '<rect width="1000" height="600" fill="#fff"/><path d="M.5 .5h999v599h-999z" fill="none" stroke="#999"/>',
    ],
    [
      'a pale hairline frame',
      '<rect width="1000" height="600" fill="#fff"/><path d="M.5 .5h999v599h-999z" fill="none" stroke="#e0e0e0"/>',
    ],
    [
      'a card with round corners',
      '<rect x="50" y="50" width="900" height="500" rx="80" fill="#fff"/>',
    ],
    [
      'specks on a white canvas',
      '<rect width="1000" height="600" fill="#fff"/><rect x="20" y="30" width="2" height="2"/>',
    ],
  ])('is trimmed where it is white: %s', async (_, around) => {
    const onWhite = await sizeOf(picture(`<rect width="1000" height="600" fill="#fff"/>${logo}`));
    const trimmed = await drawn(await png(picture(around + logo)));
    expect(trimmed.visualSize).toBeCloseTo(onWhite, 2);
    expect(remarkCodes(trimmed)).toContain('logo-no-transparency');
  });

  it('is never a part of the logo itself', async () => {
    const dot = `${logo}<circle cx="680" cy="355" r="6" fill="#222"/>`;
    const whole = await drawn(await png(picture(dot)));
    const alone = await drawn(await png(picture(logo)));
    expect(whole.drawn.width / whole.drawn.height).toBeGreaterThan(
      alone.drawn.width / alone.drawn.height + 0.2,
    );
  });

  it('keeps a soft shadow', async () => {
    const shadow =
      '<filter id="f" x="-1" y="-1" width="3" height="3"><feGaussianBlur stdDeviation="20"/></filter><circle cx="500" cy="300" r="90" filter="url(#f)" opacity=".5"/>';
    const shown = await drawn(
      await png(picture(`${shadow}<circle cx="500" cy="300" r="80" fill="#0a58ca"/>`)),
    );
    expect(
      pixelAt(await decode(shown.png), 0.5, 0.5 - (shown.drawn.height / 300) * 0.49)[3],
    ).toBeLessThan(40);
  });
});

describe('what a frame is', () => {
  it.each([
    ['with nothing in it', 'none', []],
    ['white inside', '#fff', ['logo-no-transparency']],
  ])('is no background: %s', async (_, fill, remarks) => {
    const frame = `<rect x="20" y="20" width="960" height="560" fill="${fill}" stroke="#124" stroke-width="40"/>`;
    const framed = await drawn(await png(picture(frame + logo)));
    expect(remarkCodes(framed)).toEqual(remarks);
    expect(framed.drawn.width / framed.drawn.height).toBeCloseTo(1000 / 600, 1);
  });

  it('is no white ground, where a white sign has holes', async () => {
    const sign =
      '<path fill="#fff" fill-rule="evenodd" d="M100 100h800v400h-800zM200 200h200v200h-200zM600 200h200v200h-200z"/>';
    const shown = await drawn(await png(picture(sign)));
    expect(remarkCodes(shown)).toEqual(['logo-nearly-invisible']);
    expect(shown.drawn.width / shown.drawn.height).toBeCloseTo(2, 1);
  });
});

describe('a white sign', () => {
  it.each([
    [
      'a disc',
      '<mask id="m"><rect width="1000" height="600" fill="#fff"/><path d="M450 250h100v100h-100z"/></mask><circle cx="500" cy="300" r="250" fill="#fff" mask="url(#m)"/>',
    ],
    [
      'a tile with round corners',
      '<mask id="m"><rect width="1000" height="600" fill="#fff"/><path d="M450 250h100v100h-100z"/></mask><rect x="300" y="100" width="400" height="400" rx="60" fill="#fff" mask="url(#m)"/>',
    ],
    ['a disc without anything', '<circle cx="500" cy="300" r="250" fill="#fff"/>'],
  ])('that is cut out of %s is no card', async (_, content) => {
    const shown = await drawn(await png(picture(content)));
    expect(remarkCodes(shown)).toEqual(['logo-nearly-invisible']);
    expect(shown.drawn.width).toBe(shown.drawn.height);
  });
});

describe('a painted checkerboard', () => {
  function board(side: number, light: string, dark: string): string {
    const tile = `<path d="M0 0h${side}v${side}h-${side}zM${side} ${side}h${side}v${side}h-${side}z" fill="${dark}"/>`;
    return `<pattern id="p" width="${2 * side}" height="${2 * side}" patternUnits="userSpaceOnUse">${tile}</pattern><rect width="1000" height="600" fill="${light}"/><rect width="1000" height="600" fill="url(#p)"/>`;
  }

  it.each([
    ['of white and grey', board(20, '#fff', '#ccc'), 'png'],
    ['of two dark greys', board(12, '#444', '#333'), 'png'],
    ['of two light greys, as JPEG', board(16, '#fff', '#efefef'), 'jpeg'],
    ['of squares that are no whole pixels', board(13.7, '#fff', '#ddd'), 'png'],
  ] as const)('is told: %s', async (_, squares, format) => {
    const bytes = await picture(squares + logo)
      .flatten()
      .toFormat(format)
      .toBuffer();
    expect(remarkCodes(await drawn(bytes))).toContain('logo-checkerboard');
  });

  it.each([
    [
      'stripes',
      '<pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse"><path d="M0 0h20v40h-20z" fill="#ccc"/></pattern><rect width="1000" height="600" fill="#fff"/><rect width="1000" height="600" fill="url(#p)"/>',
    ],
    [
      'a flag of red squares',
      '<pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse"><path d="M0 0h20v20h-20zM20 20h20v20h-20z" fill="#d00"/></pattern><rect width="1000" height="600" fill="#fff"/><rect width="1000" height="600" fill="url(#p)"/>',
    ],
    ['a white canvas', '<rect width="1000" height="600" fill="#fff"/>'],
  ])('is not %s', async (_, around) => {
    expect(remarkCodes(await drawn(await png(picture(around + logo))))).not.toContain(
      'logo-checkerboard',
    );
  });
});

describe('a logo that a white page hardly shows', () => {
  it.each([
    [
      'white letters with a grey fringe',
      '<path d="M100 200h200v200h-200zM400 200h200v200h-200z" fill="#fff" stroke="#969696" stroke-opacity=".8" stroke-width="2"/>',
    ],
    [
      'a white word between coloured marks',
      '<circle cx="120" cy="300" r="60" fill="#d00"/><path d="M220 260h500v80h-500z" fill="#fff"/><circle cx="860" cy="300" r="20" fill="#d00"/>',
    ],
  ])('is told: %s', async (_, content) => {
    expect(remarkCodes(await drawn(await png(picture(content))))).toEqual([
      'logo-nearly-invisible',
    ]);
  });

  it.each([
    [
      'white within a dark ring',
      '<circle cx="500" cy="300" r="200" fill="#fff" stroke="#124" stroke-width="20"/>',
    ],
    [
      'a white star on a red disc',
      '<circle cx="500" cy="300" r="250" fill="#d00"/><path d="M340 140h320v320h-320z" fill="#fff"/>',
    ],
    ['yellow', '<path d="M100 200h800v200h-800z" fill="#ffe600"/>'],
    ['lime', '<path d="M100 200h800v200h-800z" fill="#b4ff00"/>'],
  ])('is not %s', async (_, content) => {
    expect(remarkCodes(await drawn(await png(picture(content))))).not.toContain(
      'logo-nearly-invisible',
    );
  });
});

describe('a logo on dark pages', () => {
  it('is told of where a project has such pages, and only there', async () => {
    const black = await png(picture(logo.replaceAll(/fill="[^"]*"/g, 'fill="#111"')));
    const white = await png(picture(logo.replaceAll(/fill="[^"]*"/g, 'fill="#fff"')));
    const codes = async (bytes: Uint8Array, backgrounds: 'light' | 'dark' | 'both') =>
      remarkCodes(await drawn(bytes, { size: 300, backgrounds }));
    expect(await codes(black, 'light')).toEqual([]);
    expect(await codes(black, 'dark')).toEqual(['logo-nearly-invisible-on-dark']);
    expect(await codes(black, 'both')).toEqual(['logo-nearly-invisible-on-dark']);
    expect(await codes(white, 'dark')).toEqual([]);
    expect(await codes(white, 'both')).toEqual(['logo-nearly-invisible']);
  });
});

const shared = join(import.meta.dirname, '../../../shared/data/faults/logos');

describe.skipIf(!existsSync(shared))('a fault that was found in a real picture', () => {
  it.each([
    ['d1-frame.svg', []],
    ['e4-stray-pixel.png', []],
    ['e7-rounded-white-card.png', ['logo-enlarged', 'logo-no-transparency']],
    ['e8-painted-checkerboard.png', ['logo-checkerboard']],
    ['e10-white-letters-grey-fringe.png', ['logo-nearly-invisible']],
  ])('%s', async (name, remarks) => {
    const shown = await drawn(readFileSync(join(shared, name)), 600);
    expect(remarkCodes(shown)).toEqual(remarks);
    expect(shown.visualSize).toBeGreaterThan(0.38);
  });
});
