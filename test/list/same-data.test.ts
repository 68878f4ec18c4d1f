import { describe, expect, it } from 'vitest';
import { addEntry } from '../../src/list/formats/front-matter-table/add-entry.ts';
import { sameData } from '../../src/list/same-data.ts';
import { dovetail, read, threeCompanies, valueFrom } from './formats/front-matter-table/pages.ts';

const levels = 16;

/** What aliases of aliases amount to: few objects, and 2^16 ways to the innermost. Calls back at each step on a way. */
function manyWays(word: string, onStep = () => {}): object {
  let data: object = { word };
  for (let level = 0; level < levels; level += 1) {
    const inner = data;
    const step = () => {
      onStep();
      return inner;
    };
    data = Object.defineProperties(
      {},
      {
        one: { get: step, enumerable: true },
        other: { get: step, enumerable: true },
      },
    );
  }
  return data;
}

describe('data with aliases of aliases', () => {
  it('is compared once for each object, not once for each way to it', () => {
    let steps = 0;
    const counted = manyWays('ha', () => {
      steps += 1;
    });
    expect(sameData(counted, manyWays('ha'))).toBe(true);
    expect(steps).toBe(2 * levels);
  });

  it('is told apart by its innermost word', () => {
    expect(sameData(manyWays('ha'), manyWays('hm'))).toBe(false);
  });

  it('may stand beside a table, in circles too, and the page is edited all the same', () => {
    const lines = ['laughs0: &laughs0 [ha, ha]'];
    for (let level = 1; level <= levels; level += 1) {
      lines.push(`laughs${level}: &laughs${level} [*laughs${level - 1}, *laughs${level - 1}]`);
    }
    const aliases = [...lines, 'circle: &circle [*circle, {again: *circle}]', 'title: '].join('\n');
    const withAliases = (text: string): string => text.replace('title: ', aliases);
    const edited = (text: string): string =>
      valueFrom(addEntry(read(text), dovetail, 'append')).text;
    expect(edited(withAliases(threeCompanies))).toBe(withAliases(edited(threeCompanies)));
  });
});
