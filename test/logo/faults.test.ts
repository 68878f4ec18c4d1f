import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { NormalizedLogo } from '../../src/logo/normalize-logo.ts';
import { folderWith } from '../support/folders.ts';
import { decode, drawn, pixelAt, plain, png, remarkCodes, svg } from './pictures.ts';

const box = 'viewBox="0 0 200 100"';
const disc = '<circle cx="50" cy="50" r="40" fill="#124"/>';
const square = '<rect x="110" y="10" width="80" height="80" fill="#124"/>';
const red = [0xe4, 0x00, 0x2b, 255];
const dark = [0x11, 0x22, 0x44, 255];

/** The colours in the middle of the left and of the right half of what was drawn. */
async function halves(logo: NormalizedLogo): Promise<number[][]> {
  const pixels = await decode(logo.png);
  const [width, height] = [logo.drawn.width / pixels.width, logo.drawn.height / pixels.height];
  const at = (share: number) =>
    pixelAt(pixels, 0.5 - width / 2 + width * share, 0.5 + height * 0.02);
  return [at(4 / 18), at(14 / 18)];
}

function expectColours(found: readonly number[][], colours: readonly number[][]): void {
  for (const [index, colour] of colours.entries()) {
    for (const [channel, value] of colour.entries()) {
      expect(Math.abs((found[index]?.[channel] ?? -99) - value)).toBeLessThanOrEqual(3);
    }
  }
}

