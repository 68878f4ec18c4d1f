import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { visualSize } from '../../src/logo/ink.ts';
import {
  decode,
  drawn,
  mark,
  markImage,
  pixelAt,
  plain,
  png,
  problemCodes,
  remarkCodes,
  svg,
  whiteCanvas,
} from './pictures.ts';

/** The visual size of the mark, which fills more of its box than most logos. */
const markSize = 0.39;

/** The names of a PNG's chunks, each once. */
function chunkNames(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  const names = new Set<string>();
  for (let at = 8; at < buffer.length; at += buffer.readUInt32BE(at) + 12) {
    names.add(buffer.toString('latin1', at + 4, at + 8));
  }
  return [...names];
}

describe('a logo on its canvas', () => {
  it('is a square PNG of 8 bits with transparency and no metadata', async () => {
    const image = markImage().withMetadata({ orientation: 1 }).withIccProfile('p3');
    const logo = await drawn(await png(image));
    expect(await sharp(logo.png).metadata()).toMatchObject({
      format: 'png',
      width: 300,
      height: 300,
      depth: 'uchar',
      hasAlpha: true,
    });
    expect(chunkNames(logo.png)).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
    expect(pixelAt(await decode(logo.png), 0, 0)[3]).toBe(0);
  });

  it('stands in the middle, trimmed', async () => {
    const logo = await drawn(await png(whiteCanvas()));
    const onWhite = sharp(logo.png).flatten({ background: '#fff' });
    const { info } = await sharp(await onWhite.png().toBuffer())
      .trim({ threshold: 30 })
      .toBuffer({ resolveWithObject: true });
    expect(Math.abs(-(info.trimOffsetLeft ?? 0) - (300 - info.width) / 2)).toBeLessThanOrEqual(1.5);
    expect(Math.abs(-(info.trimOffsetTop ?? 0) - (300 - info.height) / 2)).toBeLessThanOrEqual(1.5);
    expect(logo.drawn.width / logo.drawn.height).toBeCloseTo(165 / 50, 1);
  });

  it('has the same bytes for the same input', async () => {
    const bytes = await png(markImage());
    expect((await drawn(bytes)).png).toEqual((await drawn(bytes)).png);
    expect((await drawn(svg('viewBox="0 0 200 60"'))).png).toEqual(
      (await drawn(svg('viewBox="0 0 200 60"'))).png,
    );
  });

  it.each([
    ['square', 400, 400],
    ['wide', 900, 300],
    ['tall', 200, 800],
  ])('looks as large as any other: %s', async (_, width, height) => {
    const logo = await drawn(await png(plain(width, height, '#225')));
    // All ink: as small as weight makes any logo.
    expect(logo.visualSize).toBeCloseTo(0.45 * 0.85, 2);
    expect(logo.visualSize).toBe(visualSize(await decode(logo.png)));
  });

  it('keeps the margins however long it is', async () => {
    const [wide, tall] = [
      await png(plain(2_000, 100, '#225')),
      await png(plain(100, 2_000, '#225')),
    ];
    expect((await drawn(wide)).drawn).toEqual({ width: 270, height: 14 });
    expect((await drawn(tall)).drawn).toEqual({ width: 14, height: 270 });
  });

  it.each([64, 600, 1_000])('has the side that was asked for: %d', async (size) => {
    const logo = await drawn(svg('viewBox="0 0 200 60"'), size);
    expect(await sharp(logo.png).metadata()).toMatchObject({ width: size, height: size });
    expect(logo.visualSize).toBeCloseTo(markSize, 1);
  });

  it('takes a palette where nothing visible is lost, and true colour otherwise', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 50 } as const;
    const photograph = sharp({
      create: { width: 300, height: 300, channels: 3, background: '#888', noise },
    });
    expect(chunkNames((await drawn(await png(photograph))).png)).not.toContain('PLTE');
    expect(chunkNames((await drawn(await png(markImage()))).png)).toContain('PLTE');
  });
});

