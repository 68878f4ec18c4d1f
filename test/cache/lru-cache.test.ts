import { expect, it } from 'vitest';
import { LruCache } from '../../src/cache/lru-cache.ts';

it('forgets what was used longest ago, and no more than it must', () => {
  const remembered = new LruCache<string>(2);
  remembered.set('one', 'first');
  remembered.set('two', 'second');
  expect(remembered.get('one')).toBe('first');
  remembered.set('three', 'third');
  expect(['one', 'two', 'three'].filter((key) => remembered.has(key))).toEqual(['one', 'three']);
  remembered.set('three', 'again');
  expect(remembered.get('one')).toBe('first');
  expect(remembered.get('three')).toBe('again');
});

it('knows that it was told nothing from not being told', () => {
  const remembered = new LruCache<string | undefined>(2);
  remembered.set('one', undefined);
  expect([remembered.has('one'), remembered.has('two')]).toEqual([true, false]);
  remembered.set('two', 'second');
  remembered.get('one');
  remembered.set('three', 'third');
  expect([remembered.has('one'), remembered.has('two')]).toEqual([true, false]);
  remembered.delete('one');
  expect(remembered.has('one')).toBe(false);
});
