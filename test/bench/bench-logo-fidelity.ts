import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawLogo } from '../../src/logo/draw-logo.ts';
import { contactSheet, type SheetRow } from '../../src/logo/output/contact-sheet.ts';
import { sniffFormat } from '../../src/logo/picture-format.ts';
import { type BrowserDrawing, openBrowserDrawing } from './fidelity/browser-drawing.ts';
import { differenceOf } from './fidelity/compare-pictures.ts';
import { median, note } from './figures.ts';

const size = 600;

/** More than this share of what is seen is not the same picture. */
const different = 0.04;

/** With one of these remarks a difference is told. */
const telling = new Set([
  'logo-svg-text',
  'logo-svg-may-differ',
  'logo-animated',
  'logo-nearly-invisible',
]);

const mediaTypes = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

interface Verdict {
  readonly name: string;
  readonly refused: readonly string[];
  readonly remarks: readonly string[];
  readonly milliseconds: number;
  readonly bytes: number;
  /** Share of what is seen; nothing where there was nothing to compare with. */
  readonly difference?: number;
  readonly pictures: readonly (Uint8Array | undefined)[];
}

/**
 * Draws every logo in a folder with the product and with Chromium, where it is there, and tells what was refused and what came
 * out differently without a word. A second path is where a contact sheet of the different ones is written.
 */
export async function benchLogoFidelity([folder, sheet]: readonly string[] = []): Promise<void> {
  if (folder === undefined) {
    console.log('Give a folder of logos: npm run bench -- logo-fidelity DIR [SHEET.png]');
    return;
  }
  const browser = await openBrowserDrawing();
  const verdicts: Verdict[] = [];
  for (const name of globSync('**/*.{svg,png,jpg,jpeg,gif,webp}', { cwd: folder }).toSorted()) {
    if (!statSync(join(folder, name)).isFile()) continue;
    const verdict = await judge(name, readFileSync(join(folder, name)), browser);
    if (verdict) verdicts.push(verdict);
    if (verdicts.length % 500 === 0) console.log(`  … ${verdicts.length}`);
  }
  await browser?.close();
  tell(verdicts, browser !== undefined);
  if (sheet !== undefined) writeFileSync(sheet, await contactSheet(sheetOf(verdicts)));
}

async function judge(
  name: string,
  bytes: Uint8Array,
  browser: BrowserDrawing | undefined,
): Promise<Verdict | undefined> {
  const sniffed = sniffFormat(bytes);
  if (sniffed.kind !== 'logo') return undefined;
  const start = performance.now();
  const drawn = await drawLogo(bytes, size);
  const milliseconds = performance.now() - start;
  const seen = await browser?.draw(bytes, mediaTypes[sniffed.format]);
  const verdict = { name, refused: [], remarks: [], milliseconds, bytes: 0 };
  if (!drawn.ok) {
    return {
      ...verdict,
      refused: drawn.problems.map(({ code }) => code),
      pictures: [undefined, seen],
    };
  }
  const { png, remarks } = drawn.value;
  const again = seen && (await drawLogo(seen, size));
  const judged = {
    ...verdict,
    remarks: remarks.map(({ code }) => code),
    bytes: png.length,
    pictures: [png, again?.ok ? again.value.png : seen],
  };
  if (!seen) return judged;
  return { ...judged, difference: again?.ok ? await differenceOf(png, again.value.png) : 1 };
}

function tell(verdicts: readonly Verdict[], isCompared: boolean): void {
  const refused = verdicts.filter(({ refused }) => refused.length > 0);
  console.log(
    `Logos drawn as a browser draws them${isCompared ? '' : ' (no Chromium: not compared)'}`,
  );
  note('files', verdicts.length, '');
  note('refused', (100 * refused.length) / verdicts.length, `% (${refused.length})`);
  for (const [code, names] of byCode(refused))
    console.log(`    ${code} ${names.length}: ${some(names)}`);
  if (isCompared) {
    const silent = verdicts.filter(isSilentlyDifferent);
    note('silently different', (100 * silent.length) / verdicts.length, `% (${silent.length})`);
    for (const { name, difference = 0 } of worstFirst(silent)) {
      console.log(`    ${difference.toFixed(2)} ${name}`);
    }
    const told = verdicts.filter((each) => isDifferent(each) && !isSilentlyDifferent(each));
    note('different, and told', told.length, `: ${some(worstFirst(told).map(({ name }) => name))}`);
  }
  const [slowest] = verdicts.toSorted((one, other) => other.milliseconds - one.milliseconds);
  const times = verdicts.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  note('time, median', median(times), 'ms');
  note('time, 95 %', times[Math.floor(times.length * 0.95)] ?? 0, 'ms');
  note('time, most', slowest?.milliseconds ?? 0, `ms (${slowest?.name})`);
  note(
    'bytes of a PNG, median',
    median(verdicts.filter(({ bytes }) => bytes > 0).map(({ bytes }) => bytes)),
    '',
  );
  const remarks = verdicts.flatMap(({ name, remarks }) =>
    remarks.map((refused) => ({ name, refused: [refused] })),
  );
  console.log('  remarks');
  for (const [code, names] of byCode(remarks)) console.log(`    ${code} ${names.length}`);
}

function isDifferent({ difference = 0 }: Verdict): boolean {
  return difference > different;
}

function isSilentlyDifferent(verdict: Verdict): boolean {
  return isDifferent(verdict) && !verdict.remarks.some((code) => telling.has(code));
}

function worstFirst(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.toSorted((one, other) => (other.difference ?? 0) - (one.difference ?? 0));
}

function byCode(
  verdicts: readonly { name: string; refused: readonly string[] }[],
): [string, string[]][] {
  const names = new Map<string, string[]>();
  for (const { name, refused } of verdicts) {
    for (const code of refused) names.set(code, [...(names.get(code) ?? []), name]);
  }
  return [...names].toSorted(([, one], [, other]) => other.length - one.length);
}

function some(names: readonly string[]): string {
  return `${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`;
}

/** What came out, and what the browser shows. */
function sheetOf(verdicts: readonly Verdict[]): SheetRow[] {
  const bad = verdicts.filter((each) => isDifferent(each) || each.refused.length > 0);
  return worstFirst(bad).slice(0, 60);
}
