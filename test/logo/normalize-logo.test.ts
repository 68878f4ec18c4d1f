import { describe, expect, it } from 'vitest';
import { normalizeLogo } from '../../src/logo/normalize-logo.ts';
import { markImage, png, svg } from './pictures.ts';

async function problemsWith(bytes: Uint8Array) {
  const logo = await normalizeLogo(bytes, { size: 64 });
  return logo.ok ? [] : logo.problems;
}

describe('a stranger’s picture', () => {
  it('becomes a logo of the size that was asked for', async () => {
    const logo = await normalizeLogo(await png(markImage()), { size: 64 });
    expect(logo).toMatchObject({
      ok: true,
      value: { size: 64, source: { format: 'png', width: 800 }, remarks: [] },
    });
  });

  it('is one of several asked for at once, and each gets its own answer', async () => {
    const [first, second, third] = await Promise.all([
      normalizeLogo(svg('viewBox="0 0 200 60"'), { size: 64 }),
      normalizeLogo(Buffer.from('<svg>'), { size: 64 }),
      normalizeLogo(svg('viewBox="0 0 200 60"'), { size: 80 }),
    ]);
    expect(first).toMatchObject({ ok: true, value: { size: 64 } });
    expect(second).toMatchObject({ ok: false, problems: [{ code: 'logo-svg-broken' }] });
    expect(third).toMatchObject({ ok: true, value: { size: 80 } });
  });

  it('has everything listed at once that it lacks', async () => {
    const images = '<image href="https://x.example/a.png"/><use href="b.svg#mark"/>';
    const problems = await problemsWith(svg('onload="x()"', `<script/>${images}`));
    expect(problems.map(({ code, values }) => [code, values['what']])).toEqual([
      ['logo-svg-external', 'href="https://x.example/a.png"'],
      ['logo-svg-external', 'href="b.svg#mark"'],
    ]);
  });

  it('is refused where it is none, and the sentence can say what it is', async () => {
    expect(await problemsWith(new Uint8Array())).toEqual([
      { code: 'logo-empty', field: 'logo', values: {} },
    ]);
    expect(await problemsWith(Buffer.from('hello'))).toEqual([
      { code: 'logo-not-a-picture', field: 'logo', values: {} },
    ]);
    expect(await problemsWith(Buffer.from('%PDF-1.7'))).toEqual([
      { code: 'logo-format-unsupported', field: 'logo', values: { format: 'PDF' } },
    ]);
    const large = Buffer.concat([await png(markImage()), Buffer.alloc(6 * 1024 * 1024)]);
    expect(await problemsWith(large)).toEqual([
      { code: 'logo-too-many-bytes', field: 'logo', values: { megabytes: '6.0', limit: 5 } },
    ]);
  });
});
