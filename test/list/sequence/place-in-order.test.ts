import { describe, expect, it } from 'vitest';
import { placeInOrder } from '../../../src/list/sequence/place-in-order.ts';

describe('the place of a new name', () => {
  const sorted = ['Anvil', 'birch', 'Cedar', 'Ebony'];

  it.each([
    ['append', 4],
    ['prepend', 0],
    ['alphabetical', 3],
    ['as-is', 3],
  ] as const)('in a sorted list, by %s, is %i', (order, place) => {
    expect(placeInOrder(sorted, 'Dovetail', order)).toBe(place);
  });

  it('does not depend on case or accents', () => {
    expect(placeInOrder(sorted, 'BEECH', 'as-is')).toBe(1);
    expect(placeInOrder(sorted, 'Élan', 'as-is')).toBe(4);
  });

  it('is the end of a list that is in no order, of two names, or of none', () => {
    expect(placeInOrder(['Cedar', 'Anvil', 'Birch'], 'Box', 'as-is')).toBe(3);
    expect(placeInOrder(['Anvil', 'Cedar'], 'Box', 'as-is')).toBe(2);
    expect(placeInOrder([], 'Box', 'alphabetical')).toBe(0);
  });

  it('is not misled by one name that is in a wrong place', () => {
    const names = ['Zebra', ...'ABCDEFGHIJKLM'.split('').map((letter) => `${letter}-1`)];
    expect(placeInOrder(names, 'F-2', 'as-is')).toBe(7);
    expect(placeInOrder(names, 'F-2', 'alphabetical')).toBe(7);
  });

  it('is the end of a list that is made of a few sorted parts, though most neighbors are in order', () => {
    const names = [...'BFKPTX', ...'ADHMRV', ...'CGLQSW'];
    expect(placeInOrder(names, 'E', 'as-is')).toBe(18);
  });

  it('passes over entries without a name', () => {
    expect(placeInOrder(['', 'Anvil', '', 'Cedar'], 'Birch', 'alphabetical')).toBe(3);
  });
});
