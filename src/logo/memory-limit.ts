import { readFile } from 'node:fs/promises';

/**
 * V8 and the libraries reserve up to this much that they never touch; the kernel's limit counts it all the same. In bytes.
 */
const reserved = 768 * 1024 * 1024;

/** Between two looks at most some 100 MiB can be filled. In milliseconds. */
const interval = 25;

/**
 * The command that runs a program with a bound on its memory, in bytes. On Linux the kernel refuses private memory past the limit
 * (`RLIMIT_DATA`), which holds for libvips and its libraries too, where V8's own options do not. Elsewhere that limit does not
 * count what they allocate, and the program runs as it is, bounded by the picture limits and the clock.
 */
export function boundedCommand(
  memory: number,
  program: string,
  args: readonly string[],
): [string, string[]] {
  if (process.platform !== 'linux') return [program, [...args]];
  // Where a stricter limit stands already, setting this one fails, and that one holds.
  const kibibytes = (memory + reserved) / 1024;
  return [
    '/bin/sh',
    ['-c', 'ulimit -d "$0" 2>/dev/null; exec "$@"', String(kibibytes), program, ...args],
  ];
}

/**
 * Watches how much memory a process really holds, and calls back once when it is past the limit. Does nothing where there
 * is no `/proc`. Returns what ends the watch.
 */
export function watchMemory(pid: number, memory: number, onExceeded: () => void): () => void {
  if (process.platform !== 'linux') return () => {};
  const timer = setInterval(async () => {
    if ((await residentBytes(pid)) <= memory) return;
    clearInterval(timer);
    onExceeded();
  }, interval);
  return () => clearInterval(timer);
}

/** The process's resident set: the second number of `statm`, in pages (proc_pid_statm(5)). */
async function residentBytes(pid: number): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * pageSize;
}

/** Of x86-64, and of arm64 as nearly every distribution builds it; larger pages only make the watch more lenient. */
const pageSize = 4096;
