/** What Hugo writes for characters, the typographer's own included. */
const references: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"', '#43': '+' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…' },
};

/** The text that a browser shows of a cell, or `undefined` where anything but a paragraph is in it. */
export function shownText(html: string): string | undefined {
  const inside = html
    .trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1')
    // Between characters that must not touch, this shows nothing.
    .replaceAll('<template v-if=0>\u2060</template>', '');
  if (inside.includes('<')) return undefined;
  return inside.replace(/&([#\w]+);/g, (whole, name: string) => references[name] ?? whole);
}

/** Makes equal what may differ: white space, and the typographer's quotes, dashes and ellipses. */
export function canonical(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Noncharacter_Code_Point}/gu, '\uFFFD')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replaceAll('–', '--')
    .replaceAll('—', '---')
    .replaceAll('…', '...')
    .trim();
}
