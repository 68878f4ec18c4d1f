import { describe, expect, it } from 'vitest';
import { saysNothing } from '../../src/submission/no-answer.ts';

/** An answer, whether it says nothing where a text is asked for, and where a name is. */
const table: readonly (readonly [string, boolean, boolean])[] = [
  ['N/A', true, true],
  ['n/a.', true, true],
  ['N.A.', true, true],
  ['Ｎ／Ａ', true, true],
  ['(n/a)', true, true],
  ['**N/A**', true, true],
  ['_No response_', true, true],
  ['none', true, true],
  ['None.', true, true],
  ['not applicable', true, true],
  ['TBD', true, true],
  ['tbd…', true, true],
  ['To be   determined', true, true],
  ['same as above', true, true],
  ['See above.', true, true],
  ['Your company', true, true],
  ['无', true, true],
  ['无。', true, true],
  ['（无）', true, true],
  ['無', true, true],
  ['暂无', true, true],
  ['没有', true, true],
  ['不适用', true, true],
  ['同上', true, true],
  ['同上。', true, true],
  ['待定', true, true],
  // A company may be called so.
  ['NA', true, false],
  ['Nothing', true, false],
  ['Ditto', true, false],
  ['same', true, false],
  ['Unknown', true, false],
  ['Later', true, false],
  ['no', true, false],
  ['Same as English', true, false],
  ["don't know", true, false],
  ['coming soon', true, false],
  ['no translation yet', true, false],
  ['同英文', true, false],
  ['见英文', true, false],
  ['不需要', true, false],
  // Of a name it is said that it has no letter.
  ['-', true, false],
  ['--', true, false],
  ['—', true, false],
  ['…', true, false],
  ['...', true, false],
  ['/', true, false],
  ['?', true, false],
  ['。', true, false],
  // Answers.
  ['None of our trains is late.', false, false],
  ['N/A Records', false, false],
  ['Nonesuch', false, false],
  ['We use it for everything.', false, false],
  ['Same-day parcels', false, false],
  ['無印良品', false, false],
  ['无锡快运', false, false],
  ['同上海快运', false, false],
  ['C', false, false],
  ['42', false, false],
  ['🚀', false, false],
];

describe('an answer that says nothing', () => {
  it.each(table)('%j: in a text %j, as a name %j', (answer, inText, asName) => {
    expect([saysNothing(answer), saysNothing(answer, true)]).toEqual([inText, asName]);
  });

  it('is looked for in little time, however long the answer is', () => {
    expect(saysNothing('-'.repeat(1_000_000))).toBe(false);
  });
});
