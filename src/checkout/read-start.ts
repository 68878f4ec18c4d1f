import { open } from 'node:fs/promises';
import { type Checkout, isMissing, placeOf } from './checkout.ts';

/** The first bytes of a file, at most `most`; `undefined` where there is none. */
export async function readStart(
  checkout: Checkout,
  path: string,
  most: number,
): Promise<Uint8Array | undefined> {
  const place = await placeOf(checkout, path);
  try {
    await using file = await open(place);
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, most));
    const { bytesRead } = await file.read(bytes);
    return bytes.subarray(0, bytesRead);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new Error(`${path} cannot be read`, { cause: error });
  }
}
