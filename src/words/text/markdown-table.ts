/**
 * A Markdown table.
 *
 * @param head what stands over each column
 * @param rows their cells, each Markdown on one line without `|`
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [head, head.map(() => '---'), ...rows].map(toLine).join('\n');
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
