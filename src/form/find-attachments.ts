import { resolveReference } from '../text/character-references.ts';

/**
 * What can hold an address, or part two of them: an image's tag, `<https://…>`, the destination of a Markdown link or
 * image with balanced parentheses, brackets, and a bare address up to what cannot belong to it.
 *
 * Each alternative ends at the next delimiter, so that no input is gone over more than a few times.
 */
const token =
  /<(?<tag>img|source)(?=[\s/])(?<attributes>[^<>]*)>|<(?<autolink>https:\/\/[^\s<>]*)>|\]\(\s*(?:<(?<enclosed>[^<>\n]*)>|(?<destination>(?:[^\s()<>]|\([^\s()<>]*\))*))|(?<bracket>[[\]])|(?<bare>https:\/\/[^\s<>"'`[\]\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20]+)/giu;

/** An address that was found, and whether it was alone in the text: such a one may be part of a link's text. */
interface Found {
  readonly address: string;
  readonly bare: boolean;
}

/**
 * The addresses in the answer of a field that takes an attachment, each once, in their order and as `URL` prints them;
 * `https:` only. Every shape that GitHub writes is found: `![name](address)`, `[name](address)`, `<img src="address">`,
 * and an address alone or in angle brackets. An address that is the text of a link is passed over.
 */
export function findAttachments(answer: string): readonly string[] {
  const found: Found[] = [];
  const openBrackets: number[] = [];
  for (const { groups = {} } of answer.matchAll(token)) {
    if (groups['bracket'] === '[') openBrackets.push(found.length);
    else if (groups['bracket'] === ']') openBrackets.pop();
    else if (groups['bare'] !== undefined) {
      found.push({ address: withoutTrailingPunctuation(groups['bare']), bare: true });
    } else if (groups['tag'] !== undefined) {
      if (groups['tag'].toLowerCase() !== 'img') continue;
      found.push({ address: decodeEntities(sourceOf(groups['attributes'] ?? '')), bare: false });
    } else if (groups['autolink'] !== undefined) {
      found.push({ address: groups['autolink'], bare: false });
    } else {
      dropLinkText(found, openBrackets.pop());
      const address = groups['enclosed'] ?? groups['destination'] ?? '';
      found.push({ address: decodeEntities(address), bare: false });
    }
  }
  const printed = found.map(({ address }) => printHttps(address));
  return [...new Set(printed.filter((address) => address !== undefined))];
}

/** Forgets the bare addresses since a link's opening bracket. */
function dropLinkText(found: Found[], opening = found.length): void {
  while (found.length > opening && found.at(-1)?.bare) found.pop();
}

function printHttps(address: string): string | undefined {
  const url = URL.parse(address);
  return url?.protocol === 'https:' ? url.href : undefined;
}

/** The value of `src` among a tag's attributes; other attributes' quoted values are stepped over. */
function sourceOf(attributes: string): string {
  const source = /"[^"]*"|'[^']*'|(?<=\s)src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi;
  for (const [, double, single, plain] of attributes.matchAll(source)) {
    const value = double ?? single ?? plain;
    if (value !== undefined) return value.trim();
  }
  return '';
}

/** A sentence's punctuation after an address is not part of it, nor is a closing parenthesis that it did not open. */
function withoutTrailingPunctuation(address: string): string {
  let end = address.length;
  let unopened = countOf(address, ')') - countOf(address, '(');
  while (end > 0) {
    const last = address.charAt(end - 1);
    const isPunctuation = '.,;:!?*_~|'.includes(last) || (last === ')' && unopened > 0);
    if (!isPunctuation) break;
    if (last === ')') unopened--;
    end--;
  }
  return address.slice(0, end);
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Resolves the character references that addresses in HTML and Markdown are written with. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(amp|apos|gt|lt|quot|#\d{1,7}|#x[\da-f]{1,6});/gi,
    (whole, reference: string) => resolveReference(reference.toLowerCase()) ?? whole,
  );
}
