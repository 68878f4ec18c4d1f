import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const marker = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** Makes boxes of quotations that begin with `[!NOTE]` and its like on a line of their own, as GitHub does. */
export function addAlerts(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'alerts', (state) => {
    const { tokens } = state;
    for (const [index, open] of tokens.entries()) {
      const [paragraph, words] = tokens.slice(index + 1);
      if (open.type !== 'blockquote_open' || open.level > 0) continue;
      if (paragraph?.type !== 'paragraph_open' || words === undefined) continue;
      const [line = '', kind] = marker.exec(words.content) ?? [];
      if (kind === undefined) continue;
      const close = tokens.find(
        (each, place) => place > index && each.type === 'blockquote_close' && each.level === 0,
      );
      open.tag = 'div';
      if (close) close.tag = 'div';
      open.attrSet('class', `alert alert-${kind.toLowerCase()}`);
      words.content = words.content.slice(line.length);
      const isAlone = words.content === '';
      tokens.splice(index + 1, isAlone ? 3 : 0, ...title(state, kind));
    }
  });
}

function title({ Token }: StateCore, kind: string): Token[] {
  const open = new Token('paragraph_open', 'p', 1);
  const words = new Token('inline', '', 0);
  open.attrSet('class', 'alert-title');
  open.block = true;
  words.content = kind[0]?.toUpperCase() + kind.slice(1).toLowerCase();
  words.children = [];
  const close = new Token('paragraph_close', 'p', -1);
  close.block = true;
  return [open, words, close];
}
