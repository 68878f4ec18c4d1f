import { describe, expect, it } from 'vitest';
import { measureLogo } from '../../src/logo/measure-logo.ts';
import { drawn, markImage, plain, png, svg } from './pictures.ts';

describe('a logo file measured', () => {
  it('tells format, sides, length and visual size', async () => {
    const bytes = await png(plain(100, 50, '#225').extend({ top: 50, background: '#fff' }));
    expect(await measureLogo(bytes)).toEqual({
      format: 'png',
      width: 100,
      height: 100,
      bytes: bytes.length,
      visualSize: Math.sqrt(0.5),
    });
  });

  it('agrees with what was drawn', async () => {
    const logo = await drawn(await png(markImage()));
    expect((await measureLogo(logo.png))?.visualSize).toBe(logo.visualSize);
  });

  it('takes small pictures, and vectors', async () => {
    expect(await measureLogo(await png(plain(8, 8, '#225')))).toMatchObject({ visualSize: 1 });
    const vector = svg('width="200" height="60"');
    expect(await measureLogo(vector)).toEqual({
      format: 'svg',
      width: 200,
      height: 60,
      bytes: vector.length,
    });
    expect(await measureLogo(svg(''))).toMatchObject({ width: 300, height: 150 });
  });

  it('sees nothing in what a white page hides', async () => {
    expect(await measureLogo(await png(plain(40, 40, '#fff')))).toMatchObject({ visualSize: 0 });
  });

  it.each(['', 'hello', '<svg', '%PDF-1.7', '\x89PNG\r\n\x1a\n'])(
    'gives nothing for %j',
    async (text) => {
      expect(await measureLogo(Buffer.from(text, 'latin1'))).toBeUndefined();
    },
  );
});
