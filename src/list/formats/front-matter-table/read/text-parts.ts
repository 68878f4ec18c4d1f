/** The parts of a text cell's markup, as they are there. Put together again they are the markup. */
export interface TextParts {
  readonly description: string;
  /** Blanks, line ends and `<br />` between the description and the link. */
  readonly separator: string;
  readonly link: LinkMarkup | undefined;
}

/** A Markdown link, `[text](destination)`, as it is. */
export interface LinkMarkup {
  readonly text: string;
  readonly destination: string;
}

/**
 * Takes a text cell's markup apart: a description and, behind blanks or `<br />`, the link that ends the cell.
 * Linear.
 *
 * @param isSource whether it is the source of a double-quoted YAML scalar, where a separator may hold escapes too
 */
export function splitText(markup: string, isSource = false): TextParts {
  const whole = { description: markup, separator: '', link: undefined };
  const end = endWithoutBlanks(markup, markup.length);
  if (markup[end - 1] !== ')') return whole;
  const middle = markup.lastIndexOf('](', end);
  const destination = markup.slice(middle + 2, end - 1);
  const start = middle === -1 ? -1 : openingBracket(markup, middle);
  if (start <= 0 || markup[start - 1] === '!' || /[\s<>]/.test(destination)) return whole;
  const description = endWithoutSeparator(markup, start, isSource);
  if (description === start || description === 0) return whole;
  return {
    description: markup.slice(0, description),
    separator: markup.slice(description, start),
    link: { text: markup.slice(start + 1, middle), destination },
  };
}

/** The `[` that belongs to the `]` at `close`; -1 where there is none. */
function openingBracket(markup: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    const character = markup[at];
    if ((character !== '[' && character !== ']') || markup[at - 1] === '\\') continue;
    depth += character === ']' ? 1 : -1;
    if (depth === 0) return at;
  }
  return -1;
}

function endWithoutBlanks(markup: string, from: number): number {
  let end = from;
  while (end > 0 && /\s/.test(markup[end - 1] ?? '')) end -= 1;
  return end;
}

const lineBreak = /<br\s{0,9}\/?>$/i;
/** In a scalar's source also an escaped `n`. */
const sourceLineBreak = /(?:<br\s{0,9}\/?>|(?<!\\)\\n)$/i;
const longestLineBreak = 16;

function endWithoutSeparator(markup: string, from: number, isSource: boolean): number {
  let end = from;
  for (;;) {
    const blank = endWithoutBlanks(markup, end);
    const tail = markup.slice(Math.max(0, blank - longestLineBreak), blank);
    const isEscape = isSource && markup[blank] === '\n' && /(?<!\\)\\$/.test(tail);
    const found = isEscape ? '\\' : (isSource ? sourceLineBreak : lineBreak).exec(tail)?.[0];
    if (found === undefined) return blank;
    end = blank - found.length;
  }
}
