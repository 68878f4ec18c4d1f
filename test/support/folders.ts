import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Checkout, openCheckout } from '../../src/checkout/checkout.ts';

/** Paths and contents. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with files, gone when the test is over. Call it inside a test. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
  return folder;
}

/** A checkout with files, gone when the test is over. */
export async function checkoutOf(files: Files): Promise<Checkout> {
  const checkout = await openCheckout(folderWith(files));
  if (checkout === undefined) throw new Error('The folder is not there');
  return checkout;
}