describe('a picture of pixels', () => {
  it.each([
    ['16-bit PNG', () => markImage().toColourspace('rgb16').png()],
    ['interlaced PNG', () => markImage().png({ progressive: true })],
    ['palette PNG', () => markImage().png({ palette: true })],
    ['grey PNG with alpha', () => markImage().greyscale().png()],
    ['1-bit PNG', () => whiteCanvas().threshold(128).png({ palette: true, colours: 2 })],
    ['noisy JPEG', () => whiteCanvas().jpeg({ quality: 20 })],
    ['grey JPEG', () => whiteCanvas().greyscale().jpeg()],
    ['CMYK JPEG', () => whiteCanvas().toColourspace('cmyk').jpeg()],
    ['progressive JPEG', () => whiteCanvas().jpeg({ progressive: true })],
    ['WebP', () => markImage().webp()],
    ['lossless WebP', () => markImage().webp({ lossless: true })],
    ['GIF', () => markImage().gif()],
  ])('comes out trimmed and at its size: %s', async (_, picture) => {
    const logo = await drawn(await picture().toBuffer());
    expect(logo.visualSize).toBeGreaterThan(markSize - 0.01);
    expect(logo.visualSize).toBeLessThan(markSize + 0.01);
    expect(logo.drawn.width / logo.drawn.height).toBeCloseTo(165 / 50, 0);
    // Of the bar. CMYK's black is darker than the screen's.
    const [red, green, blue, alpha] = pixelAt(await decode(logo.png), 0.7, 0.5);
    expect(Math.max(red ?? 255, green ?? 255, blue ?? 255)).toBeLessThan(0x22 + 8);
    expect(alpha).toBe(255);
  });

  it('is turned upright by its EXIF orientation', async () => {
    const logo = await drawn(
      await whiteCanvas().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    expect(logo.source).toMatchObject({ format: 'jpeg', width: 440, height: 880 });
    expect(logo.drawn.height).toBeGreaterThan(logo.drawn.width * 3);
  });

  it.each(['gif', 'webp'] as const)(
    'shows the first of an animation’s frames that show as much: %s',
    async (format) => {
      const [red, blue] = [
        [200, 0, 0, 255],
        [0, 0, 200, 255],
      ].map((colour) => Buffer.alloc(64 * 64 * 4, Buffer.from(colour)));
      const frames = Buffer.concat([red ?? Buffer.of(), blue ?? Buffer.of()]);
      const raw = { width: 64, height: 128, channels: 4, pageHeight: 64 } as const;
      const bytes = await sharp(frames, { raw })
        .toFormat(format, { delay: [100, 100], lossless: true })
        .toBuffer();
      const logo = await drawn(bytes);
      expect(remarkCodes(logo)).toContain('logo-animated');
      expect(logo.source).toMatchObject({ width: 64, height: 64 });
      const [first, , third] = pixelAt(await decode(logo.png), 0.5, 0.5);
      expect(first).toBeGreaterThan(190);
      expect(third).toBe(0);
    },
  );

  it('says what it was, and by how much it was scaled', async () => {
    const bytes = await png(markImage());
    const logo = await drawn(bytes);
    expect(logo.source).toEqual({ format: 'png', width: 800, height: 240, bytes: bytes.length });
    expect(logo.scale).toBeCloseTo(logo.drawn.width / 660, 2);
  });

  it('is refused damaged, cut off, or empty of any logo', async () => {
    const whole = await png(markImage());
    const jpeg = await whiteCanvas().jpeg().toBuffer();
    expect(await problemCodes(whole.subarray(0, whole.length - 300))).toEqual(['logo-broken']);
    expect(await problemCodes(jpeg.subarray(0, jpeg.length / 2))).toEqual(['logo-broken']);
    expect(await problemCodes(whole.subarray(0, 20))).toEqual(['logo-broken']);
    expect(await problemCodes(await png(plain(99, 99, '#0000')))).toEqual(['logo-blank']);
    expect(await problemCodes(await png(plain(99, 99, '#fff')))).toEqual(['logo-blank']);
  });

  it('is refused too small, with too many pixels, or a mere line', async () => {
    expect(await problemCodes(await png(plain(15, 15, '#225')))).toEqual(['logo-too-small']);
    expect(await problemCodes(await png(plain(31, 99, '#225')))).toEqual([]);
    expect(await problemCodes(await png(plain(203, 25, '#225')))).toEqual([]);
    expect(await problemCodes(await png(plain(9_000, 1_200, '#225')))).toEqual([]);
    expect(await problemCodes(await png(plain(6_000, 4_001, '#225')))).toEqual([
      'logo-too-many-pixels',
    ]);
    expect(await problemCodes(await png(plain(2_000, 39, '#225')))).toEqual(['logo-too-narrow']);
  });

  it.each([16, 24, 32])('of %i pixels is drawn small, and told of', async (side) => {
    const logo = await drawn(await png(plain(side, side, '#225')));
    expect(logo.drawn).toEqual({ width: side * 2.5, height: side * 2.5 });
    const codes = logo.remarks.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['logo-enlarged', 'logo-looks-small']));
  });

  it('is refused where a speck is all that it shows', async () => {
    const speck = await png(plain(8, 8, '#225'));
    const bytes = await png(plain(300, 300, '#0000').composite([{ input: Buffer.from(speck) }]));
    expect(await problemCodes(bytes)).toEqual(['logo-hardly-anything']);
  });
});

