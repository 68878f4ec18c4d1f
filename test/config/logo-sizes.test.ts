import { describe, expect, it } from 'vitest';
import { readLogoSize, writeCanvas } from '../../src/config/logo-sizes.ts';

describe('the size of a logo', () => {
  it.each([
    ['600', 600],
    ['500x200', { width: 500, height: 200 }],
    [' 500 × 200 ', { width: 500, height: 200 }],
    ['300X300', 300],
    ['63', undefined],
    ['600x2001', undefined],
    ['600x', undefined],
    ['x600', undefined],
    ['6e2', undefined],
    ['', undefined],
  ])('is read from %j as %j', (text, size) => {
    expect(readLogoSize(text)).toStrictEqual(size);
  });

  it('is written with both sides', () => {
    expect(writeCanvas(600)).toBe('600×600');
    expect(writeCanvas({ width: 500, height: 200 }, 'x')).toBe('500x200');
  });
});
