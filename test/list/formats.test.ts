import { describe, expect, it } from 'vitest';
import { formatIds } from '../../src/config/configuration.ts';
import { loadFormat, samePlaceKey } from '../../src/list/list.ts';

describe('a format', () => {
  it.each(formatIds)('is loaded by its name: %s', async (id) => {
    expect((await loadFormat(id)).id).toBe(id);
  });
});

describe('the key of a place', () => {
  const place = { group: 1, index: 2, line: 3 };

  it('is what its format says of it, if it says something', () => {
    const details = { pair: 1, column: 'column2' };
    expect(samePlaceKey({ ...place, details })).toBe(samePlaceKey({ ...place, line: 9, details }));
    expect(samePlaceKey({ ...place, details })).not.toBe(
      samePlaceKey({ ...place, details: { ...details, pair: 2 } }),
    );
  });

  it('is otherwise its position in the list', () => {
    expect(samePlaceKey({ ...place, details: {} })).toBe('1 2');
  });
});
