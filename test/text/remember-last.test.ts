import { expect, it } from 'vitest';
import { rememberLast } from '../../src/text/remember-last.ts';

it('reads the same text once, and another one anew', () => {
  const seen: string[] = [];
  const read = rememberLast((text) => seen.push(text));
  expect(['a', 'a', 'b', 'b', 'a'].map(read)).toEqual([1, 1, 2, 2, 3]);
  expect(seen).toEqual(['a', 'b', 'a']);
});
