import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { readBytes } from '../../checkout/checkout.ts';
import { writeFiles } from '../../checkout/write-files.ts';
import { canvasSize } from '../../config/logo-sizes.ts';
import { filesOf, folderFile, type List } from '../../list/list.ts';
import { logoSettings } from '../../logo/logo-settings.ts';
import { logoFile, type NormalizedLogo, normalizeLogo } from '../../logo/normalize-logo.ts';
import type { SheetRow } from '../../logo/output/contact-sheet.ts';
import { type Result, success } from '../../problem/result.ts';
import type { FileChange } from '../../proposal/file-change.ts';
import { isSameFile, logoPathOf, logosOf } from '../../proposal/logo-file.ts';
import { renameLogos } from '../../proposal/logo-files/rename-logos.ts';
import { type ChangedPage, unusedLogos } from '../../proposal/logo-files/unused-logos.ts';
import {
  insideOnly,
  type OpenRepository,
  openConfigured,
  openRepository,
} from '../input/repository.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { logoLines, writeSheet } from '../output/logo-report.ts';
import { missingFolder } from '../output/missing-folder.ts';
import { phrase } from '../output/phrases.ts';
import { refuse } from '../output/refuse.ts';
import { print, styled } from '../output/terminal.ts';
import { whyNotWritten } from '../output/why-not-written.ts';

/** A logo that would be scaled by no more than this is as it should be: to draw it again would only blur it. */
const nearlySame = 0.04;

/**
 * Runs `poweredby logo --dir DIR --all`: draws every logo that the pages name again. One whose file gets another ending is
 * renamed, on the pages too. A dry run writes nothing but a sheet of before and after.
 */
export async function runAllLogos(
  directory: string,
  { dryRun = false, sheet }: { readonly dryRun?: boolean; readonly sheet?: string },
): Promise<ExitCode> {
  const configured = await openConfigured(directory);
  if (!configured.ok) return refuse(configured.problems, {});
  const opened = await openRepository(configured.value);
  if (!opened.ok) return refuse(opened.problems, {});
  const repository = opened.value;
  const missing = sheet === undefined ? undefined : await missingFolder(sheet, 'sheet');
  if (missing !== undefined) return refuse([missing], {});
  const drawings: Drawing[] = [];
  let exitCode: ExitCode = 0;
  for (const path of logoPaths(repository)) {
    const drawn = await insideOnly(() => redraw(path, repository));
    print(styled('bold', path));
    if (!drawn.ok) exitCode = refuse(drawn.problems, { onlyReads: true });
    else if (drawn.value === undefined) print(`  ${phrase('en', 'logo-unchanged')}`);
    else {
      print(...logoLines(drawn.value.logo));
      drawings.push(drawn.value);
    }
  }
  const changes = changesFor(drawings, repository);
  const rows = drawings.map(
    ({ path, before, logo }): SheetRow => ({ name: path, pictures: [before, logo.png] }),
  );
  try {
    if (!dryRun) await writeFiles(repository.checkout, changes);
    const target = sheet ?? (dryRun && rows.length > 0 ? await temporarySheet() : undefined);
    if (target !== undefined) await writeSheet(target, rows);
  } catch (error) {
    return refuse([whyNotWritten(error)], {});
  }
  const count = changes.filter(({ content }) => content instanceof Uint8Array).length;
  print(phrase('en', dryRun ? 'logos-would-change' : 'logos-changed', { count }));
  return exitCode;
}

/** The files that the pages name and the logo folder holds, each once. */
function logoPaths({ pages, logos, configuration }: OpenRepository): string[] {
  const named = pages.flatMap(({ list }) =>
    list.entries.flatMap(logosOf).map((address) => logoPathOf(address, configuration)),
  );
  return logos.filter((path) => named.includes(path));
}

/** The pages that a logo is on, where a list has others for others. */
function backgroundsOf(path: string, { pages, configuration }: OpenRepository) {
  const entries = pages.flatMap(({ list }) => list.entries);
  const uses = entries.filter(({ darkLogo = '' }) => darkLogo !== '');
  const isAt = (address = '') => logoPathOf(address, configuration) === path;
  if (uses.some(({ logo, darkLogo }) => isAt(darkLogo) && !isAt(logo))) return 'dark';
  return uses.some(({ logo, darkLogo }) => isAt(logo) && !isAt(darkLogo)) ? 'light' : undefined;
}

