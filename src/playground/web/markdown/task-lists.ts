import { randomUUID } from 'node:crypto';
import type { MarkdownIt } from 'markdown-it';

/** Tells our own boxes from those that somebody wrote as HTML: nobody knows it. */
const key = randomUUID();

/** The line of a text on which a box of ours stands, from what its markup carries; nothing for any other. */
export function taskLine(mark: string | undefined): string | undefined {
  return mark?.startsWith(`${key} `) ? mark.slice(key.length + 1) : undefined;
}

/** Where a line begins, a task on it, and its words. */
const task = /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\]\s.*)$/;

/** What screen readers call a task. @param words of its first line */
function nameOf(words: string): string {
  return words
    .replace(/[*_`[\]<>]/g, '')
    .slice(0, 80)
    .trim();
}

/** A box that somebody clicked on. */
export interface ClickedTask {
  readonly line: number;
  readonly name: string;
  readonly isChecked: boolean;
}

/** A text with one of its boxes checked, or not any more. @returns nothing where that box is not on that line */
export function setTask(text: string, { line, name, isChecked }: ClickedTask): string | undefined {
  const lines = text.split('\n');
  const [, before, , after = ''] = task.exec(lines[line]?.replace(/\r$/, '') ?? '') ?? [];
  if (before === undefined || nameOf(after.slice(1)) !== name) return undefined;
  lines[line] = `${before}${isChecked ? 'x' : ' '}${after}`;
  return lines.join('\n');
}

/** Makes boxes of `- [ ]` and `- [x]`, as GitHub does. */
export function addTaskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'task-lists', (state) => {
    const { tokens } = state;
    for (const [index, token] of tokens.entries()) {
      const item = tokens[index - 2];
      const [first] = token.children ?? [];
      if (token.type !== 'inline' || item?.type !== 'list_item_open' || first?.type !== 'text') {
        continue;
      }
      const [box, mark] = /^\[([ xX])\] /.exec(first.content) ?? [];
      if (box === undefined) continue;
      first.content = first.content.slice(box.length);
      const [words = ''] = token.content.slice(box.length).split('\n');
      const inline = new state.Token('html_inline', '', 0);
      const name = markdown.utils.escapeHtml(nameOf(words));
      const checked = mark === ' ' ? '' : ' checked';
      inline.content = `<input type="checkbox" disabled${checked} aria-label="${name}" data-task="${key} ${item.map?.[0] ?? 0}"> `;
      token.children?.unshift(inline);
      item.attrSet('class', 'task');
    }
  });
}
