import markdownIt, { type Token } from 'markdown-it';
import { withoutComments } from '../../text/without-comments.ts';
import { HiddenHtml } from './hidden-html.ts';

/** A line of a text as GitHub shows it. */
export interface ShownLine {
  /** As typed. */
  readonly source: string;
  /** What is shown of it: comments are not. */
  readonly text: string;
  /** Whether it is read as Markdown, shown as it was typed (code, raw HTML), or not shown. */
  readonly kind: 'markdown' | 'raw' | 'hidden';
  /** What makes it raw or hidden, where that is known. */
  readonly hiddenBy?: string | undefined;
}

/** A box of a task list that is shown. */
export interface ShownBox {
  /** Counted from 0. */
  readonly line: number;
  readonly isTicked: boolean;
  /** As typed. */
  readonly label: string;
  readonly isQuoted: boolean;
}

/** What GitHub shows of an issue's body. */
export interface ShownBody {
  readonly lines: readonly ShownLine[];
  readonly boxes: readonly ShownBox[];
}

/** What is nested deeper costs the parser time, and counts as hidden. */
const deepestNesting = 20;

const parser = markdownIt({ html: true, maxNesting: deepestNesting });

/** The marks of lists and quotations alone on a line. */
const bareMarks = /^[\s>*+.)\d-]*$/;

/**
 * Reads a text as GitHub shows it (GitHub-flavoured Markdown): what is in comments of HTML, in `<details>` or a link's
 * definition is hidden, and what is code or raw HTML is no Markdown. Linear in the text's length.
 */
export function readShown(body: string): ShownBody {
  return new Reader(body).read();
}

type Mutable<Line> = { -readonly [Key in keyof Line]: Line[Key] };

class Reader {
  readonly #tokens: readonly Token[];
  readonly #source: readonly string[];
  readonly #lines: Mutable<ShownLine>[];
  readonly #boxes: ShownBox[] = [];
  readonly #html = new HiddenHtml();
  #quotes = 0;

  constructor(body: string) {
    this.#source = body.split(/\r\n?|\n/);
    // What no block claims below is a link's definition.
    this.#lines = this.#source.map((source) =>
      bareMarks.test(source)
        ? { source, text: source, kind: 'markdown' }
        : { source, text: '', kind: 'hidden' },
    );
    this.#tokens = parser.parse(this.#source.join('\n'), {});
  }

  read(): ShownBody {
    let map: readonly [number, number] = [0, 0];
    this.#tokens.forEach((token, index) => {
      map = token.map ?? map;
      if (token.type.startsWith('blockquote')) this.#quotes += token.nesting;
      switch (token.type) {
        case 'inline':
          this.#readInline(token, map, this.#tokens.slice(index - 2, index));
          break;
        case 'html_block':
          this.#readHtml(token.content, map);
          break;
        case 'fence':
        case 'code_block':
          this.#claim(map, 'raw', token.markup);
          break;
        case 'heading_open':
        case 'paragraph_open':
        case 'table_open':
        case 'hr':
          this.#claim(map, 'markdown');
          break;
      }
    });
    return { lines: this.#lines, boxes: this.#boxes };
  }

  /** @param around the two tokens before it */
  #readInline(
    { content, children }: Token,
    map: readonly [number, number],
    [item, block]: readonly Token[],
  ): void {
    const pieces = (children ?? []).filter(({ type }) => type === 'html_inline');
    const isShown = this.#html.hiddenBy === undefined;
    const isInCell = block?.type === 'td_open' || block?.type === 'th_open';
    for (const piece of pieces) this.#html.read(piece.content, isInCell);
    const { hiddenBy } = this.#html;
    const hasDetails = pieces.some((piece) => /^<\/?details\b/i.test(piece.content));
    if (!isShown || hiddenBy || hasDetails) {
      this.#claim(map, 'hidden', hiddenBy);
      return;
    }
    const hasComment = pieces.some((piece) => piece.content.startsWith('<!--'));
    if (hasComment) this.#write(map, withoutComments(this.#source.slice(...map).join('\n')));
    const [, mark, label = ''] = /^\[([ xX])\][ \t]+(\S.*)/s.exec(content) ?? [];
    if (mark === undefined || item?.type !== 'list_item_open') return;
    const [words = ''] = (hasComment ? withoutComments(label) : label).split('\n');
    const isQuoted = this.#quotes > 0;
    this.#boxes.push({ line: map[0], isTicked: mark !== ' ', label: words, isQuoted });
  }

  #readHtml(content: string, [start, end]: readonly [number, number]): void {
    const before = this.#html.hiddenBy;
    const [mark = ''] = /<!--|<[^\s>]*>?/.exec(content) ?? [];
    const shown = this.#html.read(content).split('\n');
    const hiddenBy = this.#html.hiddenBy ?? before ?? mark;
    for (let at = start; at < end; at++) {
      const text = shown[at - start] ?? '';
      const kind = text.trim() === '' ? 'hidden' : 'raw';
      this.#lines[at] = { source: this.#source[at] ?? '', text, kind, hiddenBy };
    }
  }

  /** Says of lines what they are, where they are shown at all. */
  #claim(map: readonly [number, number], kind: ShownLine['kind'], hiddenBy?: string) {
    const hidden = this.#html.hiddenBy;
    for (let at = map[0]; at < map[1]; at++) {
      const source = this.#source[at] ?? '';
      const isHidden = hidden !== undefined || kind === 'hidden';
      this.#lines[at] = isHidden
        ? { source, text: '', kind: 'hidden', hiddenBy: hidden ?? hiddenBy }
        : { source, text: source, kind, hiddenBy };
    }
  }

  #write([start]: readonly [number, number], text: string): void {
    text.split('\n').forEach((words, index) => {
      const line = this.#lines[start + index];
      if (line) line.text = words;
    });
  }
}
