import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  addTaskLists,
  setTask,
  taskPlace,
} from '../../../../src/playground/web/markdown/task-lists.ts';

const long = `${'a long task '.repeat(20)}`;
const text = `Before\r\n\r\n- [ ] @&#8203;one **bold** <b>&amp;</b> "x"\n  1. [x] two\n     further\n> - [ ] three\n\n- [ ] ${long}\n- not a task`;

/** Where the boxes of a text stand, as its page has it. */
function placesIn(markdown: string): string[] {
  const renderer = markdownIt({ html: true });
  addTaskLists(renderer);
  const html = renderer.render(markdown);
  const marks = Array.from(html.matchAll(/data-task="([^"]*)"/g), ([, mark = '']) => mark);
  return marks.flatMap((mark) => taskPlace(renderer.utils.unescapeAll(mark)) ?? []);
}

describe('a box of a task list', () => {
  it('is checked, and unchecked, and nothing else changes', () => {
    const [one = '', two = '', three = '', four = ''] = placesIn(text);
    expect(setTask(text, one, true)).toBe(text.replace('[ ] @', '[x] @'));
    expect(setTask(text, two, false)).toBe(text.replace('[x]', '[ ]'));
    expect(setTask(text, three, true)).toBe(text.replace('[ ] three', '[x] three'));
    expect(setTask(text, four, true)).toBe(text.replace('[ ] a long', '[x] a long'));
  });

  it.each(['8 not a task', '40 ', 'NaN', '', '3 one', '-1 two', '3'])(
    'is not found at “%s”',
    (place) => {
      expect(setTask(text, place, true)).toBe(undefined);
    },
  );

  it('is ours only where it is not written as HTML', () => {
    expect(placesIn('<input type="checkbox" data-task="0 x">\n\n- [ ] x')).toEqual(['2 x']);
  });
});
