import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { example } from '../support/command-line.ts';
import { note, report, timeInTurn } from './figures.ts';
import { largePage } from './large-page.ts';
import { peakMemory } from './peak-memory.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'dist/cli.js');

/** Whole processes: how fast the built command line starts, and how much memory it takes. */
export async function benchProcesses(): Promise<void> {
  execFileSync(process.execPath, ['build.ts'], { cwd: root });
  const run = (words: readonly string[]) => () => spawnSync(process.execPath, words);
  console.log('Start-up of the built command line, as a multiple of node -e 0');
  const site = realShapedSite();
  try {
    const times = await timeInTurn(15, {
      nothing: run(['-e', '0']),
      help: run([program, '--help']),
      list: run([program, 'list', '--dir', site]),
    });
    report('--help', times.help / times.nothing);
    report('list of 33 companies on two pages', times.list / times.nothing, 5);
    console.log('Peak memory of whole processes');
    note('node -e 0', await peakMemory(['-e', '0']), 'MiB');
    note(
      'list of 33 companies on two pages',
      await peakMemory([program, 'list', '--dir', site]),
      'MiB',
    );
    const logo = ['logo', example.logo, join(site, 'out.png')];
    note(
      'logo (the parent; the drawing process is measured above)',
      await peakMemory([program, ...logo]),
      'MiB',
    );
    writeFileSync(join(site, 'en.md'), largePage(10_000));
    const list = [program, 'list', '--dir', site, '--json'];
    note('list of 10,000 companies on one of two pages', await peakMemory(list), 'MiB');
  } finally {
    rmSync(site, { recursive: true });
  }
}

function realShapedSite(): string {
  const site = mkdtempSync(join(tmpdir(), 'poweredby-bench-'));
  mkdirSync(join(site, '.github'));
  writeFileSync(join(site, '.github/poweredby.yml'), 'pages:\n  en: en.md\n  zh: zh.md\n');
  for (const name of ['en.md', 'zh.md']) writeFileSync(join(site, name), largePage(33));
  return site;
}
