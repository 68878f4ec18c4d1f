import type { MarkdownIt } from 'markdown-it';

/** What a text may refer to. */
export interface Referable {
  /** The address of an issue or a pull request; nothing where there is none of that number. */
  issue(number: number): string | undefined;
  isLogin(name: string): boolean;
}

const reference = /(?<![\w/&@#])(?:#(\d{1,9})|@([a-z\d](?:[a-z\d-]{0,38})(?:\[bot\])?))(?![\w-])/gi;

/** Makes links of `#12`, and marks mentions, as GitHub does outside of code and links. */
export function addReferences(markdown: MarkdownIt, referable: Referable): void {
  markdown.core.ruler.push('references', (state) => {
    for (const block of state.tokens) {
      if (block.type !== 'inline' || !block.children) continue;
      let depth = 0;
      block.children = block.children.flatMap((token) => {
        if (token.type === 'link_open') depth += 1;
        if (token.type === 'link_close') depth -= 1;
        if (token.type !== 'text' || depth > 0) return [token];
        const markup = linked(token.content, referable, markdown.utils.escapeHtml);
        if (markup === undefined) return [token];
        const inline = new state.Token('html_inline', '', 0);
        inline.content = markup;
        return [inline];
      });
    }
  });
}

function linked(
  text: string,
  referable: Referable,
  escapeHtml: (text: string) => string,
): string | undefined {
  let markup = '';
  let end = 0;
  for (const { 0: whole, 1: number, 2: login = '', index } of text.matchAll(reference)) {
    const address = number === undefined ? undefined : referable.issue(Number(number));
    const isMention = number === undefined && referable.isLogin(login);
    if (address === undefined && !isMention) continue;
    const words = escapeHtml(whole);
    markup += escapeHtml(text.slice(end, index));
    markup += isMention
      ? `<strong>${words}</strong>`
      : `<a href="${escapeHtml(address ?? '')}">${words}</a>`;
    end = index + whole.length;
  }
  return end === 0 ? undefined : markup + escapeHtml(text.slice(end));
}
