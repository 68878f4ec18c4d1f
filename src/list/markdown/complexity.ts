import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { allNodes } from './all-nodes.ts';
import { closedContainers, underlinedHeadings } from './closed-containers.ts';
import { mostWorkOf, workOf } from './parser-work.ts';

/** Without these the parser reads blocks alone, which takes no longer than the file is long. */
const inlineConstructs = [
  ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText'],
  ...['hardBreakEscape', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
];

/**
 * The work of reading a file that is allowed. Of real lists the largest has a tenth of that, which takes half a second.
 */
const mostWork = 25_000_000;

/**
 * Where even the least careful estimate finds more, as in half a megabyte with ten thousand marks, dividing the file into paragraphs
 * takes seconds by itself.
 */
const mostEstimate = 4_000_000_000;

/** The longest real file that lists organizations has a tenth of that. */
const mostLines = 10_000;

/** A row of a table with more cells is none that a person wrote; each takes the parser as long as a word. */
const mostCells = 1000;

/** Lists in lists in quotations: each level is looked at again for each line. Nobody nests a dozen. */
const container = /(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*/y;
const deepestNesting = 20;
const deepestIndentation = 80;

/**
 * Where a file is so complicated that to read it would hold up everything else: paragraphs full of what begins something
 * and never ends, or nested without end. The parsers have no bound of their own.
 *
 * @returns an offset; nothing for any file that a person wrote
 */
export function tooComplexAt(text: string): number | undefined {
  const odd = tooDeepAt(text) ?? tooLongAt(text) ?? tooWideAt(text) ?? tooDividedAt(text);
  if (odd !== undefined) return odd;
  // The parser divides a file at least as far, and paragraphs are no more work than what they are in.
  const estimate = mostWorkOf(text);
  if (estimate <= mostWork) return undefined;
  if (estimate > mostEstimate) return 0;
  const blocks = fromMarkdown(text, {
    extensions: [gfmTable(), { disable: { null: inlineConstructs } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  let work = 0;
  for (const node of allNodes(blocks)) {
    if (node.type !== 'text') continue;
    const start = node.position?.start.offset ?? 0;
    const source = text.slice(start, node.position?.end.offset ?? start);
    work += workOf(source);
    if (work > mostWork) return start;
  }
  return undefined;
}

function tooLongAt(text: string): number | undefined {
  let at = 0;
  for (let line = 0; line < mostLines; line += 1) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return undefined;
  }
  return at;
}

/** Lists and quotations that end and headings that are underlined, times lines. Of real lists the largest has two thousand; what is allowed takes half a second. */
const mostCopied = 10_000_000;

/** The first line, where it is no single one. */
function tooDividedAt(text: string): number | undefined {
  const lines = text.split(/\r\n|[\r\n]/);
  const copies = closedContainers(lines) + underlinedHeadings(lines);
  return copies * lines.length > mostCopied ? 0 : undefined;
}

function tooWideAt(text: string): number | undefined {
  let [line, cells] = [0, 0];
  for (const { 0: mark, index } of text.matchAll(/[|\n]/g)) {
    if (mark === '\n') [line, cells] = [index + 1, 0];
    else cells += 1;
    if (cells > mostCells) return line;
  }
  return undefined;
}

function tooDeepAt(text: string): number | undefined {
  for (const { 0: margin, index: start } of text.matchAll(/^[ \t]*(?=[>+*-]|\d)/gm)) {
    let depth = 0;
    container.lastIndex = start + margin.length;
    while (container.test(text)) depth += 1;
    const isIndented = margin.length > deepestIndentation && depth > 0;
    if (depth > deepestNesting || isIndented) return start;
  }
  return undefined;
}
