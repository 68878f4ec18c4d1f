import { describe, expect, it } from 'vitest';
import { svgSize } from '../../../src/logo/svg/svg-size.ts';

describe('the size of an SVG', () => {
  it('is its width and height, in any unit', () => {
    expect(svgSize({ width: '1in', height: '48pt' })).toMatchObject({ width: 96, height: 64 });
    expect(svgSize({ width: '25.4mm', height: ' 2.54cm ' })).toMatchObject({
      width: 96,
      height: 96,
    });
    expect(svgSize({ width: '1e2', height: '.5em' })).toMatchObject({ width: 100, height: 8 });
  });

  it('is that of the viewBox where there is no other', () => {
    const size = { width: 200, height: 60, viewBox: '-5 0 200 60' };
    expect(svgSize({ viewBox: '-5,0 200, 60' })).toEqual(size);
    expect(svgSize({ viewBox: '-5 0 200 60', width: '100%', height: '100%' })).toEqual(size);
    expect(svgSize({ viewBox: '-5 0 200 60', width: 'auto', height: '0' })).toEqual(size);
  });

  it('has the proportions of the viewBox where one side is missing', () => {
    const viewBox = '0 0 200 50';
    expect(svgSize({ viewBox, width: '100' })).toMatchObject({ width: 100, height: 25 });
    expect(svgSize({ viewBox, height: '100px' })).toMatchObject({ width: 400, height: 100 });
  });

  it('makes a viewBox of width and height', () => {
    expect(svgSize({ width: '30', height: '20' })?.viewBox).toBe('0 0 30 20');
  });

  it.each([
    {},
    { width: '100%', height: '100%' },
    { width: '20' },
    { viewBox: '0 0 0 10' },
    { viewBox: '0 0 10' },
    { viewBox: '0 0 a b' },
    { width: '-3', height: '1e999' },
  ])('is not said by %j', (attributes) => {
    expect(svgSize(attributes)).toBeUndefined();
  });
});
