/**
 * The text of an SVG file, by its byte-order mark, else by the encoding that its XML declaration names (XML 1.0,
 * appendix F). Where the bytes are not in that encoding, or nobody knows it, the declaration is wrong: the file is then read
 * as UTF-8, and as Windows-1252, which takes any bytes, where it is not that either. What matters in a drawing is ASCII.
 */
export function decodeSvg(bytes: Uint8Array): string {
  for (const encoding of [encodingOf(bytes), 'utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb) return 'utf-8';
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be';
  const declaration = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1];
  // A declaration that can be read byte by byte is not in an encoding of two or four bytes.
  return named === undefined || /^(?:utf-?(?:16|32)|ucs|iso-10646)/i.test(named) ? 'utf-8' : named;
}
