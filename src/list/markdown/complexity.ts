import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { allNodes } from './all-nodes.ts';

/** Without these the parser reads blocks alone, which takes no longer than the file is long. */
const inlineConstructs = [
  ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText'],
  ...['hardBreakEscape', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
];

/**
 * What a parser may take for the beginning of something and look for the end of, up to the end of the paragraph; the product
 * with the paragraph's length is how long that takes. Of real lists the largest has a hundredth of what is allowed, which takes
 * two seconds.
 */
const opening = /[<[*_`!&]/g;
const mostWork = 100_000_000;

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
  const odd = tooDeepAt(text) ?? tooLongAt(text) ?? tooWideAt(text);
  if (odd !== undefined) return odd;
  // However the file is divided into paragraphs, they are no more work than one.
  if (workOf(text) <= mostWork) return undefined;
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

function workOf(source: string): number {
  return source.length * (source.match(opening)?.length ?? 0);
}

function tooLongAt(text: string): number | undefined {
  let at = 0;
  for (let line = 0; line < mostLines; line += 1) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return undefined;
  }
  return at;
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
