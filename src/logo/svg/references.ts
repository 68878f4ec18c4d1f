/** Pictures of pixels and fonts that a program put into the file itself. */
const embedded =
  /^data:(?:image\/(?:png|jpe?g|gif|webp)|font\/[\w.+-]+|application\/(?:x-)?font[\w.+-]*|application\/octet-stream)[;,]/i;

/** Says whether a reference stays within the file: to one of its own elements, or to a picture put into it. */
export function isInternal(reference: string): boolean {
  const target = reference.trim();
  return target === '' || target.startsWith('#') || embedded.test(target);
}

/**
 * What a piece of CSS (a style sheet, a `style` attribute, or an attribute such as `fill`) loads from outside the file,
 * as written there.
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
    if (!isInternal(target)) found.push(target);
  }
  return found;
}

/** What stands in a function's parentheses, without its quotes. */
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
