/**
 * Named character references of HTML that a page's author may have written, and all for an ASCII
 * character. The standard knows two thousand more; a name that is not here is left as it is, and its source does
 * not count as plain.
 */
const named = new Map<string, string>([
  ['Tab', '\t'],
  ['NewLine', '\n'],
  ...pairs('excl ! quot " QUOT " num # dollar $ percnt % amp & AMP & apos \' lpar ( rpar )'),
  ...pairs('ast * midast * plus + comma , period . sol / colon : semi ; lt < LT < equals ='),
  ...pairs('gt > GT > quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] Hat ^'),
  ...pairs('lowbar _ UnderBar _ grave ` DiacriticalGrave ` lcub { lbrace { verbar | vert |'),
  ...pairs('VerticalLine | rcub } rbrace } ndash – mdash — hellip … bull • euro € trade ™'),
  ...pairs('lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ lsaquo ‹ rsaquo › dagger †'),
  ...pairs('Dagger ‡ permil ‰ COPY © REG ® OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ'),
  ...pairs('ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200C zwj \u200D'),
]);

/** From U+00A0 on, one name each: ISO 8859-1, the names of which browsers know without a semicolon too. */
const latin =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
  acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring
  AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times
  Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave
  eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute
  ucirc uuml yacute thorn yuml`.split(/\s+/);
for (const [index, name] of latin.entries()) named.set(name, String.fromCharCode(0xa0 + index));

/** The names that act in HTML without a semicolon, as alternatives of a regular expression. */
export const namesWithoutSemicolon = [
  ...latin,
  ...['amp', 'AMP', 'lt', 'LT', 'gt', 'GT', 'quot', 'QUOT', 'COPY', 'REG'],
].join('|');

/** The names that read best where we write a reference. */
const written = new Map<string, string>(
  `bsol amp grave ast lowbar lsqb rsqb lt gt lcub percnt colon period commat num plus rpar quot apos
  equals Hat sol`
    .split(/\s+/)
    .map((name) => [named.get(name) ?? '', name]),
);

/** The reference that shows one character and is inert in Markdown, HTML and shortcodes alike. */
export function toReference(character: string): string {
  const name = written.get(character);
  return name === undefined ? `&#${character.codePointAt(0)};` : `&${name};`;
}

/**
 * The character of a reference.
 *
 * @param reference what is between `&` and `;`: a name, or `#` with a decimal, or `#x` with a hexadecimal number
 * @returns `undefined` for a name that is not known
 */
export function resolveReference(reference: string): string | undefined {
  if (!reference.startsWith('#')) return named.get(reference);
  const isHexadecimal = /^#x/i.test(reference);
  const code = Number.parseInt(reference.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

/** Reads words that are apart by a single blank, two by two. */
function pairs(words: string): [string, string][] {
  const list = words.split(' ');
  return list.flatMap((word, index) =>
    index % 2 === 0 ? [[word, list[index + 1] ?? ''] as [string, string]] : [],
  );
}
