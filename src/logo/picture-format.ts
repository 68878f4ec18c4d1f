/** The formats that a logo may have. */
export type LogoFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'svg';

/** What a file's first bytes say it is: a format that can be drawn, or the name of one that cannot, or neither. */
export type SniffedFormat =
  | { readonly kind: 'logo'; readonly format: LogoFormat }
  | { readonly kind: 'unsupported'; readonly name: string }
  | { readonly kind: 'unknown' };

interface Signature {
  readonly offset: number;
  readonly bytes: string;
  readonly is: SniffedFormat;
}

/** Enough for a prologue with a long licence comment before the root element. */
const textPrologue = 64 * 1024;

/** As registered in the WHATWG MIME Sniffing standard and the formats' own specifications; bytes as Latin-1. */
const signatures: readonly Signature[] = [
  signature(0, '\x89PNG\r\n\x1a\n', logo('png')),
  signature(0, '\xff\xd8\xff', logo('jpeg')),
  signature(0, 'GIF87a', logo('gif')),
  signature(0, 'GIF89a', logo('gif')),
  signature(0, 'II*\0', unsupported('TIFF')),
  signature(0, 'MM\0*', unsupported('TIFF')),
  signature(0, 'II+\0', unsupported('TIFF')),
  signature(0, 'MM\0+', unsupported('TIFF')),
  signature(0, '\0\0\x01\0', unsupported('ICO')),
  signature(0, '\0\0\x02\0', unsupported('CUR')),
  signature(0, '%PDF-', unsupported('PDF')),
  signature(0, '%!PS', unsupported('EPS')),
  signature(0, '\xc5\xd0\xd3\xc6', unsupported('EPS')),
  signature(0, '8BPS', unsupported('Photoshop (PSD)')),
  signature(0, '\x1f\x8b', unsupported('gzip (SVGZ)')),
  signature(0, 'PK\x03\x04', unsupported('ZIP')),
  signature(0, '\xff\x0a', unsupported('JPEG XL')),
  signature(0, '\0\0\0\x0cJXL \r\n\x87\n', unsupported('JPEG XL')),
  signature(0, '\0\0\0\x0cjP  \r\n\x87\n', unsupported('JPEG 2000')),
  signature(0, '\xff\x4f\xff\x51', unsupported('JPEG 2000')),
  signature(0, 'qoif', unsupported('QOI')),
  signature(0, 'wOF', unsupported('WOFF')),
  signature(4, 'ftypavif', unsupported('AVIF')),
  signature(4, 'ftypavis', unsupported('AVIF')),
  signature(4, 'ftyphei', unsupported('HEIC')),
  signature(4, 'ftyphev', unsupported('HEIC')),
  signature(4, 'ftypmif1', unsupported('HEIF')),
  signature(4, 'ftypmsf1', unsupported('HEIF')),
  signature(4, 'ftyp', unsupported('MP4')),
];

/** Says what a file is by its bytes; its name and media type are a stranger's claim. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64));
  const latin = head.toString('latin1');
  const found = signatures.find(({ offset, bytes }) => latin.startsWith(bytes, offset));
  if (found) return found.is;
  if (latin.startsWith('RIFF') && latin.startsWith('WEBP', 8)) return logo('webp');
  // `BM` alone begins many a text: the four bytes after the file's length are reserved and zero.
  if (latin.startsWith('BM') && latin.startsWith('\0\0\0\0', 6)) return unsupported('BMP');
  return sniffText(bytes);
}

function sniffText(bytes: Uint8Array): SniffedFormat {
  const text = decodePrologue(bytes.subarray(0, textPrologue));
  const root = rootElement(text);
  if (root === undefined) return { kind: 'unknown' };
  const name = root.toLowerCase();
  if (name === 'svg' || name.endsWith(':svg')) return logo('svg');
  if (name === 'html' || name === '!doctype html' || htmlOnly.has(name)) return unsupported('HTML');
  return root === '' ? { kind: 'unknown' } : unsupported('XML');
}

const htmlOnly = new Set(['head', 'body', 'title', 'meta', 'div', 'img', 'p', 'script']);

function decodePrologue(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** The name of the first element (or `!doctype html`), past declaration, comments, instructions and doctype. */
function rootElement(text: string): string | undefined {
  let at = skipBlanks(text, 0);
  while (text[at] === '<') {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at + 2);
    else if (/^<!doctype\s+html/i.test(text.slice(at, at + 32))) return '!doctype html';
    else if (text.startsWith('<!', at)) at = afterDoctype(text, at);
    else return /^<([a-z_][\w:.-]*)/i.exec(text.slice(at, at + 80))?.[1];
    at = skipBlanks(text, at);
  }
  return undefined;
}

function afterDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const subset = text.indexOf('[', from);
  if (subset === -1 || end < subset) return after(text, '>', from);
  return after(text, '>', after(text, ']', subset));
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  return at;
}

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at + what.length;
}

function signature(offset: number, bytes: string, is: SniffedFormat): Signature {
  return { offset, bytes, is };
}

function logo(format: LogoFormat): SniffedFormat {
  return { kind: 'logo', format };
}

function unsupported(name: string): SniffedFormat {
  return { kind: 'unsupported', name };
}
