const frontMatter =
  /^(---|\+\+\+)[ \t]*\r?\n(?=[ \t]*(?:#|["'\w-][^\n]*[:=]))[\s\S]*?\r?\n\1[ \t]*(?=\r?\n|$)/;

/**
 * A file with blanks in the place of its byte-order mark and of its front matter, which a parser of Markdown would take for a
 * line across the page and a heading. All offsets and lines stay.
 */
export function blankFrontMatter(text: string): string {
  const mark = text.startsWith('\uFEFF') ? ' ' : '';
  const content = text.slice(mark.length);
  const length = frontMatter.exec(content)?.[0].length ?? 0;
  return mark + content.slice(0, length).replace(/[^\r\n]/g, ' ') + content.slice(length);
}
