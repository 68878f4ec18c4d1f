import type { MarkdownIt } from 'markdown-it';

/** Has a column's alignment as an attribute, as GitHub does, for styles are removed from what people write. */
export function addTableAlignment(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'table-alignment', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const align = /text-align:(\w+)/.exec(`${token.attrGet('style')}`)?.[1];
      if (align !== undefined) token.attrSet('align', align);
    }
  });
}
