import { readFile } from 'node:fs/promises';

/** Between two looks at most some 100 MiB can be filled. In milliseconds. */
const interval = 25;

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
