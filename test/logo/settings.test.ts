import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { LogoSettings } from '../../src/logo/logo-settings.ts';
import { normalizeLogo } from '../../src/logo/normalize-logo.ts';
import {
  decode,
  drawn,
  mark,
  markImage,
  pixelAt,
  plain,
  png,
  remarkCodes,
  svg,
} from './pictures.ts';

describe('a canvas of two sides', () => {
  const size = { width: 500, height: 200 };

  it.each([
    ['a wide logo', 900, 300],
    ['a square one', 400, 400],
    ['a tall one', 200, 800],
  ])('holds %s, as large as any other and within the margins', async (_, width, height) => {
    const logo = await drawn(await png(plain(width, height, '#225')), { size });
    expect(await sharp(logo.png).metadata()).toMatchObject(size);
    expect(logo.drawn.height).toBeLessThanOrEqual(180);
    expect(logo.drawn.width).toBeLessThanOrEqual(450);
    expect(logo.visualSize).toBeGreaterThan(0.25);
    const [left, top] = [(500 - logo.drawn.width) / 2, (200 - logo.drawn.height) / 2];
    const pixels = await decode(logo.png);
    expect(pixelAt(pixels, (left + 2) / 500, (top + 2) / 200)[3]).toBe(255);
    expect(pixelAt(pixels, (left - 2) / 500, 0.5)[3]).toBe(0);
    expect(pixelAt(pixels, 1 - (left - 2) / 500, 0.5)[3]).toBe(0);
  });

  it('is what the drawing process is told of', async () => {
    const logo = await normalizeLogo(svg('viewBox="0 0 200 60"'), {
      size: { width: 90, height: 70 },
    });
    expect(logo).toMatchObject({ ok: true, value: { size: { width: 90, height: 70 } } });
  });
});

describe('a pale ground that a project wants cleared', () => {
  const settings: LogoSettings = { size: 300, clearBackground: true };

  it.each(['#ffffff', '#f3f3f3', '#fff8e0'])(
    'becomes transparent up to soft edges: %s',
    async (ground) => {
      const content = '<circle cx="100" cy="30" r="25" fill="#e4002b"/>';
      const onGround = await png(markImage(800, content).flatten({ background: ground }));
      const cleared = await drawn(onGround, settings);
      const alone = await drawn(await png(markImage(800, content)));
      expect(remarkCodes(cleared)).toEqual(['logo-background-cleared']);
      const [one, other] = [await decode(cleared.png), await decode(alone.png)];
      expect(pixelAt(one, 0.5, 0.5)).toEqual([0xe4, 0, 0x2b, 255]);
      let differences = 0;
      for (let offset = 0; offset < one.data.length; offset += 4) {
        const [a, b] = [one.data[offset + 3] ?? 0, other.data[offset + 3] ?? 0];
        if (Math.abs(a - b) > 70) differences += 1;
      }
      expect(differences).toBeLessThan(200);
      // On black no light rim is left.
      const onBlack = sharp(cleared.png).flatten({ background: '#000' });
      const { channels } = await sharp(await onBlack.png().toBuffer()).stats();
      expect(channels[1]?.max).toBeLessThan(90);
    },
  );

  it('stays where the logo encloses it', async () => {
    const ring = '<circle cx="100" cy="30" r="20" fill="none" stroke="#124" stroke-width="8"/>';
    const logo = await drawn(
      await png(markImage(800, ring).flatten({ background: '#fff' })),
      settings,
    );
    expect(pixelAt(await decode(logo.png), 0.5, 0.5)).toEqual([255, 255, 255, 255]);
    expect(pixelAt(await decode(logo.png), 0.02, 0.02)[3]).toBe(0);
  });

  it('is left alone where it is coloured, and where nobody asked', async () => {
    const coloured = await png(markImage().flatten({ background: '#0a7' }));
    expect(remarkCodes(await drawn(coloured, settings))).toEqual(['logo-background-left-in']);
    const white = await png(markImage().flatten({ background: '#fff' }));
    expect(remarkCodes(await drawn(white))).toEqual(['logo-no-transparency']);
  });
});