function dataUri(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

describe('an SVG that browsers draw, and librsvg alone does not', () => {
  it.each([
    [
      'a shape in tiny units',
      `${disc}<polygon transform="scale(3.5e-5)" points="3200000,300000 5400000,300000 5400000,2500000 3200000,2500000" fill="#e4002b"/>`,
      [dark, red],
    ],
    [
      'a shape in tiny units that is used again',
      `<defs><path id="p" transform="matrix(2e-5 0 0 2e-5 0 0)" d="M500000 500000h4000000v4000000h-4000000z" fill="#e4002b"/></defs><use href="#p"/><use href="#p" x="100"/>`,
      [red, red],
    ],
    [
      'a percent-encoded reference',
      `<linearGradient id="渐变"><stop stop-color="#e4002b"/></linearGradient><circle cx="50" cy="50" r="40" style="fill:url(#%E6%B8%90%E5%8F%98)"/>${square}`,
      [red, dark],
    ],
    [
      'a percent-encoded reference of a style sheet, and of an element',
      `<style>.a{fill:url('#a%20b')}</style><linearGradient id="ж"><stop stop-color="#e4002b"/></linearGradient><linearGradient id="a b" href="#%D0%B6"/><circle class="a" cx="50" cy="50" r="40"/>${square}`,
      [red, dark],
    ],
    [
      'a pattern many tiles away',
      `${disc}<pattern id="p" width="39" height="39" patternUnits="userSpaceOnUse" viewBox="0 -39 39 39"><path d="M0-39h39V0H0z" fill="#e4002b"/></pattern><pattern id="q" href="#p" patternTransform="matrix(1 0 0 -1 42.78 -931984.63)"/><path d="M110 10h80v80h-80z" fill="url(#q)"/>`,
      [dark, red],
    ],
    [
      'custom properties, and their fallbacks',
      `<style>:root{--a:var(--b,#124)} g{--c:#e4002b} .d{fill:var(--c)}</style><circle cx="50" cy="50" r="40" fill="var(--a)"/><g><rect class="d" x="110" y="10" width="80" height="80"/></g>`,
      [dark, red],
    ],
    [
      'colours of wide gamuts',
      `<style>circle{fill:oklch(25.65% 0.0738 266)}</style><circle cx="50" cy="50" r="40"/><rect x="110" y="10" width="80" height="80" fill="color(srgb 0.894 0 0.1686)"/>`,
      [dark, red],
    ],
    [
      'light media rules, and no dark ones',
      `<style>@media (prefers-color-scheme: light){circle{fill:#124}} rect{fill:#e4002b} @media (prefers-color-scheme: dark){rect{fill:#fff}} @media print{rect{fill:#0f0}}</style><circle cx="50" cy="50" r="40"/><rect x="110" y="10" width="80" height="80"/>`,
      [dark, red],
    ],
    [
      'nested rules, :is() and light-dark()',
      `<style><![CDATA[g{ & .a{fill:light-dark(#124,#fff)} rect{fill:red;&:is(.b,.c){fill:#e4002b}} }]]></style><g><circle class="a" cx="50" cy="50" r="40"/><rect class="b" x="110" y="10" width="80" height="80"/></g>`,
      [dark, red],
    ],
    [
      'what is important and what is specific',
      `<style>@import "a.css"; rect{fill:#e4002b!important} #r.b{fill:#0f0} circle.a{fill:#124} .a{fill:#0f0}</style><circle class="a" cx="50" cy="50" r="40"/><rect id="r" class="b" x="110" y="10" width="80" height="80" style="fill:#00f"/>`,
      [dark, red],
    ],
    [
      'mixed colours',
      `<circle cx="50" cy="50" r="40" fill="color-mix(in srgb, #002288, #220000)"/><rect x="110" y="10" width="80" height="80" style="fill:color-mix(in srgb, #e4002b 100%, white 0%)"/>`,
      [[0x11, 0x11, 0x44, 255], red],
    ],
    [
      'a radius without a value',
      `<ellipse cx="50" cy="50" rx="40" ry="" fill="#124"/><rect x="110" y="10" width="80" height="80" fill="#e4002b" stroke=""/>`,
      [dark, red],
    ],
    [
      'a path in a style',
      `<style>path{d:path('M10 10h80v80h-80z');fill:#124}</style><path/><rect x="110" y="10" width="80" height="80" fill="#e4002b"/>`,
      [dark, red],
    ],
    [
      'a transform of a symbol',
      `${disc}<symbol id="s" viewBox="0 0 10 10" transform="translate(0,160)"><rect width="10" height="10" fill="#e4002b"/></symbol><use href="#s" x="110" y="-150" width="80" height="80"/>`,
      [dark, red],
    ],
    [
      'a feature that only a page has',
      `${disc}<switch><rect requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility" x="110" y="10" width="80" height="80" fill="#e4002b"/><rect width="999" height="999"/></switch>`,
      [dark, red],
    ],
    [
      'the origin of a transform',
      `${disc}<g style="transform:scale(2);transform-origin:110px 10px"><rect x="110" y="10" width="40" height="40" fill="#e4002b"/></g>`,
      [dark, red],
    ],
  ])('is drawn: %s', async (_, content, colours) => {
    const logo = await drawn(svg(box, content));
    expectColours(await halves(logo), colours);
    expect(remarkCodes(logo).filter((code) => code !== 'logo-svg-left-out')).toEqual([]);
  });

  it.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    'is drawn with a picture in it, whatever its label: %s',
    async (format) => {
      const picture = await plain(80, 80, '#e4002b').toFormat(format, { quality: 100 }).toBuffer();
      for (const type of [`image/${format}`, 'img/png', 'application/octet-stream']) {
        const image = `<image x="110" y="10" width="80" height="80" href="${dataUri(type, picture)}"/>`;
        const [left, right] = await halves(await drawn(svg(box, disc + image)));
        expect(left).toEqual(dark);
        expect(Math.abs((right?.[0] ?? 0) - 0xe4)).toBeLessThanOrEqual(4);
        expect(right?.[3]).toBe(255);
      }
    },
  );

  it('is drawn with a drawing in it, and with one in that', async () => {
    const inner = svg('viewBox="0 0 80 80"', '<rect width="80" height="80" fill="#e4002b"/>');
    const image = (bytes: Uint8Array, x: number) =>
      `<image x="${x}" y="10" width="80" height="80" href="${dataUri('image/svg+xml', bytes)}"/>`;
    const middle = svg('viewBox="0 0 80 100"', image(inner, 0));
    const outer = svg(
      box,
      `${disc}<image x="110" width="80" height="100" href="${dataUri('image/svg+xml', middle)}"/>`,
    );
    expect(await halves(await drawn(outer))).toEqual([dark, red]);
  });

  it('says so where a picture in it cannot be drawn', async () => {
    const avif = Buffer.from('\0\0\0\x1cftypavif');
    for (const bytes of [avif, Buffer.from('hello'), svg('', '<image href="a.png"/>')]) {
      const image = `<image width="80" height="80" href="${dataUri('image/png', bytes)}"/>`;
      const logo = await drawn(svg(box, disc + image));
      expect(logo.remarks).toContainEqual({
        code: 'logo-svg-may-differ',
        values: { what: '<image>' },
      });
    }
  });

  it('has the background of its root element', async () => {
    const white = '<rect x="110" y="10" width="80" height="80" fill="#fff"/>';
    const roots = [
      [`${box} style="background:#124"`, ''],
      [`${box} style="background-color: #124; width: 50px"`, ''],
      [`${box} class="dark"`, '<style>.dark{background:#124}</style>'],
    ] as const;
    for (const [attributes, style] of roots) {
      const logo = await drawn(svg(attributes, style + white));
      expect(logo.drawn.width / logo.drawn.height).toBeCloseTo(2, 1);
      expect(await halves(logo)).toEqual([dark, [255, 255, 255, 255]]);
    }
  });

  it('is as crisp as ever with its root selected by a style sheet', async () => {
    const style = '<style>:root>g>circle{fill:#124} svg{width:30px;height:20px}</style>';
    const logo = await drawn(
      svg('viewBox="0 0 1000 500"', `${style}<g><circle cx="405" cy="205" r="4" fill="none"/></g>`),
    );
    expect(pixelAt(await decode(logo.png), 0.5, 0.5)).toEqual(dark);
    expect(await edge(logo)).toBeLessThanOrEqual(2);
  });

  it.each([
    ['far from its origin', '<g transform="translate(20 20)">'],
    ['left of it', '<g transform="translate(-900 -20)">'],
    ['larger than a browser would show', '<g transform="scale(300)">'],
    ['tiny', '<g transform="scale(.02)">'],
  ])('is crisp without a size of its own, %s', async (_, group) => {
    const logo = await drawn(svg('', `${group}<circle cx="5" cy="5" r="4"/></g>`));
    expect(Math.abs(logo.drawn.width - logo.drawn.height)).toBeLessThanOrEqual(1);
    expect(await edge(logo)).toBeLessThanOrEqual(2);
  });

  it('says what a browser may show otherwise', async () => {
    const style =
      '<style>@media (min-width: 100px){circle{fill:red}} rect{fill:rgb(from red g r b)}</style>';
    const logo = await drawn(svg(box, `${style}${disc}<g stroke="var(--none)">${square}</g>`));
    expect(logo.remarks).toEqual([
      {
        code: 'logo-svg-may-differ',
        values: {
          what: '@media (min-width: 100px), stroke: var(--none), fill: rgb(from red g r b)',
        },
      },
    ]);
  });

  it.each([
    [
      'a clip that only browsers know',
      '<g style="clip-path:circle(30px at 50px 50px)">',
      'clip-path: circle(30px at 50px 50px)',
    ],
    [
      'properties that come through a use',
      '<defs><circle id="d" r="9" fill="var(--c,red)"/></defs><use href="#d" style="--c:#00f"/><g>',
      'var()',
    ],
    [
      'an origin within the shape',
      '<g style="transform:rotate(9deg);transform-origin:center;transform-box:fill-box">',
      'transform-origin: center',
    ],
  ])('says so where it has %s', async (_, opening, what) => {
    const logo = await drawn(svg(box, `${opening}${disc}</g>${square}`));
    expect(logo.remarks).toEqual([{ code: 'logo-svg-may-differ', values: { what } }]);
  });

  it('does not grow without bound', async () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `--a${i + 1}:var(--a${i}) var(--a${i})`);
    const style = `<style>:root{--a0:red;${doubling.join(';')};--b:var(--c);--c:var(--b)} rect{fill:var(--a40);stroke:var(--b)}</style>`;
    const nested = `<style><![CDATA[${'a,b{'.repeat(30)}fill:red${'}'.repeat(30)} ${'& & {'.repeat(30)}fill:red${'}'.repeat(30)}]]></style>`;
    for (const sheet of [style, nested]) {
      expect(remarkCodes(await drawn(svg(box, sheet + disc + square)))).toEqual([
        'logo-svg-may-differ',
      ]);
    }
  });
});

