/** What a PNG of palette or true colour needs to be shown (PNG specification, 5.6). */
const neededChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

const signatureLength = 8;

/** Length, name and checksum of a chunk, beside its data. */
const chunkOverhead = 12;

/** Takes out of a whole PNG what does not show: libvips writes a resolution (`pHYs`) that nobody asked for. */
export function stripPng(png: Uint8Array): Uint8Array {
  const buffer = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const kept = [buffer.subarray(0, signatureLength)];
  let at = signatureLength;
  while (at < buffer.length) {
    const end = at + buffer.readUInt32BE(at) + chunkOverhead;
    if (neededChunks.has(buffer.toString('latin1', at + 4, at + 8))) {
      kept.push(buffer.subarray(at, end));
    }
    at = end;
  }
  return Buffer.concat(kept);
}
