/** Blanks as HTML knows them. */
const blank = String.raw`[\t\n\f\r ]`;
const attribute = String.raw`${blank}+[a-z_:][\w.:-]*(?:${blank}*=${blank}*(?:[^\t\n\f\r "'=<>${'`'}]+|'[^']*'|"[^"]*"))?`;

/**
 * What a browser takes for markup, in the order in which it looks: a comment, another declaration, a tag that every parser
 * reads alike, and what may be one. The last ends a search.
 */
const markup = new RegExp(
  [
    String.raw`(?<comment><!--(?:-?>|[\s\S]*?--!?>))`,
    String.raw`<(?:\?|!(?!--|\[))[^>]*>|<\/(?:>|[^a-z>][^>]*>)`,
    String.raw`<(?<name>[a-z][a-z0-9-]*)(?:${attribute})*${blank}*\/?>`,
    String.raw`<\/(?<closed>[a-z][a-z0-9-]*)${blank}*>`,
    String.raw`(?<broken><(?:!--|\/?[a-z][^\s<>]*|[!?/]))`,
  ].join('|'),
  'gi',
);

/** Elements in which a browser passes over `</details>`. */
const barriers = new Set([
  ...['table', 'caption', 'colgroup', 'tbody', 'tfoot', 'thead', 'tr', 'td', 'th', 'svg', 'math'],
  ...['applet', 'marquee', 'object', 'title', 'textarea', 'style', 'xmp', 'iframe', 'noembed'],
  ...['noframes', 'noscript', 'script', 'plaintext'],
]);

/** Elements of whose inside a browser shows nothing, or hardly anything. */
const unseen = new Set(['select', 'template', 'frameset']);

/**
 * Follows the raw HTML of a text, piece by piece, to tell what a browser hides: comments, and the inside of `<details>`. In
 * doubt something counts as hidden: behind a tag that parsers do not agree on nothing is shown anymore.
 */
export class HiddenHtml {
  /** How many `<details>` are open. */
  #depth = 0;
  #isOdd = false;
  #isLost = false;
  #hiddenBy: string | undefined;

  /** What hides the place that was come to; nothing where it is shown. */
  get hiddenBy(): string | undefined {
    return this.#isHidden ? this.#hiddenBy : undefined;
  }

  get #isHidden(): boolean {
    return this.#isLost || this.#depth > 0;
  }

  /**
   * Goes on over a piece of raw HTML.
   *
   * @param isInCell whether it is in a table of Markdown
   * @returns it without what is hidden; its line ends stay
   */
  read(html: string, isInCell = false): string {
    if (this.#isLost) return lineEndsOf(html);
    let shown = '';
    let end = 0;
    const take = (piece: string) => {
      shown += this.#isHidden ? lineEndsOf(piece) : piece;
    };
    for (const { 0: whole, index, groups = {} } of html.matchAll(markup)) {
      take(html.slice(end, index));
      end = index + whole.length;
      const wasHidden = this.#isHidden;
      this.#pass(whole, groups, isInCell);
      const isShown = groups['comment'] === undefined && !wasHidden && !this.#isHidden;
      shown += isShown ? whole : lineEndsOf(whole);
      if (this.#isLost) break;
    }
    take(html.slice(end));
    return shown;
  }

  #pass(
    whole: string,
    groups: Readonly<Record<string, string | undefined>>,
    isInCell: boolean,
  ): void {
    const name = groups['name']?.toLowerCase();
    const closed = groups['closed']?.toLowerCase();
    if (groups['broken'] !== undefined || unseen.has(name ?? '')) {
      this.#hiddenBy ??= whole;
      this.#isLost = true;
    } else if (barriers.has(name ?? closed ?? '')) {
      this.#isOdd = true;
    } else if (name === 'details') {
      this.#hiddenBy ??= '<details>';
      this.#depth += 1;
    } else if (closed === 'details' && this.#depth > 0 && !this.#isOdd && !isInCell) {
      this.#depth -= 1;
      if (this.#depth === 0) this.#hiddenBy = undefined;
    }
  }
}

function lineEndsOf(text: string): string {
  return text.replace(/[^\n]+/g, '');
}
