import type { Problem } from '../../problem/problem.ts';
import type { NormalizedLogo } from '../draw-logo.ts';

/** What the drawing process says: the logo, the problems with the picture, or a fault of ours. */
export type Answer =
  | { readonly kind: 'logo'; readonly logo: NormalizedLogo }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'fault'; readonly message: string };

/** An answer without the PNG's bytes, which follow it: JSON has no place for them. */
type Header =
  | Exclude<Answer, { readonly kind: 'logo' }>
  | {
      readonly kind: 'logo';
      readonly logo: Omit<NormalizedLogo, 'png'>;
      /** In bytes. */
      readonly pngLength: number;
    };

/** Precedes the header: an answer of another version, or no answer, is told apart. */
const mark = Buffer.from('poweredby logo 1\n');

/** Writes an answer as bytes: a mark, the header's length (4 bytes, big-endian), the header as JSON, the PNG. */
export function writeAnswer(answer: Answer): Uint8Array {
  const png = answer.kind === 'logo' ? answer.logo.png : new Uint8Array();
  const header = Buffer.from(JSON.stringify(headerOf(answer)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([mark, length, header, png]);
}

function headerOf(answer: Answer): Header {
  if (answer.kind !== 'logo') return answer;
  const { png, ...logo } = answer.logo;
  return { kind: 'logo', logo, pngLength: png.length };
}

/** Reads an answer; nothing where it is not whole, or is none. */
export function readAnswer(bytes: Uint8Array): Answer | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerStart = mark.length + 4;
  if (buffer.length < headerStart || !buffer.subarray(0, mark.length).equals(mark))
    return undefined;
  const headerEnd = headerStart + buffer.readUInt32BE(mark.length);
  if (buffer.length < headerEnd) return undefined;
  const header = readHeader(buffer.toString('utf8', headerStart, headerEnd));
  if (header?.kind !== 'logo') return header;
  const png = Uint8Array.from(buffer.subarray(headerEnd));
  if (png.length !== header.pngLength) return undefined;
  return { kind: 'logo', logo: { ...header.logo, png } };
}

/** What is behind our own mark is what `writeAnswer` wrote, or was cut off. */
function readHeader(json: string): Header | undefined {
  try {
    const header: Header = JSON.parse(json);
    return header;
  } catch {
    return undefined;
  }
}
