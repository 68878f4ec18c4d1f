import { describe, expect, it } from 'vitest';
import { likeness } from '../../../src/logo/output/likeness.ts';

function picture(...pixels: readonly (readonly [number, number, number, number])[]) {
  return { data: Uint8Array.from(pixels.flat()), width: pixels.length, height: 1 };
}

describe('the likeness of a copy', () => {
  it('is without bound where nothing differs', () => {
    const same = picture([1, 2, 3, 255], [0, 0, 0, 0]);
    expect(likeness(same, same)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is the peak signal-to-noise ratio, whatever emptiness is around', () => {
    const [one, other] = [picture([100, 100, 100, 255]), picture([110, 110, 110, 255])];
    expect(likeness(one, other)).toBeCloseTo(20 * Math.log10(255 / 10), 5);
    const empty = [0, 0, 0, 0] as const;
    expect(
      likeness(
        picture([100, 100, 100, 255], empty, empty),
        picture([110, 110, 110, 255], empty, empty),
      ),
    ).toBeCloseTo(20 * Math.log10(255 / 10), 5);
  });

  it('sees on black what white hides, and the other way round', () => {
    expect(likeness(picture([255, 255, 255, 200]), picture([255, 255, 255, 150]))).toBeLessThan(20);
    expect(likeness(picture([0, 0, 0, 200]), picture([0, 0, 0, 150]))).toBeLessThan(20);
  });

  it('counts a lost colour among many pale pixels', () => {
    const white = Array.from({ length: 1_000 }, () => [255, 255, 255, 255] as const);
    expect(
      likeness(picture([200, 0, 0, 255], ...white), picture([0, 0, 200, 255], ...white)),
    ).toBeLessThan(20);
  });
});
