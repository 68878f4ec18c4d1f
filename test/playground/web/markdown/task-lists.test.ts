import { describe, expect, it } from 'vitest';
import { setTask } from '../../../../src/playground/web/markdown/task-lists.ts';

const text = 'Before\r\n- [ ] one **bold**\n  1. [x] two\n> - [ ] three\n- not a task';

const click = (line: number, name: string, isChecked: boolean) =>
  setTask(text, { line, name, isChecked });

describe('a box of a task list', () => {
  it('is checked, and unchecked, and nothing else changes', () => {
    expect(click(1, 'one bold', true)).toBe(text.replace('[ ] one', '[x] one'));
    expect(click(2, 'two', false)).toBe(text.replace('[x]', '[ ]'));
    expect(click(3, 'three', true)).toBe(text.replace('[ ] three', '[x] three'));
  });

  it.each([
    ['on a line without one', 4, 'not a task'],
    ['past the end', 40, ''],
    ['on no line', Number.NaN, ''],
    ['of other words than were seen', 1, 'two'],
  ])('is not found %s', (_where, line, name) => {
    expect(click(line, name, true)).toBe(undefined);
  });
});
