import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from '../../src/logo/process/run-child.ts';

/** The most memory that a process of Node's held at once, in MiB. */
export function peakMemory(words: readonly string[]): Promise<number> {
  return withCounter((counter) =>
    spawnSync(process.execPath, ['--import', counter, ...words], { stdio: 'ignore' }),
  );
}

/** The most memory that the drawing process held at once, in MiB, bounded as ever. */
export function peakMemoryOfDrawing(bytes: Uint8Array, size: number): Promise<number> {
  const child = new URL('../../src/logo/process/child.ts', import.meta.url);
  return withCounter((counter) => {
    const entry = join(counter, '../entry.mjs');
    writeFileSync(entry, `import '${counter}';\nimport '${child}';\n`);
    return runChild(bytes, size, { entry });
  });
}

/** Runs a process that loads a module of ours, which writes down the peak when the process ends. */
async function withCounter(run: (counter: string) => unknown): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-bench-'));
  const figure = join(folder, 'kibibytes');
  try {
    const counter = join(folder, 'counter.mjs');
    writeFileSync(counter, counterWritingTo(figure));
    await run(counter);
    return Number(readFileSync(figure, 'utf8')) / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where there is `/proc`, it counts from the program's start; `resourceUsage` goes on from its parent's figure. */
function counterWritingTo(file: string): string {
  return `import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try {
    peak = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {}
  writeFileSync(${JSON.stringify(file)}, String(peak));
});
`;
}
