/**
 * The text of a file's bytes, its byte-order mark included, so that every byte can be written back.
 *
 * @param isCut whether the bytes are the beginning of more: the limit may cut the last character in two
 * @returns undefined if the bytes are not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array, isCut = false): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes, { stream: isCut });
  } catch {
    return undefined;
  }
}
