import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type LogoSize, logoSizes } from '../../config/logo-sizes.ts';
import type { Backgrounds, LogoSettings } from '../../logo/logo-settings.ts';
import { logoFile, normalizeLogo } from '../../logo/normalize-logo.ts';
import { problem } from '../../problem/problem.ts';
import { readGiven } from '../input/read-given.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { logoLines, writeSheet } from '../output/logo-report.ts';
import { missingFolder } from '../output/missing-folder.ts';
import { phrase } from '../output/phrases.ts';
import { refuse } from '../output/refuse.ts';
import { print, styled } from '../output/terminal.ts';
import { runAllLogos } from './logo-all.ts';

/** The options of `logo`. */
export interface LogoOptions {
  readonly size?: LogoSize;
  readonly backgrounds?: Backgrounds;
  readonly clearBackground?: boolean;
  /** Where a contact sheet goes. */
  readonly sheet?: string;
  /** The checkout whose logos are all drawn again. */
  readonly dir?: string;
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

/** Runs `poweredby logo`: normalizes pictures, to see what they would become, or all logos of a list. */
export async function runLogo(files: readonly string[], options: LogoOptions): Promise<ExitCode> {
  if (options.dir !== undefined) return runAllLogos(options.dir, options);
  const { size = logoSizes.usual, backgrounds, clearBackground } = options;
  const settings: LogoSettings = {
    size,
    ...(backgrounds !== undefined && { backgrounds }),
    ...(clearBackground !== undefined && { clearBackground }),
  };
  if (options.sheet !== undefined) return drawSheet(files, options.sheet, settings);
  const [source = '', target = ''] = files;
  return drawOne(source, target, settings);
}

async function drawOne(source: string, target: string, settings: LogoSettings): Promise<ExitCode> {
  const ending = extname(target).toLowerCase();
  if ((ending !== '.png' && ending !== '.svg') || resolve(source) === resolve(target)) {
    return refuse([problem('logo-target-unfit', 'out', { file: target })], {});
  }
  const missing = await missingFolder(target, 'out');
  if (missing !== undefined) return refuse([missing], {});
  const read = await readGiven(source, 'in');
  if (!read.ok) return refuse(read.problems, {});
  const logo = await normalizeLogo(read.value.bytes, { ...settings, keepSvg: ending === '.svg' });
  if (!logo.ok) return refuse(logo.problems, {});
  if (ending === '.svg' && logo.value.svg === undefined) {
    return refuse([problem('logo-not-kept-as-svg', 'in', { file: source })], {});
  }
  try {
    await writeFile(target, logoFile(logo.value));
  } catch (error) {
    return refuse([notWritten(error)], {});
  }
  print(styled('bold', phrase('en', 'logo-written', { path: target })));
  print(...logoLines(logo.value));
  return 0;
}

/** Draws several pictures on one sheet, each before and after; what cannot be drawn is told, and leaves its place empty. */
async function drawSheet(
  files: readonly string[],
  sheet: string,
  settings: LogoSettings,
): Promise<ExitCode> {
  if (
    extname(sheet).toLowerCase() !== '.png' ||
    files.some((file) => resolve(file) === resolve(sheet))
  ) {
    return refuse([problem('logo-target-unfit', 'sheet', { file: sheet })], {});
  }
  const missing = await missingFolder(sheet, 'sheet');
  if (missing !== undefined) return refuse([missing], {});
  const rows = [];
  let exitCode: ExitCode = 0;
  for (const name of files) {
    const read = await readGiven(name, 'in');
    if (!read.ok) return refuse(read.problems, {});
    const { bytes } = read.value;
    const logo = await normalizeLogo(bytes, settings);
    print(styled('bold', name));
    if (logo.ok) print(...logoLines(logo.value));
    else exitCode = refuse(logo.problems, { onlyReads: true });
    // What could not be drawn in a process that can be killed, is not drawn in this one.
    rows.push({ name, pictures: logo.ok ? [bytes, logo.value.png] : [] });
  }
  try {
    await writeSheet(sheet, rows);
  } catch (error) {
    return refuse([notWritten(error)], {});
  }
  return exitCode;
}

function notWritten(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return problem('files-not-written', 'out', { reason });
}
