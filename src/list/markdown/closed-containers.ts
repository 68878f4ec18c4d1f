const margin = /^[ \t]*/;
const marker = /(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*/y;

/** What a list or quotation that begins behind another one's mark, as in `- - a`, costs more than one that goes over lines. */
const inOneLine = 3;

/**
 * How many lists and quotations end in a file, or a few more. micromark copies all that it has read of a file whenever one ends, so
 * that the product with the number of lines is how long it takes.
 */
export function closedContainers(lines: readonly string[]): number {
  let closed = 0;
  /** Of the last line with marks; nothing where a line in between has ended what it began. */
  let before:
    | { readonly indent: number; readonly inside: number; readonly kind: string }
    | undefined;
  for (const line of lines) {
    const [{ length: indent } = ''] = margin.exec(line) ?? [];
    if (indent === line.length) {
      // A list goes on behind a blank line, a quotation does not.
      if (before?.kind === '>') before = undefined;
      continue;
    }
    let depth = 0;
    let kind = '';
    let inside = indent;
    marker.lastIndex = indent;
    for (let found = marker.exec(line); found !== null; found = marker.exec(line)) {
      if (depth === 0) kind = found[0].trim().at(-1) ?? '';
      if (depth === 0) inside = marker.lastIndex;
      depth += 1;
    }
    if (depth === 0) {
      if (before !== undefined && indent < before.inside) before = undefined;
      continue;
    }
    const isSame = before?.indent === indent && before.kind === kind;
    closed += (isSame ? 0 : 1) + (depth - 1) * inOneLine;
    before = { indent, inside, kind };
  }
  return closed;
}

const underline = /^[>\s]*(?:=+|-+)[ \t]*$/;

/**
 * How many headings a file has that are a line across the page below words, or a few more. micromark copies all that it has read of
 * a file for each of these, too.
 */
export function underlinedHeadings(lines: readonly string[]): number {
  return lines.filter((line, index) => {
    const above = lines[index - 1] ?? '';
    return underline.test(line) && /[^>\s]/.test(above);
  }).length;
}
