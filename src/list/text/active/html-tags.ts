/** A tag, or a comment and what browsers take for one, as a browser's tokenizer finds it in markup. */
export interface HtmlTag {
  /** In lower case; empty for a comment, a declaration, a processing instruction. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Names in lower case; values as the markup spells them. */
  readonly attributes: readonly HtmlAttribute[];
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
  /** Whether its end is there; otherwise it swallows what follows on the page. */
  readonly isFinished: boolean;
}

interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
}

const comment = /<!--(?:-?>|[\s\S]*?--!?>|[\s\S]*$)/y;
const bogusComment = /<(?:[!?]|\/[^A-Za-z>])[^>]*>?/y;
const tagName = /<(\/?)([A-Za-z][^\s/>]*)/y;
const attribute =
  /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s>"'][^\s>]*)|(?=>)))?/y;

/** Finds the tags in markup, in order. */
export function readHtmlTags(markup: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at)) {
    const tag = readComment(markup, at) ?? readTag(markup, at);
    if (tag !== undefined) tags.push(tag);
    at = tag?.end ?? at + 1;
  }
  return tags;
}

function readComment(markup: string, start: number): HtmlTag | undefined {
  const found = matchAt(comment, markup, start) ?? matchAt(bogusComment, markup, start);
  if (found === undefined) return undefined;
  const isFinished = found[0].startsWith('<!--')
    ? /^<!--(?:-?>$|[\s\S]*--!?>$)/.test(found[0])
    : found[0].endsWith('>');
  const end = start + found[0].length;
  return { name: '', isClosing: false, attributes: [], start, end, isFinished };
}

function readTag(markup: string, start: number): HtmlTag | undefined {
  const opening = matchAt(tagName, markup, start);
  if (opening === undefined) return undefined;
  const [whole, slash, name = ''] = opening;
  const attributes: HtmlAttribute[] = [];
  let end = start + whole.length;
  for (;;) {
    const found = matchAt(attribute, markup, end);
    if (found === undefined) break;
    const [text, key = '', double, single, bare] = found;
    attributes.push({ name: key.toLowerCase(), value: double ?? single ?? bare ?? '' });
    end += text.length;
  }
  end += matchAt(/[\s/]*/y, markup, end)?.[0].length ?? 0;
  const isFinished = markup[end] === '>';
  if (isFinished) end += 1;
  const isClosing = slash === '/';
  return { name: name.toLowerCase(), isClosing, attributes, start, end, isFinished };
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}