/** How many pixels the left edge of a logo takes from nothing to full, in the middle row. */
async function edge({ png }: NormalizedLogo): Promise<number> {
  const { data, width, height } = await decode(png);
  const row = data.subarray((height >> 1) * width * 4, ((height >> 1) + 1) * width * 4);
  let soft = 0;
  for (let x = 0; x < width >> 1; x += 1) {
    const alpha = row[x * 4 + 3] ?? 0;
    if (alpha > 8 && alpha < 247) soft += 1;
  }
  return soft;
}

describe('text on a machine without fonts', () => {
  it.skipIf(process.platform !== 'linux')('is refused with words, and no other drawing is', () => {
    const folder = folderWith({});
    const configuration = `<fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`;
    writeFileSync(join(folder, 'fonts.conf'), configuration);
    const module = JSON.stringify(join(import.meta.dirname, '../../src/logo/draw-logo.ts'));
    const codes = (content: string) =>
      execFileSync(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          `const { drawLogo } = await import(${module});
           const logo = await drawLogo(Buffer.from(${JSON.stringify(Buffer.from(svg(box, content)).toString())}), 64);
           console.log(logo.ok ? 'drawn' : logo.problems.map(({ code }) => code).join());`,
        ],
        { env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }, encoding: 'utf8' },
      ).trim();
    expect(codes('<text y="50" font-size="40">Juniper</text>')).toBe('logo-svg-text-without-fonts');
    expect(codes(disc)).toBe('drawn');
  });
});