describe('an SVG', () => {
  it.each([
    ['a viewBox', 'viewBox="0 0 200 60"'],
    ['width and height', 'width="200" height="60"'],
    ['units', 'width="20cm" height="6cm" viewBox="0 0 200 60"'],
    ['percentages', 'width="100%" height="100%" viewBox="0 0 200 60"'],
    ['no size at all', ''],
    ['percentages and no viewBox', 'width="100%" height="100%"'],
    ['a tiny size', 'width="2" height=".6" viewBox="0 0 200 60"'],
    ['a huge size', 'width="200000" height="60000" viewBox="0 0 200 60"'],
    ['a huge artboard', 'viewBox="0 0 20000 20000"'],
    ['a size in its style', 'style="width:20px;height:6px" viewBox="0 0 200 60"'],
  ])('comes out crisp with %s', async (_, attributes) => {
    const logo = await drawn(svg(attributes));
    expect(logo).toMatchObject({ scale: 1, remarks: [] });
    expect(Math.abs(logo.visualSize - markSize)).toBeLessThan(0.01);
    expect(logo.drawn.width / logo.drawn.height).toBeCloseTo(165 / 50, 1);
    expect(await softPixels(logo.png)).toBeLessThan(0.02);
  });

  it('keeps parts that are measured by the whole drawing, however small its logo is', async () => {
    const bar = '<rect width="1%" height="1%" fill="#225"/>';
    const logo = await drawn(svg('width="4000" height="2000"', bar));
    expect(logo.drawn.width / logo.drawn.height).toBeCloseTo(2, 1);
  });

  it('may be prefixed, UTF-16, or hold a picture of pixels', async () => {
    const prefixed = `<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 200 60">${mark.replaceAll('<', '<s:')}</s:svg>`;
    const wide = Buffer.from(`\ufeff${Buffer.from(svg('viewBox="0 0 200 60"'))}`, 'utf16le');
    const plainLogo = await drawn(svg('viewBox="0 0 200 60"'));
    expect((await drawn(Buffer.from(prefixed))).png).toEqual(plainLogo.png);
    expect((await drawn(wide)).png).toEqual(plainLogo.png);
    const embedded = Buffer.from(await png(plain(64, 64, '#225'))).toString('base64');
    const image = `<image width="60" height="60" href="data:image/png;base64,${embedded}"/>`;
    expect((await drawn(svg('viewBox="0 0 200 60"', image))).drawn).toEqual({
      width: 115,
      height: 115,
    });
  });

  it('is refused empty or endless', async () => {
    expect(await problemCodes(svg('viewBox="0 0 200 60"', ''))).toEqual(['logo-blank']);
    expect(
      await problemCodes(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ).toHaveLength(1);
    expect(await problemCodes(svg('viewBox="0 0 5100 100"'))).toEqual(['logo-too-narrow']);
    expect(await problemCodes(svg('', '<script/>'))).toEqual(['logo-blank']);
  });

  it('shows nothing of a file beside it', async () => {
    const image = '<image width="60" height="60" href="logo.png"/>';
    expect(await problemCodes(svg('viewBox="0 0 200 60"', image))).toEqual(['logo-svg-external']);
  });
});

describe('what is remarked of a logo', () => {
  async function remarksOf(image: Sharp): Promise<string[]> {
    return remarkCodes(await drawn(await png(image)));
  }

  it('is nothing of a dark one on transparency', async () => {
    expect(await remarksOf(markImage())).toEqual([]);
  });

  it('is that it was enlarged more than 1.5 times', async () => {
    expect(await remarksOf(markImage(200))).toEqual([]);
    const logo = await drawn(await png(markImage(300)), 600);
    expect(logo.remarks).toEqual([
      {
        code: 'logo-enlarged',
        values: { factor: expect.stringMatching(/^1\.[78]$/), width: 248, height: 76 },
      },
    ]);
  });

  it('is that it looks small, where it would be fog at full size', async () => {
    const logo = await drawn(await png(markImage(100)), 600);
    expect(logo.scale).toBe(2.5);
    expect(logo.remarks).toEqual([
      { code: 'logo-enlarged', values: { factor: '2.5', width: 83, height: 26 } },
      { code: 'logo-looks-small', values: { percent: 50 } },
    ]);
  });

  it('is that a white page hardly shows it', async () => {
    const white = mark.replaceAll(/fill="[^"]*"/g, 'fill="#fff"');
    const pale = mark.replaceAll(/fill="[^"]*"/g, 'fill="#dde"');
    const half = mark.replace('#222', '#fff');
    expect(await remarksOf(markImage(800, white))).toEqual(['logo-nearly-invisible']);
    expect(await remarksOf(markImage(800, pale))).toEqual(['logo-nearly-invisible']);
    expect(await remarksOf(markImage(800, half))).toEqual(['logo-nearly-invisible']);
  });

  it('is that it stands on a white card with round corners, most of which is trimmed', async () => {
    const card = '<rect width="200" height="60" rx="20" fill="#fff"/>';
    const letters = '<path d="M70 20h10v20h-10zM90 20h10v20h-10zM110 20h10v20h-10z" fill="#222"/>';
    const logo = await drawn(await png(markImage(800, card + letters)));
    expect(remarkCodes(logo)).toEqual(['logo-no-transparency']);
    expect(logo.visualSize).toBeCloseTo(0.4, 1);
  });

  it('is that it stands on a pale colour, which is trimmed like white', async () => {
    const logo = await drawn(await png(markImage(800).flatten({ background: '#fff8d8' })));
    expect(logo.remarks).toEqual([
      { code: 'logo-background-left-in', values: { colour: '#fff8d8' } },
    ]);
    expect(logo.visualSize).toBeCloseTo(markSize, 1);
  });

  it('is no complaint about thin strokes on white', async () => {
    const thin = '<path d="M5 5h190v50h-190z" fill="none" stroke="#222" stroke-width=".6"/>';
    expect(await remarksOf(markImage(800, thin).flatten({ background: '#fff' }))).toEqual([
      'logo-no-transparency',
    ]);
  });

  it('is that it stands on white', async () => {
    expect(await remarksOf(whiteCanvas())).toEqual(['logo-no-transparency']);
  });

  it('is that text is not outlined', async () => {
    const text = `${mark}<text x="80" y="40">Juniper</text>`;
    expect(remarkCodes(await drawn(svg('viewBox="0 0 200 60"', text)))).toEqual(['logo-svg-text']);
  });

  it('is that a solid background was left in, with its colour', async () => {
    const logo = await drawn(await png(markImage().flatten({ background: '#ffcc00' })));
    expect(logo.remarks).toEqual([
      { code: 'logo-background-left-in', values: { colour: '#ffcc00' } },
    ]);
  });
});

describe('the ground of a logo', () => {
  it('stays whole where it is coloured', async () => {
    const logo = await drawn(await png(markImage().flatten({ background: '#0a7' })));
    expect(logo.drawn.width / logo.drawn.height).toBeCloseTo(200 / 60, 1);
  });

  it('is trimmed where it is white, and what is white within the logo stays white', async () => {
    const ring = '<circle cx="100" cy="30" r="25" fill="#fff" stroke="#222" stroke-width="6"/>';
    const logo = await drawn(await png(markImage(800, ring).flatten({ background: '#fff' })));
    expect(logo.drawn.width).toBe(logo.drawn.height);
    expect(pixelAt(await decode(logo.png), 0.5, 0.5)).toEqual([255, 255, 255, 255]);
  });

  it('is found within a transparent border with soft edges', async () => {
    const soft = whiteCanvas()
      .ensureAlpha()
      .extend({ top: 1, bottom: 1, left: 1, right: 1, background: '#ffffff60' })
      .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#0000' });
    const logo = await drawn(Buffer.from(await png(soft)));
    expect(remarkCodes(logo)).toEqual(['logo-no-transparency']);
    expect(logo.visualSize).toBeCloseTo(markSize, 1);
  });

  it('leaves white parts of a logo on transparency as they are', async () => {
    const white = mark.replace('#222', '#fff');
    const logo = await drawn(await png(markImage(800, white)));
    expect(pixelAt(await decode(logo.png), 0.7, 0.5)).toEqual([255, 255, 255, 255]);
  });
});

/** The share of pixels that are neither empty nor one of the mark's colours: of its edges, and of softness. */
async function softPixels(bytes: Uint8Array): Promise<number> {
  const { data, width, height } = await decode(bytes);
  let soft = 0;
  for (let offset = 3; offset < data.length; offset += 4) {
    const alpha = data[offset] ?? 0;
    if (alpha > 10 && alpha < 245) soft += 1;
  }
  return soft / (width * height);
}
