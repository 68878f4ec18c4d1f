import type { Markup } from '../../config/configuration.ts';

/** What a list may let through, where its configuration says so. */
const inline = [
  /(?<!!)\[[^\]]+\]\(https:[^)]*\)/gu,
  /(\*\*|__|~~)(?=\S)[^*_~]+(?<=\S)\1/gu,
  /(?<![\p{L}\p{N}*])\*(?=\S)[^*]+(?<=\S)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(?=\S)[^_]+(?<=\S)_(?![\p{L}\p{N}_])/gu,
  /`[^`]+`/gu,
];

const other = [
  /!?\[[^\]]*\]\([^)]*\)/u,
  /<\/?[a-z][^<>]*>/iu,
  // A heading, a list or a quotation.
  /^(?:#{1,6}|[-*+>]|\d+[.)])\s/mu,
];

/**
 * Whether a text holds markup that a page shows as it was typed: a link, a picture, emphasis, code, HTML, a list, a heading or
 * a quotation.
 *
 * @param text cleaned
 * @param markup what the list lets through
 */
export function showsMarkup(text: string, markup: Markup): boolean {
  const left =
    markup === 'inline' ? inline.reduce((rest, each) => rest.replace(each, ''), text) : text;
  return [...inline, ...other].some((pattern) => left.search(pattern) !== -1);
}
