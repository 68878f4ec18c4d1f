import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { readBytes } from '../checkout/checkout.ts';
import { writeFiles } from '../checkout/write-files.ts';
import { canvasSize } from '../config/logo-sizes.ts';
import { logoSettings } from '../logo/logo-settings.ts';
import { logoFile, type NormalisedLogo, normaliseLogo } from '../logo/normalise-logo.ts';
import type { SheetRow } from '../logo/output/contact-sheet.ts';
import type { Result } from '../problem/result.ts';
import type { FileChange } from '../proposal/file-change.ts';
import { logoPathOf } from '../proposal/logo-file.ts';
import type { ExitCode } from './exit-code.ts';
import { logoLines, writeSheet } from './logo-report.ts';
import { phrase } from './phrases.ts';
import { refuse } from './refuse.ts';
import { insideOnly, type OpenRepository, openConfigured, openRepository } from './repository.ts';
import { print, styled } from './terminal.ts';
import { whyNotWritten } from './why-not-written.ts';

/** A logo that would be scaled by no more than this is as it should be: to draw it again would only blur it. */
const nearlySame = 0.04;

/**
 * Runs `poweredby logo --dir DIR --all`: draws every logo that the pages name again, in its place. A dry run writes nothing but a
 * sheet of before and after.
 */
export async function runAllLogos(
  directory: string,
  { dryRun = false, sheet }: { readonly dryRun?: boolean; readonly sheet?: string },
): Promise<ExitCode> {
  const configured = await openConfigured(directory);
  if (!configured.ok) return refuse(configured.problems, {});
  const repository = await openRepository(configured.value);
  if (!repository.ok) return refuse(repository.problems, {});
  const changes: FileChange[] = [];
  const rows: SheetRow[] = [];
  let exitCode: ExitCode = 0;
  for (const path of logoPaths(repository.value)) {
    const drawn = await insideOnly(() => redraw(path, repository.value));
    print(styled('bold', path));
    if (!drawn.ok) {
      exitCode = refuse(drawn.problems, { onlyReads: true });
      continue;
    }
    const { before, logo, why = 'logo-unchanged' } = drawn.value;
    if (logo === undefined) {
      print(`  ${phrase('en', why)}`);
      continue;
    }
    print(...logoLines(logo));
    changes.push({ path, content: logoFile(logo) });
    rows.push({ name: path, pictures: [before, logo.png] });
  }
  try {
    if (!dryRun) await writeFiles(repository.value.checkout, changes);
    const target =
      sheet ?? (dryRun && rows.length > 0 ? await sheetInTemporaryFolder() : undefined);
    if (target !== undefined) await writeSheet(target, rows);
  } catch (error) {
    return refuse([whyNotWritten(error)], {});
  }
  print(phrase('en', dryRun ? 'logos-would-change' : 'logos-changed', { count: changes.length }));
  return exitCode;
}

/** The files that the pages name and the logo folder holds, each once. */
function logoPaths({ pages, logos, configuration }: OpenRepository): string[] {
  const named = pages.flatMap(({ entries }) =>
    entries.map(({ logo }) => logoPathOf(logo, configuration)),
  );
  return logos.filter((path) => named.includes(path));
}

interface Redrawn {
  readonly before: Uint8Array;
  /** Nothing where the file stays. */
  readonly logo?: NormalisedLogo;
  /** Why it stays: it is as it should be, or its name says that it is of another kind. */
  readonly why?: 'logo-unchanged' | 'logo-other-kind';
}

async function redraw(
  path: string,
  { checkout, configuration }: OpenRepository,
): Promise<Result<Redrawn>> {
  const before = (await readBytes(checkout, path)) ?? new Uint8Array();
  const logo = await normaliseLogo(before, logoSettings(configuration.logo));
  if (!logo.ok) return logo;
  const ending = logo.value.svg === undefined ? '.png' : '.svg';
  if (extname(path).toLowerCase() !== ending) {
    return { ok: true, value: { before, why: 'logo-other-kind' } };
  }
  const { source, scale } = logo.value;
  const { width, height } = canvasSize(configuration.logo.size);
  const isOnCanvas = source.width === width && source.height === height;
  const isSame =
    Buffer.from(logoFile(logo.value)).equals(before) ||
    (source.format === 'png' && isOnCanvas && Math.abs(scale - 1) < nearlySame);
  return { ok: true, value: isSame ? { before } : { before, logo: logo.value } };
}

async function sheetInTemporaryFolder(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'poweredby-')), 'logos.png');
}
