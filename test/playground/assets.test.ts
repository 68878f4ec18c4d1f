import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { coloursUsed, sliceColours } from '../../scripts/playground-assets/colours.ts';
import { normalizeLogo } from '../../src/logo/normalize-logo.ts';
import { assetNames } from '../../src/playground/read-asset.ts';
import { iconNames } from '../../src/playground/web/components/icon-names.ts';
import { playground } from './visitor.ts';

const room = join(import.meta.dirname, '../../src/playground');
const primer = join(import.meta.dirname, '../../node_modules/@primer');
const read = (path: string) => readFileSync(path, 'utf8');

describe('what is kept of other packages', () => {
  it('is every colour that our stylesheet names, as the package has it', () => {
    const used = coloursUsed(read(join(room, 'assets/style.css')));
    const kept = read(join(room, 'assets/colours.css'));
    for (const theme of ['light', 'dark']) {
      const whole = read(join(primer, `primitives/dist/css/functional/themes/${theme}.css`));
      expect(kept).toContain(sliceColours(whole, used));
    }
  });

  it('is every icon that our pages name', () => {
    const kept: unknown = JSON.parse(read(join(room, 'assets/icons.json')));
    for (const name of iconNames) {
      const drawing = read(join(primer, `octicons/build/svg/${name}-16.svg`));
      const path = /<path.*\/>|<path.*<\/path>/s.exec(drawing)?.[0] ?? '?';
      expect(Object(kept)[name]).toBe(path);
    }
  });
});

describe('the demo’s logos', () => {
  it('are what the logo room makes of their drawings', async () => {
    const drawings = readdirSync(join(room, 'demo/artwork')).sort();
    expect(drawings).toHaveLength(12);
    for (const drawing of [drawings[0] ?? '', drawings[7] ?? '']) {
      const logo = await normalizeLogo(readFileSync(join(room, 'demo/artwork', drawing)), {
        size: 400,
      });
      const name = drawing.replace('.svg', '-logo.png');
      const kept = readFileSync(join(room, 'demo/millrace/docs/static/img/poweredby', name));
      expect(logo.ok && Buffer.from(logo.value.png).equals(kept)).toBe(true);
    }
  });
});

describe('a page', () => {
  it('is light, with all that it loads', async () => {
    const { visitor } = await playground();
    const someone = visitor();
    const loaded = await Promise.all(
      assetNames()
        .filter((name) => !name.endsWith('.json'))
        .map(async (name) => (await someone.get(`//assets/${name}`)).text),
    );
    for (const path of ['', '/issues', '/issues/new?template=powered-by.yml', '/studio']) {
      const { text } = await someone.get(path);
      const size = [text, ...loaded].reduce((sum, each) => sum + gzipSync(each).length, 0);
      expect(size).toBeLessThan(50_000);
    }
  });
});
