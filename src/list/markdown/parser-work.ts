/**
 * What a parser may take for the beginning of something and look for the end of, up to the end of the paragraph; the product
 * with the paragraph's length is how long that takes.
 */
const opening = /[<[*_`!&]/g;

/** The work that a paragraph is to a parser. */
export function workOf(source: string): number {
  return source.length * (source.match(opening)?.length ?? 0);
}

/** With this a line begins that ends the paragraph above, wherever it is. */
const newBlock = /^ {0,3}(?:[-+*][ \t]+[^ \t]|#{1,6}[ \t])/;

/** An item with a number ends the paragraph of another one, but not any paragraph. */
const numbered = /^\d{1,9}[.)][ \t]+[^ \t]/;

/** Below the head of a table, as simple as people write it. */
const tableBorder = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

/** An upper bound of the work: the text is divided only where the parser certainly does, at blank lines, items, headings and rows. */
export function mostWorkOf(text: string): number {
  let work = 0;
  let piece: string[] = [];
  let isTable = false;
  const end = () => {
    work += workOf(piece.join('\r\n'));
    piece = [];
  };
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (isTable && line.startsWith('|')) {
      work += workOf(line);
      continue;
    }
    const isBlank = /^[ \t]*$/.test(line);
    const isNext = numbered.test(line) && numbered.test(piece[0] ?? '');
    if (isBlank || isNext || newBlock.test(line)) end();
    if (!isBlank) piece.push(line);
    const [head = '', border = ''] = piece;
    isTable = piece.length === 2 && isTableStart(head, border);
  }
  end();
  return work;
}

/** Whether two lines below a blank one are the head of a table and nothing else, without marks in which a border would be none. */
function isTableStart(head: string, border: string): boolean {
  if (!tableBorder.test(border) || /[\\`]/.test(head)) return false;
  const [before, ...cells] = head.trimEnd().split('|');
  const behind = cells.pop();
  const isSimple = before === '' && behind === '' && cells.every((cell) => cell.trim() !== '');
  return isSimple && cells.length === border.split('|').length - 2;
}