/** A logo that was drawn again. */
interface Drawing {
  readonly path: string;
  /** Where it goes: the same name, with the ending of what it became. */
  readonly target: string;
  readonly before: Uint8Array;
  readonly logo: NormalizedLogo;
}

/** Draws a logo again; nothing where it is as it should be. */
async function redraw(
  path: string,
  repository: OpenRepository,
): Promise<Result<Drawing | undefined>> {
  const { checkout, configuration } = repository;
  const before = (await readBytes(checkout, path)) ?? new Uint8Array();
  const settings = logoSettings(configuration.logo, backgroundsOf(path, repository));
  const drawn = await normalizeLogo(before, settings);
  if (!drawn.ok) return drawn;
  const logo = drawn.value;
  const { width, height } = canvasSize(configuration.logo.size);
  const { source, scale } = logo;
  const isOnCanvas = source.width === width && source.height === height;
  const isSame =
    Buffer.from(logoFile(logo)).equals(before) ||
    (source.format === 'png' && isOnCanvas && Math.abs(scale - 1) < nearlySame);
  const ending = logo.svg === undefined ? '.png' : '.svg';
  const target = `${path.slice(0, path.length - extname(path).length)}${ending}`;
  const isRight = isSame && extname(path).toLowerCase() === ending;
  return success(isRight ? undefined : { path, target, before, logo });
}

/**
 * The files to write. A logo stays as it is where its new name is taken, or a page cannot be made to name it; its old file
 * stays where a page mentions it elsewhere.
 */
function changesFor(drawings: readonly Drawing[], repository: OpenRepository): FileChange[] {
  const { pages, logos, configuration } = repository;
  const entries = pages.flatMap(({ list }) => list.entries);
  const stays = drawings.filter(({ path, target }) => isSameFile(path, target));
  const targets = drawings.map(({ target }) => target);
  const isTaken = ({ target }: Drawing) =>
    [...logos, ...targets].filter((path) => isSameFile(path, target)).length > 1;
  const renamed = drawings.filter((drawing) => !stays.includes(drawing) && !isTaken(drawing));
  const renames = new Map<string, string>();
  for (const address of entries.flatMap(logosOf)) {
    const found = renamed.find(({ path }) => path === logoPathOf(address, configuration));
    if (found) renames.set(address, address.replace(/\.\w+(?=$|[?#])/, extname(found.target)));
  }
  const pageChanges = renameLogos(pages, renames, configuration);
  const written = pageChanges ? [...stays, ...renamed] : stays;
  for (const { path } of drawings.filter((drawing) => !written.includes(drawing))) {
    print(`${path}: ${phrase('en', 'logo-other-kind')}`);
  }
  const changed = pages.map(({ list }) => withChanges(list, pageChanges ?? [], renames));
  const unused = unusedLogos(entries, changed, logos, configuration);
  return [
    ...(pageChanges ?? []),
    ...written.flatMap((drawing): FileChange[] => {
      const { path, target, logo } = drawing;
      const content = logoFile(logo);
      if (stays.includes(drawing)) return [{ path, content }];
      const old = unused.includes(path) ? [{ path, content: undefined }] : [];
      return [{ path: target, content }, ...old];
    }),
  ];
}

/** A page with the changes of its files, and new addresses of its logos. */
function withChanges(
  list: List,
  changes: readonly FileChange[],
  renames: ReadonlyMap<string, string>,
): ChangedPage {
  const { path, folder, entries } = list;
  const files = filesOf(list).map((file) => {
    const content = changes.find((change) => change.path === file.path)?.content;
    return typeof content === 'string' ? { ...file, text: content } : file;
  });
  const renamed =
    changes.length === 0
      ? entries
      : entries.map((entry) => ({ ...entry, logo: renames.get(entry.logo) ?? entry.logo }));
  const [first] = files;
  const file = folder ? folderFile(path, { ...folder, files }) : { path, text: first?.text ?? '' };
  return { ...file, entries: renamed };
}

async function temporarySheet(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'poweredby-')), 'logos.png');
}
