import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openCheckout } from '../../src/checkout/checkout.ts';
import { sourceTreeOf } from '../../src/checkout/source-tree.ts';
import type { Result } from '../../src/problem/result.ts';
import { type SetupOptions, type SetupReport, setUp } from '../../src/setup/set-up.ts';
import { readSetupTemplates } from '../../src/written-form.ts';

const templates = readSetupTemplates();

/** What `init` makes of a checkout that holds these files and nothing else. */
export async function setUpScratch(
  files: Readonly<Record<string, string>>,
  options: Pick<SetupOptions, 'ask' | 'list'> = {},
): Promise<Result<SetupReport>> {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-bench-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
    const checkout = await openCheckout(folder);
    if (checkout === undefined) throw new Error(`${folder} is gone`);
    return await setUp(sourceTreeOf(checkout), { force: false, templates, ...options });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