describe('a picture of pixels', () => {
  it('keeps its colours where it has 16 bits and a profile', async () => {
    const half = { width: 300, height: 300, channels: 3 } as const;
    const image = sharp({ create: { ...half, width: 600, background: '#e4002b' } }).composite([
      { input: { create: { ...half, background: '#00e4dc' } }, left: 0, top: 0 },
    ]);
    const flat = await image.png().toBuffer();
    for (const profile of [undefined, 'srgb']) {
      const deep = sharp(flat).toColourspace('rgb16');
      const bytes = await (profile ? deep.withIccProfile(profile) : deep).png().toBuffer();
      expectColours(await halves(await drawn(bytes)), [[0, 0xe4, 0xdc, 255], red]);
    }
  });

  it.each(['gif', 'webp'] as const)(
    'is the frame of an animation that shows most: %s',
    async (format) => {
      const frame = async (colour: string, side: number) =>
        plain(64, 64, '#fff')
          .composite([{ input: Buffer.from(await png(plain(side, side, colour))) }])
          .raw()
          .toBuffer();
      const frames = [
        await frame('#fff', 40),
        await frame('#bbb', 40),
        await frame('#124', 40),
        await frame('#124', 8),
      ];
      const raw = { width: 64, height: 256, channels: 4, pageHeight: 64 } as const;
      const bytes = await sharp(Buffer.concat(frames), { raw })
        .toFormat(format, { delay: [100, 100, 100, 100], lossless: true })
        .toBuffer();
      const logo = await drawn(bytes);
      expect(logo.source).toMatchObject({ width: 64, height: 64 });
      expect(pixelAt(await decode(logo.png), 0.5, 0.5)).toEqual(dark);
    },
  );
});

const shared = join(import.meta.dirname, '../../../shared/data/faults/logos');

/** Of the small failing inputs that stand beside the checkout: the remarks that each may have. */
const sharedFaults: readonly (readonly [string, readonly string[]])[] = [
  ['a1-tiny-scale-on-shape.svg', []],
  ['a2-percent-encoded-id.svg', []],
  ['a3-pattern-far-away.svg', []],
  ['a5-no-size.svg', []],
  ['a9-embedded-gif.svg', []],
  ['b1-css-variable.svg', []],
  ['b4-oklch.svg', []],
  ['c1-illustrator-editing.svg', ['logo-svg-left-out']],
  ['c2-font-import.svg', ['logo-svg-left-out']],
  ['c3-link.svg', ['logo-background-left-in', 'logo-svg-left-out']],
  ['c4-data-img-png.svg', []],
  ['c7-utf16-label.svg', []],
  ['e1-16-bit-srgb-profile.png', []],
  ['e3-empty-first-frame.gif', ['logo-animated']],
];

describe.skipIf(!existsSync(shared))('a fault that was found in a real logo', () => {
  it.each(sharedFaults)('%s', async (name, remarks) => {
    const logo = await drawn(readFileSync(join(shared, name)), 600);
    expect(remarkCodes(logo)).toEqual(remarks);
    expect(logo.visualSize).toBeGreaterThan(0.35);
  });
});
