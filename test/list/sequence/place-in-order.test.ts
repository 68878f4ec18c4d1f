import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/config/configuration.ts';
import {
  comparisonIn,
  namesOutOfOrder,
  placeInOrder,
} from '../../../src/list/sequence/place-in-order.ts';

/** The place of a name in a list, or in the group of which the names come first. */
function placeOf(
  names: readonly string[],
  name: string,
  order: Order,
  ...others: readonly (readonly string[])[]
): number {
  return placeInOrder({ names, others }, name, order);
}

describe('the place of a new name', () => {
  const sorted = ['Anvil', 'birch', 'Cedar', 'Ebony'];

  it.each([
    ['append', 4],
    ['prepend', 0],
    ['alphabetical', 3],
    ['as-is', 3],
  ] as const)('in a sorted list, by %s, is %i', (order, place) => {
    expect(placeOf(sorted, 'Dovetail', order)).toBe(place);
  });

  it('does not depend on case or accents', () => {
    expect(placeOf(sorted, 'BEECH', 'as-is')).toBe(1);
    expect(placeOf(sorted, 'Élan', 'as-is')).toBe(4);
  });

  it('is the end of a list that is in no order, of two names, or of none', () => {
    expect(placeOf(['Cedar', 'Anvil', 'Birch'], 'Box', 'as-is')).toBe(3);
    expect(placeOf(['Anvil', 'Cedar'], 'Box', 'as-is')).toBe(2);
    expect(placeOf([], 'Box', 'alphabetical')).toBe(0);
  });

  it('is not misled by one name that is in a wrong place', () => {
    const names = ['Zebra', ...'ABCDEFGHIJKLM'.split('').map((letter) => `${letter}-1`)];
    expect(placeOf(names, 'F-2', 'as-is')).toBe(7);
    expect(placeOf(names, 'F-2', 'alphabetical')).toBe(7);
  });

  it('is the end of a list that is made of a few sorted parts, though most neighbors are in order', () => {
    const names = [...'BFKPTX', ...'ADHMRV', ...'CGLQSW'];
    expect(placeOf(names, 'E', 'as-is')).toBe(18);
  });

  it('passes over entries without a name', () => {
    expect(placeOf(['', 'Anvil', '', 'Cedar'], 'Birch', 'alphabetical')).toBe(3);
  });

  it('is told by the names of all groups, where its own has few', () => {
    const others = [['Anvil', 'Box'], ['Cedar', 'Crane', 'Dowel'], ['Zinc']];
    expect(placeOf(['Mallet', 'Nail'], 'Maul', 'as-is', ...others)).toBe(1);
    expect(placeOf(['Nail'], 'Maul', 'as-is', ...others)).toBe(0);
    const unsorted = [['Box', 'Anvil'], ['Crane', 'Dowel', 'Cedar'], ['Zinc']];
    expect(placeOf(['Mallet', 'Nail'], 'Maul', 'as-is', ...unsorted)).toBe(2);
    expect(placeOf(['Mallet', 'Nail', 'Oar'], 'Maul', 'as-is', ...unsorted)).toBe(3);
    const many = ['A', 'B', 'D', 'E', 'F', 'G'];
    expect(placeOf(many, 'C', 'as-is', ...unsorted)).toBe(2);
    expect(placeOf(many.toReversed(), 'C', 'as-is', ...others, ...others)).toBe(6);
  });

  it('is in alphabetical order below letters, however few names there are', () => {
    const place = (groups: readonly string[]) =>
      placeInOrder({ names: ['Mallet'], others: [['Anvil'], ['1st']], groups }, 'Awl', 'as-is');
    expect(place(['M', 'A', '1'])).toBe(0);
    expect(place(['0-9', 'A – L', 'M–Z'])).toBe(0);
    expect(place(['M', 'A', 'Others'])).toBe(1);
  });

  it('follows the numbers of characters where all names are sorted by these', () => {
    const names = ['Anvil', 'Birch', 'cedar', 'Dowel', 'Elm', 'Fir', 'Ænix'];
    expect(placeOf(names, 'Gorse', 'as-is')).toBe(6);
    expect(placeOf(names, 'Alder', 'as-is')).toBe(0);
    expect(namesOutOfOrder(names, comparisonIn({ names }, 'as-is'))).toEqual([]);
    expect(namesOutOfOrder(names, comparisonIn({ names }, 'alphabetical'))).toEqual([6]);
    expect(placeOf(['Cedar', 'Zinc', 'anvil'], 'Box', 'as-is')).toBe(3);
  });
});
