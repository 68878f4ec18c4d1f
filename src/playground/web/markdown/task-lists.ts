import type { MarkdownIt } from 'markdown-it';

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
      const words = token.content.slice(box.length, box.length + 80).replace(/[*_`[\]<>]/g, '');
      const inline = new state.Token('html_inline', '', 0);
      const name = markdown.utils.escapeHtml(words);
      const checked = mark === ' ' ? '' : ' checked';
      inline.content = `<input type="checkbox" disabled${checked} aria-label="${name}"> `;
      token.children?.unshift(inline);
      item.attrSet('class', 'task');
    }
  });
}
