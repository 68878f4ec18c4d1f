/** Says whether a reference leads out of the file: an address, or a path. A bare word leads nowhere. */
export function isElsewhere(reference: string): boolean {
  return !/^(?:data|javascript):/i.test(reference) && /[:/.\\]/.test(reference);
}

/**
 * What a piece of CSS (a style sheet, a `style` attribute, or an attribute such as `fill`) refers to that is no element of the
 * file, as written there: addresses, and data put into the style.
 */
export function externalReferencesInCss(css: string): string[] {
  if (!/[(@\\]/.test(css)) return [];
  const plain = withoutEscapes(withoutComments(css));
  const found: string[] = [];
  for (const rule of plain.matchAll(/@import\b/gi)) {
    found.push(plain.slice(rule.index, rule.index + 80).split(/[;\n]/)[0] ?? '@import');
  }
  for (const call of plain.matchAll(/\burl\(/gi)) {
    const target = argument(plain, call.index + call[0].length);
    if (target !== '' && !target.startsWith('#')) found.push(target);
  }
  return found;
}

/**
 * Writes `url(#…)` in CSS with the name that the element has, where it is percent-encoded, as Inkscape writes every name that is
 * not Latin.
 */
export function decodeReferencesInCss(css: string, ids: ReadonlySet<string>): string {
  if (!css.includes('%')) return css;
  return css.replace(/\burl\(\s*(["']?)#([^"')]*)\1\s*\)/gi, (written, _, encoded: string) => {
    const decoded = decodeFragment(encoded, ids);
    return decoded === encoded || decoded.includes('"') ? written : `url("#${decoded}")`;
  });
}

/** The name that a fragment, without its #, means; as it is where an element has just that name. */
export function decodeFragment(encoded: string, ids: ReadonlySet<string>): string {
  if (!encoded.includes('%') || ids.has(encoded)) return encoded;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
/** What is in a function's parentheses, without its quotes. */
function argument(css: string, from: number): string {
  let start = from;
  while (/\s/.test(css.charAt(start))) start += 1;
  const quote = css.charAt(start);
  const isQuoted = quote === '"' || quote === "'";
  const end = css.indexOf(isQuoted ? quote : ')', isQuoted ? start + 1 : start);
  return css.slice(isQuoted ? start + 1 : start, end === -1 ? css.length : end).trim();
}

/** CSS Syntax Level 3: `/*` begins no comment between quotes, nor in a bare `url(…)`. */
const comment =
  /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|url\(\s*(?!["'\s])[^)]*|\/\*[\s\S]*?(?:\*\/|$)/gi;

function withoutComments(css: string): string {
  return css.replace(comment, (token) => (token.startsWith('/*') ? ' ' : token));
}

/** CSS Syntax Level 3, “consume an escaped code point”: `\75 rl(` is `url(`. */
function withoutEscapes(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|(\n)|(.))/gi, (_, hex, newline, character) => {
    if (newline) return '';
    if (!hex) return character;
    const code = Number.parseInt(hex, 16);
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
