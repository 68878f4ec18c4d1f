import { randomUUID } from 'node:crypto';
import type { MarkdownIt } from 'markdown-it';

/** Tells our own boxes from those that somebody wrote as HTML: nobody knows it. */
const key = randomUUID();

/** Where a box is in its text: the number of the line, from 0, and its words. Nothing for a box that is not ours. */
export function taskPlace(mark: string | undefined): string | undefined {
  return mark?.startsWith(`${key} `) ? mark.slice(key.length + 1) : undefined;
}

/** A line with a task: what is before the mark in the box, and what is behind it. */
const task = /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[)[ xX](\]\s.*)$/;

/**
 * A text with one of its boxes checked, or not anymore.
 *
 * @param place as {@link taskPlace} gives it
 * @returns nothing where that box is not there: the text is another one by now
 */
export function setTask(text: string, place: string, isChecked: boolean): string | undefined {
  const lines = text.split('\n');
  const line = Number.parseInt(place, 10);
  const [, before, after = ''] = task.exec(lines[line]?.replace(/\r$/, '') ?? '') ?? [];
  if (before === undefined || placeOf(line, after.slice(1)) !== place) return undefined;
  lines[line] = `${before}${isChecked ? 'x' : ' '}${after}`;
  return lines.join('\n');
}

function placeOf(line: number, words: string): string {
  return `${line} ${words.trim().slice(0, 100)}`;
}

/** Makes boxes of `- [ ]` and `- [x]`, as GitHub does. */
export function addTaskLists(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils;
  markdown.core.ruler.after('inline', 'task-lists', (state) => {
    const { tokens } = state;
    for (const [index, token] of tokens.entries()) {
      const item = tokens[index - 2];
      const [first, ...others] = token.children ?? [];
      if (token.type !== 'inline' || item?.type !== 'list_item_open' || first?.type !== 'text') {
        continue;
      }
      const [box, mark] = /^\[([ xX])\] /.exec(first.content) ?? [];
      if (box === undefined) continue;
      first.content = first.content.slice(box.length);
      const name = [first, ...others].map(({ type, content }) =>
        type === 'html_inline' ? '' : content,
      );
      const [words = ''] = token.content.slice(box.length).split('\n');
      const place = placeOf(item.map?.[0] ?? 0, words);
      const inline = new state.Token('html_inline', '', 0);
      const checked = mark === ' ' ? '' : ' checked';
      inline.content = `<input type="checkbox" disabled${checked} aria-label="${escapeHtml(name.join('').trim().slice(0, 100))}" data-task="${escapeHtml(`${key} ${place}`)}"> `;
      token.children?.unshift(inline);
      item.attrSet('class', 'task');
    }
  });
}