describe('an SVG that a project keeps', () => {
  const settings: LogoSettings = { size: { width: 300, height: 200 }, keepSvg: true };

  async function kept(bytes: Uint8Array): Promise<string | undefined> {
    return (await drawn(bytes, settings)).svg;
  }

  it.each([
    ['whole', svg('viewBox="0 0 200 60"')],
    [
      'with a size of its own',
      svg(
        'width="20mm" height="30mm" viewBox="-10 -20 400 120"',
        `<g transform="translate(-10 -20)">${mark}</g>`,
      ),
    ],
    [
      'small in a large artboard',
      svg('viewBox="0 0 9000 9000"', `<g transform="translate(4000 4000)">${mark}</g>`),
    ],
    ['without any size', svg('', `<g transform="translate(-500 900)">${mark}</g>`)],
    [
      'cut off at its borders',
      svg(
        'viewBox="0 0 200 60"',
        `${mark}<rect x="-500" y="20" width="520" height="500" fill="#0a58ca"/>`,
      ),
    ],
    ['stretched', svg('width="300" height="60" viewBox="0 0 200 60" preserveAspectRatio="none"')],
    [
      'with styles',
      svg(
        'viewBox="0 0 200 60"',
        `<style>:root{--a:#0a58ca}.b{fill:var(--a)}</style><circle class="b" cx="30" cy="30" r="25"/>`,
      ),
    ],
  ])('stands on the same canvas as its PNG: %s', async (_, bytes) => {
    const logo = await drawn(bytes, settings);
    const drawing = await sharp(Buffer.from(logo.svg ?? ''))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(drawing.info).toMatchObject({ width: 300, height: 200 });
    const canvas = await decode(logo.png);
    let different = 0;
    for (let offset = 0; offset < canvas.data.length; offset += 4) {
      if (Math.abs((canvas.data[offset + 3] ?? 0) - (drawing.data[offset + 3] ?? 0)) > 120)
        different += 1;
    }
    expect(different).toBeLessThan(60);
    expect(logo.svg?.length).toBeLessThan(600);
  });

  it('holds nothing that acts, loads or is private', async () => {
    const active =
      '<script>alert(1)</script><a href="https://x.example/" onclick="x()"><g id="secret-plan" data-x="1"/></a><i:pgf xmlns:i="x">eJ</i:pgf><metadata>me</metadata><style>@import url(https://x.example/a.css);</style>';
    const text = await kept(svg('viewBox="0 0 200 60" onload="x()"', `${active}${mark}`));
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(text).not.toMatch(
      /script|alert|onclick|onload|example|secret|pgf|metadata|style|href|<!|<\?/,
    );
  });

  it.each([
    ['text', '<text y="40">Juniper</text>'],
    ['a picture', '<image width="9" height="9" href="data:image/png;base64,AAAA"/>'],
    ['movement', '<rect width="9" height="9"><animate attributeName="x" to="9" dur="1s"/></rect>'],
    ['what is not known', '<rect width="9" height="9" fill="var(--x)"/>'],
    ['a white ground that is trimmed', '<rect width="200" height="60" fill="#fff"/>'],
  ])('becomes a PNG where it has %s', async (_, content) => {
    expect(await kept(svg('viewBox="0 0 200 60"', content + mark))).toBeUndefined();
  });

  it('becomes a PNG where it would be too long for a page', async () => {
    const paths = Array.from({ length: 1_500 }, (_, index) => {
      const curves = Array.from(
        { length: 10 },
        (_, at) => `c1.${index} ${at}.5${index} 1 2 .${at}${index} 1.${index}`,
      );
      const start = `${(index * 37) % 190} ${(index * 17) % 55}`;
      return `<path fill="#${index.toString(16).padStart(3, '0')}" d="M${start}${curves.join('')}"/>`;
    });
    const logo = await drawn(svg('viewBox="0 0 200 60"', paths.join('')), settings);
    expect(logo.svg).toBeUndefined();
    expect(logo.png.length).toBeGreaterThan(0);
  });

  it('is a PNG where pixels came, or nobody asked', async () => {
    expect(await kept(await png(markImage()))).toBeUndefined();
    expect((await drawn(svg('viewBox="0 0 200 60"'))).svg).toBeUndefined();
  });

  it('comes whole out of the drawing process', async () => {
    const logo = await normalizeLogo(svg('viewBox="0 0 200 60"'), settings);
    expect(logo).toMatchObject({
      ok: true,
      value: { svg: expect.stringMatching(/^<svg .*<\/svg>$/) },
    });
  });
});
